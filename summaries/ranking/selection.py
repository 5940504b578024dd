"""From scores to an order: worth, without repeating, with something of every part of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from summaries.ranking.scoring import Scores
    from summaries.ranking.vectors import Numbers

WORTH = 0.75
"""Weight of the score against that of not repeating: lambda of MMR (Carbonell and Goldstein 1998)."""
WEIGHED = 120
"""How many sentences are weighed against those chosen; the rest follow by score, for nobody asks for so many."""
NEW_PART = 0.10
"""What a sentence gains by being the first of its part of the article, once the first few stand."""
OVERDUE, LATE = 0.10, 10
"""How much it gains more with every sentence beyond so many: a long summary has something of every part."""
FIRST_FEW = 3
ALONE = 8
"""How many sentences are chosen one by one, before a sentence may bring along those that it needs."""
LONGEST_CHAIN = 3
COMPANY = 0.10
"""What speaks against a sentence that only comes along."""
SAME = 0.9
"""From which likeness on a sentence is a repeat, which comes last."""


def order_sentences(scores: Scores, parts: NDArray[np.intp], leaning: Sequence[bool]) -> tuple[int, ...]:
    """Return the indices of all sentences in the order of choice.

    `parts` says which part of the article each belongs to, `leaning` whether it needs the one before it, in
    which case it is not chosen before that one or, once the first stand, together with it.
    """
    size = len(scores.values)
    most_like = np.zeros(size)
    is_open = np.full(size, True)  # noqa: FBT003
    covered = np.full(int(parts.max()) + 1, False)  # noqa: FBT003
    leans = np.array(leaning, dtype=np.bool_)
    leans[0] = False
    before = np.maximum(np.arange(size) - 1, 0)
    chosen: list[int] = []
    while len(chosen) < min(WEIGHED, size):
        worth = WORTH * scores.values - (1 - WORTH) * most_like
        if len(chosen) >= FIRST_FEW:
            worth = worth + (NEW_PART + OVERDUE * max(len(chosen) - LATE, 0)) * ~covered[parts]
        worth[~is_open | (most_like > SAME)] = -np.inf
        longest = LONGEST_CHAIN if len(chosen) >= ALONE else 1
        chain = _best_chain(worth, leans & is_open[before], longest)
        for index in chain:
            chosen.append(index)
            is_open[index] = False
            covered[parts[index]] = True
            most_like = np.maximum(most_like, scores.terms.vectors.likeness(index))
        if not chain:
            break
    left = np.flatnonzero(is_open)
    repeats = most_like[left] > SAME
    rest = left[np.lexsort((-scores.values[left], repeats))]
    return (*chosen, *(int(index) for index in rest))


def _best_chain(worth: Numbers, needs: NDArray[np.bool_], longest: int) -> range:
    """Return the sentences in a row to choose next: one, or one that needs those before it, with them.

    A chain is worth half of its last sentence and half of its average, less something for every sentence that only
    comes along. `needs` says which sentences need the one before them, not yet chosen.
    """
    best, value = range(0), -np.inf
    total, complete = np.zeros(len(worth)), np.full(len(worth), True)  # noqa: FBT003
    for length in range(1, min(longest, len(worth)) + 1):
        size = len(worth) - length + 1
        last = worth[length - 1 :]
        total = total[:size] + last
        if length > 1:
            complete = complete[:size] & needs[length - 1 :]
        chains = np.where(complete & ~needs[:size], (total / length + last) / 2 - COMPANY * (length - 1), -np.inf)
        place = int(np.argmax(chains))
        if chains[place] > value:
            best, value = range(place, place + length), float(chains[place])
    return best
