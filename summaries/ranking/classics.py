"""LexRank, TextRank, LSA and Luhn as sumy defines them, computed over arrays in place of pairs in Python.

Each takes the words of the sentences, stemmed and without stop words, and returns a rating of each sentence whose
order is that of sumy 0.13.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from summaries.ranking.vectors import Vectors, sums

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summaries.ranking.vectors import Numbers

THRESHOLD = 0.1
LEXRANK_EPSILON = 0.1
TEXTRANK_EPSILON = 1e-4
DAMPING = 0.85
ALMOST_NOTHING = 1e-7
SMOOTH = 0.4
GAP = 4
"""How many words without weight end a cluster of Luhn's."""


def rate_by_lexrank(sentences: Sequence[Sequence[str]]) -> Numbers:
    """Return the eigenvector of the graph of sentences whose cosine is above 0.1 (Erkan and Radev 2004)."""
    counts = _count(sentences)
    most = np.ones(counts.sentences)
    np.maximum.at(most, counts.rows, counts.weights)
    spread = np.bincount(counts.columns, minlength=counts.stems)
    rarity = np.log(counts.sentences / (1 + spread))
    weights = counts.weights / most[counts.rows] * rarity[counts.columns]
    lengths = np.sqrt(sums(counts.rows, weights**2, counts.sentences))
    weights = weights / np.where(lengths > 0, lengths, 1)[counts.rows]
    first, second, likeness = counts.weighed(weights).pairs()
    linked = likeness > THRESHOLD
    first, second = first[linked], second[linked]
    degree = np.maximum(np.bincount(first, minlength=counts.sentences), 1)
    rank: Numbers = np.full(counts.sentences, 1 / counts.sentences)
    while True:
        new = sums(second, (rank / degree)[first], counts.sentences)
        length = float(np.linalg.norm(new))
        if length == 0:
            return rank
        new /= length
        if np.linalg.norm(new - rank) <= LEXRANK_EPSILON:
            return new
        rank = new


def rate_by_textrank(sentences: Sequence[Sequence[str]]) -> Numbers:
    """Return the PageRank of sentences linked by the words that they share (Mihalcea and Tarau 2004)."""
    counts = _count(sentences)
    size = counts.sentences
    first, second, shared = counts.pairs()
    logs = np.log(np.maximum([len(words) for words in sentences], 1))
    norm = logs[first] + logs[second]
    weights = np.where(np.isclose(norm, 0), shared, shared / np.where(norm > 0, norm, 1))
    weights /= (sums(first, weights, size) + ALMOST_NOTHING)[first]
    rank: Numbers = np.full(size, 1 / size)
    while True:
        new: Numbers = (1 - DAMPING) / size * rank.sum() + DAMPING * sums(second, weights * rank[first], size)
        if np.linalg.norm(new - rank) <= TEXTRANK_EPSILON:
            return new
        rank = new


def rate_by_lsa(sentences: Sequence[Sequence[str]], vocabulary: int) -> Numbers:
    """Return the length of each sentence in the space of latent topics (Steinberger and Ježek 2004).

    `vocabulary` is how many stems the document has.

    sumy keeps all dimensions, and a rotation keeps lengths: the norm of the column is the rating, and no singular
    value decomposition is needed.
    """
    counts = _count(sentences)
    most = np.zeros(counts.sentences)
    np.maximum.at(most, counts.rows, counts.weights)
    present = np.bincount(counts.rows, minlength=counts.sentences)
    weights = SMOOTH + (1 - SMOOTH) * counts.weights / most[counts.rows]
    # sumy smooths the words that a sentence does not have as well
    absent = np.where(present > 0, vocabulary - present, 0) * SMOOTH**2
    rating: Numbers = np.sqrt(sums(counts.rows, weights**2, counts.sentences) + absent)
    return rating


def rate_by_luhn(sentences: Sequence[Sequence[str]], significant: frozenset[str]) -> Numbers:
    """Return the weight of the densest cluster of significant words (Luhn 1958); words here are not filtered."""
    return np.array([max(_clusters([word in significant for word in words]), default=0.0) for words in sentences])


def significant_words(words: Iterable[str]) -> frozenset[str]:
    """Return the words that stand more than once."""
    return frozenset(word for word, count in Counter(words).items() if count > 1)


def _clusters(marks: Sequence[bool]) -> list[float]:
    """Return the weight of each cluster: the square of its significant words over its length, 0 for a single one."""
    clusters: list[list[int]] = []
    for place, marked in enumerate(marks):
        if marked and clusters and place - clusters[-1][-1] <= GAP:
            clusters[-1].append(place)
        elif marked:
            clusters.append([place])
    return [len(one) ** 2 / (one[-1] - one[0] + 1) if len(one) > 1 else 0.0 for one in clusters]


def _count(sentences: Sequence[Sequence[str]]) -> Vectors:
    index: dict[str, int] = {}
    rows, columns, counts = [], [], []
    for row, words in enumerate(sentences):
        for word, count in Counter(words).items():
            rows.append(row)
            columns.append(index.setdefault(word, len(index)))
            counts.append(float(count))
    return Vectors(np.array(rows, np.intp), np.array(columns, np.intp), np.array(counts), len(sentences), len(index))
