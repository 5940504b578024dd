"""Terms: what words are compared by. The stem of the base form where a language has morphology, else the stem."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from summaries.languages.schema import Questions, load
from summaries.text import find_stems, find_words
from summaries.text.morphology import INFLECTED, lemma
from summaries.text.words import stop_words

if TYPE_CHECKING:
    from collections.abc import Mapping

SHORTEST = 4
"""Parts of words with fewer letters say little."""
PREFIX = 5
ALIKE = 0.7
"""Two words are kin if so much of the longer is their common beginning."""
SYNONYM, KIN, PART = 0.7, 0.7, 0.6
"""How much a synonym, a word of one family and a part of a compound count beside the word itself."""


def plain(word: str) -> str:
    """Return a word as it is compared: in lower case, with plain apostrophes, ё as е."""
    return word.lower().replace("ё", "е").replace("’", "'")


def find_terms(text: str, language: str) -> list[str]:
    """Return the terms of the words that carry meaning, in their order; stop words are left out."""
    if language not in INFLECTED:
        return find_stems(text, language)
    stop = stop_words(language)
    return [term_of(word, language) for word in find_words(text) if len(word) > 1 and word not in stop]


@lru_cache(maxsize=50_000)
def term_of(word: str, language: str) -> str:
    """Return the term of a word in lower case."""
    stems = find_stems(lemma(word) if language in INFLECTED else word, language)
    return plain(stems[0]) if stems else plain(word)


@cache
def synonyms(language: str) -> Mapping[str, frozenset[str]]:
    """Return for each term those that people use for it."""
    groups: dict[str, set[str]] = {}
    for entry in load(Questions, language).synonyms:
        terms = {term_of(word, language) for word in entry.split()}
        for term in terms:
            groups.setdefault(term, set()).update(terms - {term})
    return {term: frozenset(others) for term, others in groups.items()}


def likeness(asked: str, term: str) -> float:
    """Return how far a term may stand for another by its letters, from 0 to 1: one family, or a part of a compound."""
    shorter, longer = sorted((asked, term), key=len)
    if len(shorter) < SHORTEST:
        return 0.0
    if len(shorter) >= PREFIX and shorter[:PREFIX] == longer[:PREFIX]:
        common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(shorter, longer, strict=False)))
        if common >= ALIKE * len(longer):
            return KIN
    if longer.endswith(shorter) or (len(shorter) >= PREFIX and longer.startswith(shorter)):
        return PART
    return 0.0


@lru_cache(maxsize=50_000)
def grams_of(term: str) -> frozenset[str]:
    """Return the runs of three letters in a term, its beginning and end marked."""
    padded = f" {term} "
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2))


@cache
def numerals(language: str) -> frozenset[str]:
    """Return the numbers that a language writes as words."""
    return frozenset(map(plain, load(Questions, language).numerals))


@cache
def light_terms(language: str) -> frozenset[str]:
    """Return the terms of the words that questions use more than articles do."""
    return frozenset(term_of(plain(word), language) for word in load(Questions, language).light)
