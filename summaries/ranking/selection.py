"""Selects a set of sentences: the most weighted facts within a word budget, each sentence with what it needs.

The value of a set is the expected weight of the facts that it tells, several sentences counting once for the same fact
(maximum coverage, as in Filatova and Hatzivassiloglou 2004), less penalties for sentences that should not be shown and
for those that would appear without what they need. It is maximised greedily by value per word (Khuller et al. 1999),
one sentence at a time or one together with its most probable source.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from summaries.ranking.assessment import Pool
    from summaries.ranking.importance import Importance
    from summaries.ranking.vectors import Numbers

    Flags = NDArray[np.bool_]

SUPPLIES = 0.15
"""Minimum probability at which a sentence may bring its source along."""
UNCLEAR = 0.65
"""Probability of needing another sentence from which a sentence is not shown for its own sake, nor first."""
TOO_ALIKE = 0.3
"""Cosine from which two sentences shown for their own sake would seem to repeat each other."""
NOTHING = -1e9


@dataclass(frozen=True, slots=True)
class Costs:
    """Penalties for a set, relative to a fact of full weight, which counts 1. Tuned by cross-validation."""

    unclear: float = 0.4
    never: float = 0.6
    source: float = 0.0
    """The penalty for showing a second sentence for the sake of the first."""


def value_of(importance: Importance, length: str) -> Numbers:
    """Return the expected weight of each sentence's facts at a named length, or as a key point."""
    vital = importance.vital
    main = np.maximum(importance.main - vital, 0)
    rest = np.maximum(importance.any - np.maximum(importance.main, vital), 0)
    match length:
        case "headline":
            return vital + 0.1 * main
        case "short":
            return vital + 0.15 * main
        case "medium":
            return vital + main + 0.15 * rest
        case "points":
            return vital + main + 0.4 * rest
        case _:
            return vital + main + rest


class Choice:
    """A growing set of sentences from a pool; numbers are positions in the pool.

    `alone`: each step of the choice is shown on its own, so that sentences chosen before supply nothing.
    """

    def __init__(self, pool: Pool, costs: Costs, *, alone: bool = False) -> None:
        self.pool, self.costs, self.alone = pool, costs, alone
        size = len(pool.places)
        self.steps: list[tuple[int, ...]] = []
        self.words = 0.0
        self.taken = np.zeros(size, np.bool_)
        self._closed = np.zeros(size, np.bool_)
        """Which sentences may not be chosen any more."""
        self._untold = np.ones(size)
        """How probable it is that what a sentence tells has not been told."""
        self._unsupplied = pool.unsupplied
        self._source = pool.supplied.argmax(1)
        self._bond = pool.supplied[np.arange(size), self._source]
        leans = pool.before >= 0
        self._source[leans] = pool.before[leans]
        self._bond[leans] = np.maximum(pool.supplied[leans, pool.before[leans]], SUPPLIES)
        self._waits = leans
        """Which sentences may not be shown yet, since they lean on one that is not shown."""
        if alone:
            self._waits = leans | (pool.importance.needs * pool.unsupplied > UNCLEAR)

    def grow(  # noqa: PLR0913 - what limits a choice
        self,
        value: Numbers,
        budget: float | None,
        *,
        power: float = 0.0,
        forced: bool = False,
        single: bool = False,
        among: Flags | None = None,
    ) -> bool:
        """Add the best sentence, or the best pair that belongs together, that fits the word budget.

        The best has the largest gain relative to this power of its length. Nothing is added that makes the set worse,
        unless that is `forced`. `among` are the sentences that may be added for their own sake. Return whether anything
        was added.
        """
        gains = self._gains(value)
        free = ~self._closed if among is None else ~self._closed & among
        best, step = self._best(gains, self.pool.words, budget, power, free & ~self._waits)
        if not single:
            pairs = self._pair_gains(value, gains)
            open_pairs = free & ~self._closed[self._source] & ~self._waits[self._source]
            open_pairs &= (self._bond >= SUPPLIES) & (self._source < np.arange(len(self.taken)))
            double, number = self._best(
                pairs, self.pool.words + self.pool.words[self._source], budget, power, open_pairs
            )
            if double > best:
                best, step = double, (int(self._source[number[0]]), number[0])
        if best <= (NOTHING if forced or not self.steps else 0):
            return False
        self.take(step)
        return True

    def _best(
        self, gains: Numbers, words: Numbers, budget: float | None, power: float, allowed: Flags
    ) -> tuple[float, tuple[int, ...]]:
        fits = allowed if budget is None else allowed & (self.words + words <= budget)
        worth = np.where(fits, np.where(gains > 0, gains / np.maximum(words, 1) ** power, gains), NOTHING)
        place = int(worth.argmax())
        return float(worth[place]), (place,)

    def _gains(self, value: Numbers) -> Numbers:
        """Return by how much each sentence changes the value of the set, including what it supplies to others."""
        of, costs, shown = self.pool.importance, self.costs, self.taken
        gains = value * self._untold - costs.unclear * of.needs * self._unsupplied - costs.never * of.never
        if not self.alone and shown.any():
            gains = gains + costs.unclear * (of.needs * self._unsupplied * shown) @ self.pool.supplied
        return gains

    def _pair_gains(self, value: Numbers, gains: Numbers) -> Numbers:
        """Return the same for each sentence together with its source."""
        source, rows = self._source, np.arange(len(value))
        own = value * self._untold
        return np.asarray(
            gains
            + gains[source]
            - np.minimum(own, own[source]) * self.pool.same[rows, source]
            + self.costs.unclear * self.pool.importance.needs * self._unsupplied * self._bond
            - self.costs.source
        )

    def take(self, step: Sequence[int]) -> None:
        """Add sentences of the pool, given by position, as one step."""
        self.steps.append(tuple(step))
        for place in step:
            self.taken[place] = self._closed[place] = True
            self.words += float(self.pool.words[place])
            self._untold = self._untold * (1 - self.pool.same[place])
            if self.alone:
                self._closed = self._closed | (self.pool.likeness[place] >= TOO_ALIKE)
            else:
                self._waits = self._waits & (self.pool.before != place)
                self._unsupplied = self._unsupplied * (1 - self.pool.supplied[:, place])
