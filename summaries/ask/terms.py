"""Terms, by which words are compared: the stem of the lemma if the language has morphology, else the stem."""

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
"""Minimum number of letters of a meaningful part of a word."""
PREFIX = 5
ALIKE = 0.7
"""Minimum share of the longer of two related words that is their common prefix."""
SYNONYM, KIN, PART = 0.7, 0.7, 0.6
"""Weights of a synonym, a related word and a part of a compound, relative to the word itself."""


def plain(word: str) -> str:
    """Return a word normalised for comparison: in lower case, with plain apostrophes, ё as е."""
    return word.lower().replace("ё", "е").replace("’", "'")


def find_terms(text: str, language: str) -> list[str]:
    """Return the terms of the content words, in order; stop words are left out."""
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
    """Return the synonyms of each term."""
    groups: dict[str, set[str]] = {}
    for entry in load(Questions, language).synonyms:
        terms = {term_of(word, language) for word in entry.split()}
        for term in terms:
            groups.setdefault(term, set()).update(terms - {term})
    return {term: frozenset(others) for term, others in groups.items()}


def likeness(asked: str, term: str) -> float:
    """Return the similarity of two terms by their letters, from 0 to 1: related words, or a part of a compound."""
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
    """Return the letter trigrams of a term, with its beginning and end marked."""
    padded = f" {term} "
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2))


@cache
def numerals(language: str) -> frozenset[str]:
    """Return the number words of a language."""
    return frozenset(map(plain, load(Questions, language).numerals))


@cache
def light_terms(language: str) -> frozenset[str]:
    """Return the terms of words that are more frequent in questions than in articles."""
    return frozenset(term_of(plain(word), language) for word in load(Questions, language).light)
