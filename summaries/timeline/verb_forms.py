"""The tense of verbs that are not in the vocabulary of dates, by their form.

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
"""Minimum length in letters; shorter words with a verb's ending are something else: *red*."""


@dataclass(frozen=True, slots=True)
class VerbForms:
    """How the verbs of a language end; the fields are those of `Tenses`.

    `ends` are all `endings`, the longest first; `no_participle` are the words that only end as a participle.
    """

    endings: Mapping[str, VerbForm]
    ends: tuple[str, ...]
    split: re.Pattern[str]
    perfective: re.Pattern[str]
    imperfective: re.Pattern[str]
    participle: re.Pattern[str]
    no_participle: frozenset[str]
    frame: bool
    attributive: bool
    dictionary: bool
    other: frozenset[str]

    def form_of(self, word: str) -> VerbForm | None:
        """Return the verb form of a lower-case word; ``None`` for the present tense and for other words."""
        if len(word) < SHORTEST or word in self.other:
            return None
        if self.split.fullmatch(word):
            return "infinitive"
        if not word.endswith(self.ends):
            known = self.perfective.fullmatch(word) is not None and self.imperfective.fullmatch(word) is None
            return "future" if known else None
        if self.dictionary:
            return verb_form(word)
        return self.endings[next(ending for ending in self.ends if word.endswith(ending))]

    def is_participle(self, word: str) -> bool:
        """Return whether a lower-case word looks like a participle, which forms a past tense with an auxiliary."""
        return self.participle.fullmatch(word) is not None and word not in self.no_participle


@cache
def load_verb_forms(language: str) -> VerbForms:
    """Return the verb forms of a language; none if it has no table of them."""
    table = load(Tenses, language)
    forms: tuple[tuple[VerbForm, frozenset[str]], ...] = (
        ("infinitive", table.infinitive),
        ("past", table.past),
        ("conditional", table.conditional),
        ("future", table.future),
    )
    endings = {ending: form for form, words in forms for ending in words}
    return VerbForms(
        endings,
        tuple(sorted(endings, key=len, reverse=True)),
        _pattern(table.split),
        _pattern(table.perfective),
        _pattern(table.imperfective),
        _pattern(table.participle),
        table.other - table.participle,
        table.frame,
        table.attributive,
        table.dictionary,
        table.other,
    )


def _pattern(forms: frozenset[str]) -> re.Pattern[str]:
    """Compile forms in which a star stands for letters; no form matches nothing."""
    letters = "|".join(form.replace("*", "[^\\W\\d_]+") for form in sorted(forms))
    return re.compile(letters or r"(?!)")
