"""Sentences as vectors of weighted stems, kept as three arrays: numpy alone is enough, and light."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

Numbers = NDArray[np.float64]
CELLS = 1_000_000
"""How many pairs of sentences are computed at once."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """A sparse matrix of sentences by stems, rows of length 1: ``weights[k]`` stands at ``(rows[k], columns[k])``."""

    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    weights: Numbers
    sentences: int
    stems: int

    def times(self, by_stem: Numbers) -> Numbers:
        """Return the product with a vector over stems: one number a sentence."""
        return sums(self.rows, self.weights * by_stem[self.columns], self.sentences)

    def gather(self, by_sentence: Numbers) -> Numbers:
        """Return the product of the transpose with a vector over sentences: one number a stem."""
        return sums(self.columns, self.weights * by_sentence[self.rows], self.stems)

    def likeness(self, sentence: int) -> Numbers:
        """Return the cosine of one sentence to every sentence."""
        mine = self.rows == sentence
        vector = np.zeros(self.stems)
        vector[self.columns[mine]] = self.weights[mine]
        return self.times(vector)

    def weighed(self, weights: Numbers) -> Vectors:
        """Return the same matrix with other weights."""
        return Vectors(self.rows, self.columns, weights, self.sentences, self.stems)

    def pairs(self) -> tuple[NDArray[np.intp], NDArray[np.intp], Numbers]:
        """Return the products of all pairs of sentences that share a stem, in both orders and with themselves.

        First sentence, second sentence, product. Time and memory grow with the number of such pairs.
        """
        spread = np.bincount(self.columns, minlength=self.stems)
        by_column = np.argsort(self.columns, kind="stable")
        starts = np.cumsum(spread) - spread
        step = max(1, CELLS // max(self.sentences, 1))
        found = [
            self._pairs_of(first, min(first + step, self.sentences), spread, by_column, starts)
            for first in range(0, self.sentences, step)
        ]
        first, second, product = (np.concatenate(column) for column in zip(*found, strict=True))
        return first, second, product

    def _pairs_of(
        self, low: int, high: int, spread: NDArray[np.intp], by_column: NDArray[np.intp], starts: NDArray[np.intp]
    ) -> tuple[NDArray[np.intp], NDArray[np.intp], Numbers]:
        """Return the pairs whose first sentence is in a range: each entry meets all entries of its column."""
        mine = np.arange(*np.searchsorted(self.rows, [low, high]))
        times = spread[self.columns[mine]]
        within = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
        partner = by_column[np.repeat(starts[self.columns[mine]], times) + within]
        mine = np.repeat(mine, times)
        cells = (self.rows[mine] - low) * self.sentences + self.rows[partner]
        products = sums(cells, self.weights[mine] * self.weights[partner], (high - low) * self.sentences)
        met = np.flatnonzero(products)
        return low + met // self.sentences, met % self.sentences, products[met]


@dataclass(frozen=True, slots=True)
class Terms:
    """What is counted over an article's sentences."""

    vectors: Vectors
    index: dict[str, int]
    """The column of each stem."""
    frequency: Numbers
    """How often each stem stands in the article."""
    spread: Numbers
    """In how many sentences each stem stands."""
    rarity: Numbers
    """Inverse document frequency of each stem, a sentence taken as a document."""


def count_terms(sentences: Sequence[Sequence[str]]) -> Terms:
    """Weigh the stems of sentences by tf-idf with sublinear tf (Salton and Buckley 1988), rows scaled to length 1."""
    index: dict[str, int] = {}
    rows: list[int] = []
    columns: list[int] = []
    counts: list[int] = []
    for row, stems in enumerate(sentences):
        for stem, count in Counter(stems).items():
            rows.append(row)
            columns.append(index.setdefault(stem, len(index)))
            counts.append(count)
    row_of, column_of = np.array(rows, dtype=np.intp), np.array(columns, dtype=np.intp)
    count_of = np.array(counts, dtype=np.float64)
    size, vocabulary = len(sentences), len(index)
    spread = np.bincount(column_of, minlength=vocabulary).astype(np.float64)
    rarity = np.log(1 + size / np.maximum(spread, 1))
    weights = (1 + np.log(count_of)) * rarity[column_of]
    lengths = np.sqrt(sums(row_of, weights**2, size))
    weights /= np.maximum(lengths, 1e-12)[row_of]
    return Terms(
        vectors=Vectors(row_of, column_of, weights, size, vocabulary),
        index=index,
        frequency=sums(column_of, count_of, vocabulary),
        spread=spread,
        rarity=rarity,
    )


def sums(places: NDArray[np.intp], values: Numbers, size: int) -> Numbers:
    """Return the sum of the values that fall on each of `size` places."""
    return np.bincount(places, values, size).astype(np.float64)


def scaled(values: Numbers) -> Numbers:
    """Scale values to 0…1 over the article; all zero where they do not differ."""
    low, high = values.min(), values.max()
    return (values - low) / (high - low) if high > low else np.zeros_like(values)
