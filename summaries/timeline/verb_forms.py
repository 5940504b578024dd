"""The tense that a word tells by its form, where the vocabulary of dates does not know it.

*Burned* does by its ending, *сгорел* by a dictionary of forms, *gebrannt* and *brûlé* by their ending with the
auxiliary before them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from summaries.languages.schema import Tenses, load
from summaries.text.morphology import VerbForm, verb_form

SHORTEST = 4
"""Letters; shorter words that end as a verb are something else: *red*."""


@dataclass(frozen=True, slots=True)
class VerbForms:
    """How the verbs of a language end; the fields are those of `Tenses`.

    `no_participle` are the words that only end as one.
    """

    endings: Mapping[VerbForm, tuple[str, ...]]
    participle: re.Pattern[str]
    no_participle: frozenset[str]
    frame: bool
    attributive: bool
    dictionary: bool
    other: frozenset[str]

    def form_of(self, word: str) -> VerbForm | None:
        """Return what a word in lower case is as a verb; ``None`` for a present tense, and for what is no verb."""
        if len(word) < SHORTEST or word in self.other:
            return None
        form = next((form for form, endings in self.endings.items() if word.endswith(endings)), None)
        return verb_form(word) if form and self.dictionary else form

    def is_participle(self, word: str) -> bool:
        """Tell whether a word in lower case looks like a participle, which tells a past tense with an auxiliary."""
        return self.participle.fullmatch(word) is not None and word not in self.no_participle


@cache
def load_verb_forms(language: str) -> VerbForms:
    """Return the forms of the verbs of a language; none where it has no table of them."""
    table = load(Tenses, language)
    endings: dict[VerbForm, tuple[str, ...]] = {
        "future": tuple(table.future),
        "past": tuple(table.past),
        "infinitive": tuple(table.infinitive),
    }
    letters = "|".join(form.replace("*", "[^\\W\\d_]+") for form in sorted(table.participle))
    pattern = re.compile(letters or r"(?!)")
    other = table.other - table.participle
    return VerbForms(endings, pattern, other, table.frame, table.attributive, table.dictionary, table.other)
