"""The index of an article: which terms occur in which sentences. Built once per article."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from summaries.ask.question import NUMBER
from summaries.ask.terms import SYNONYM, find_terms, likeness, plain, synonyms
from summaries.text.words import WORD

if TYPE_CHECKING:
    from summaries.article import Article, Sentence

KEPT = 16
"""Number of articles whose index is cached: readers ask about one article several times."""
SATURATION, LENGTH = 1.2, 0.75
"""k1 and b of BM25 (Robertson & Zaragoza 2009)."""


@dataclass(frozen=True, slots=True)
class Index:
    """The terms of an article by sentence; all tuples by sentence have one entry each."""

    terms: tuple[tuple[str, ...], ...]
    words: tuple[tuple[str, ...], ...]
    """All words in lower case."""
    capitals: tuple[frozenset[str], ...]
    """The terms of words that are capitalised inside a sentence."""
    numbers: tuple[frozenset[str], ...]
    counts: tuple[Counter[str], ...]
    postings: dict[str, tuple[int, ...]]
    """The sentences of each term."""
    title: frozenset[str]
    mean: float
    """Mean number of terms per sentence."""

    def rarity(self, sentences: int) -> float:
        """Return the inverse document frequency of a term that occurs in a number of sentences."""
        return math.log(1 + (len(self.terms) - sentences + 0.5) / (sentences + 0.5))

    def saturate(self, count: float, sentence: int) -> float:
        """Return the BM25 weight of a term by its frequency in a sentence, without its rarity, from 0 to 2.2."""
        relative = 1 - LENGTH + LENGTH * len(self.terms[sentence]) / self.mean
        return count * (SATURATION + 1) / (count + SATURATION * relative)

    def kin(self, asked: str, language: str) -> dict[str, float]:
        """Return the terms of the article that may stand for a query term, with their similarity from 0 to 1."""
        same = synonyms(language).get(asked, frozenset())
        found = {term: SYNONYM for term in sorted(same) if term in self.postings}
        for term in self.postings:
            if term not in found and (alike := likeness(asked, term)):
                found[term] = alike
        if asked in self.postings:
            found[asked] = 1.0
        return found


@lru_cache(maxsize=KEPT)
def index_of(article: Article, sentences: tuple[Sentence, ...]) -> Index:
    """Index the sentences of an article. Linear in its length."""
    language = article.language
    terms = tuple(tuple(find_terms(sentence.text, language)) for sentence in sentences)
    postings: dict[str, list[int]] = {}
    for number, row in enumerate(terms):
        for term in dict.fromkeys(row):
            postings.setdefault(term, []).append(number)
    return Index(
        terms=terms,
        words=tuple(tuple(plain(match[0]) for match in WORD.finditer(sentence.text)) for sentence in sentences),
        capitals=tuple(frozenset(find_terms(_capitals(sentence.text), language)) for sentence in sentences),
        numbers=tuple(frozenset(NUMBER.findall(sentence.text)) for sentence in sentences),
        counts=tuple(Counter(row) for row in terms),
        postings={term: tuple(numbers) for term, numbers in postings.items()},
        title=frozenset(find_terms(article.title or "", language)),
        mean=max(1.0, sum(map(len, terms)) / max(1, len(terms))),
    )


def _capitals(text: str) -> str:
    first, *others = [match[0] for match in WORD.finditer(text)] or [""]
    kept = (first, *others) if first.isupper() and len(first) > 1 else tuple(others)
    return " ".join(word for word in kept if word[0].isupper())
