"""The data of a language as typed, frozen tables, validated when they are read.

A subject is a frozen dataclass that names its file: ``FILE = "people"`` is read from ``<code>/people.toml``. A
key that the dataclass does not know, one that it needs and the file lacks, and a value of another kind raise `BadData`,
which names file and key. A language without the file has an empty table. In the files, words are separated by spaces
and phrases by line breaks; entries that contain spaces are lists. The subjects of each stage are in a module with its
name.
"""

from __future__ import annotations

from summaries.languages.schema.abilities import Abilities, Capability, Measured, abilities, recall
from summaries.languages.schema.ask import Questions
from summaries.languages.schema.figures import Figures
from summaries.languages.schema.kinds import ByValue, Forms, Pattern, Phrases, Shares, Words
from summaries.languages.schema.loading import Loading
from summaries.languages.schema.people import People
from summaries.languages.schema.places import Places
from summaries.languages.schema.ranking import Clauses, Lengths, Openings, Outlook, Pointing
from summaries.languages.schema.tables import BadData, Subject, fill, load
from summaries.languages.schema.text import Sections, Sentences, Verbs, load_sentences
from summaries.languages.schema.timeline import Dates, Tenses

__all__ = [
    "Abilities",
    "BadData",
    "ByValue",
    "Capability",
    "Clauses",
    "Dates",
    "Figures",
    "Forms",
    "Lengths",
    "Loading",
    "Measured",
    "Openings",
    "Outlook",
    "Pattern",
    "People",
    "Phrases",
    "Places",
    "Pointing",
    "Questions",
    "Sections",
    "Sentences",
    "Shares",
    "Subject",
    "Tenses",
    "Verbs",
    "Words",
    "abilities",
    "fill",
    "load",
    "load_sentences",
    "recall",
]
