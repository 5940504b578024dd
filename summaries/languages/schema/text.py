"""Where sentences end in a language, its verbs, and what its papers call their parts."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from typing import ClassVar

from summaries.languages import ROOT
from summaries.languages.schema.kinds import Words
from summaries.languages.schema.tables import fill, load


@dataclass(frozen=True, slots=True)
class Sentences:
    """Abbreviations, in lower case and without their last full stop, and whether that stop ends a sentence."""

    FILE: ClassVar[str] = "sentences"
    never_final: Words = frozenset()
    """A title or what is followed by what it is of: *Gen.*, *fig.*"""
    maybe_final: Words = frozenset()
    """Where a word follows that opens a sentence: *U.S.*"""
    usually_final: Words = frozenset()
    """Where any capital follows: *etc.*"""
    numbered: Words = frozenset()
    """A number behind one of them counts and is no ordinal: *S. 12.*"""
    ordinals: bool = False
    """Whether ordinals are written with a full stop: *18. Jahrhundert*."""
    elisions: Words = frozenset()
    """What is left of a word before an apostrophe: *l’*."""


def load_sentences(language: str) -> Sentences:
    """Return the table of a language; of one without a folder that in ``_shared/sentences.toml``. Raises `BadData`."""
    return _shared().get(language) or load(Sentences, language)


@cache
def _shared() -> dict[str, Sentences]:
    file = ROOT / "_shared" / f"{Sentences.FILE}.toml"
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    return {language: fill(Sentences, table, file) for language, table in tables.items()}


@dataclass(frozen=True, slots=True)
class Sections:
    """What headings call the parts of papers and reports, in lower case, without numbers."""

    FILE: ClassVar[str] = "sections"
    abstracts: tuple[str, ...]
    contents: tuple[str, ...]
    conclusions: tuple[str, ...]
    """What follows from the rest: conclusions, recommendations, decisions."""
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verbs:
    """Verbs of which no stemmer finds the other forms."""

    FILE: ClassVar[str] = "verbs"
    irregular: dict[str, Words] = field(default_factory=dict)
    """Base forms with their past forms."""
