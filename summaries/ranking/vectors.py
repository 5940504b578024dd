"""Sentences as sparse vectors of weighted stems, stored in three numpy arrays: no other library is needed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

Numbers = NDArray[np.float64]
BLOCK, REACH = 96, 48
"""Number of sentences compared at once, and the reach beyond them, so that the cost is linear."""
AROUND = 3


@dataclass(frozen=True, slots=True)
class Vectors:
    """A sparse matrix of sentences by stems, rows of length 1: ``weights[k]`` is at ``(rows[k], columns[k])``."""

    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    weights: Numbers
    sentences: int
    stems: int

    def times(self, by_stem: Numbers) -> Numbers:
        """Return the product with a vector over stems: one number per sentence."""
        return sums(self.rows, self.weights * by_stem[self.columns], self.sentences)

    def gather(self, by_sentence: Numbers) -> Numbers:
        """Return the product of the transpose with a vector over sentences: one number per stem."""
        return sums(self.columns, self.weights * by_sentence[self.rows], self.stems)

    def likeness(self, sentence: int) -> Numbers:
        """Return the cosine of one sentence to every sentence."""
        mine = self.rows == sentence
        vector = np.zeros(self.stems)
        vector[self.columns[mine]] = self.weights[mine]
        return self.times(vector)

    def dense(self, places: NDArray[np.intp]) -> NDArray[np.float32]:
        """Return the rows of sentences, given in ascending order, over the stems that they have."""
        low, high = np.searchsorted(self.rows, [places[0], places[-1] + 1])
        mine = low + np.flatnonzero(np.isin(self.rows[low:high], places))
        known, column = np.unique(self.columns[mine], return_inverse=True)
        matrix = np.zeros((len(places), len(known)), np.float32)
        matrix[np.searchsorted(places, self.rows[mine]), column] = self.weights[mine]
        return matrix

    def likenesses(self, first: NDArray[np.intp], second: NDArray[np.intp]) -> Numbers:
        """Return the cosines of pairs of sentences, computed one block at a time."""
        found = np.zeros(len(first))
        for start in range(0, self.sentences, BLOCK):
            mine = np.flatnonzero((first >= start) & (first < start + BLOCK))
            if len(mine):
                places = np.unique(np.concatenate([first[mine], second[mine]]))
                rows = self.dense(places)
                likeness = rows @ rows.T
                found[mine] = likeness[np.searchsorted(places, first[mine]), np.searchsorted(places, second[mine])]
        return found


@dataclass(frozen=True, slots=True)
class Nearby:
    """The cosine similarity of each sentence to those around it."""

    before: Numbers
    """To the sentence before it."""
    after: Numbers
    earlier: Numbers
    """The largest to any earlier sentence nearby."""
    later: Numbers
    around: Numbers
    """The sum over the three before and the three after."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Term statistics over an article's sentences."""

    vectors: Vectors
    index: dict[str, int]
    """The column of each stem."""
    frequency: Numbers
    """The number of occurrences of each stem in the article."""
    spread: Numbers
    """The number of sentences that contain each stem."""
    rarity: Numbers
    """Inverse document frequency of each stem, with sentences as documents."""


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


def nearby(vectors: Vectors) -> Nearby:
    """Compare each sentence with those of its block and `REACH` sentences on either side of the block."""
    size = vectors.sentences
    found = Nearby(*(np.zeros(size) for _ in range(5)))
    for first in range(0, size, BLOCK):
        stop = min(first + BLOCK, size)
        low, high = max(first - REACH, 0), min(stop + REACH, size)
        rows = vectors.dense(np.arange(low, high))
        likeness = rows[first - low : stop - low] @ rows.T
        apart = np.arange(low, high)[None, :] - np.arange(first, stop)[:, None]
        mine = slice(first, stop)
        found.before[mine] = np.where(apart == -1, likeness, 0).sum(1)
        found.after[mine] = np.where(apart == 1, likeness, 0).sum(1)
        found.earlier[mine] = np.where(apart < 0, likeness, 0).max(1)
        found.later[mine] = np.where(apart > 0, likeness, 0).max(1)
        found.around[mine] = np.where((apart != 0) & (np.abs(apart) <= AROUND), likeness, 0).sum(1)
    return found


def sums(places: NDArray[np.intp], values: Numbers, size: int) -> Numbers:
    """Return the sum of the values at each of `size` positions."""
    return np.bincount(places, values, size).astype(np.float64)
