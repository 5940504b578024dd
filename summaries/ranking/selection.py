"""From scores to an order: worth, without repeating, with something of every part of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summaries.ranking.scoring import Scores

WORTH = 0.75
"""Weight of the score against that of not repeating: lambda of MMR (Carbonell and Goldstein 1998)."""
WEIGHED = 120
"""How many sentences are weighed against those chosen; the rest follow by score, for nobody asks for so many."""
NEW_PART = 0.30
"""What a sentence gains by being the first of its part of the article, once the first few stand."""
FIRST_FEW = 3
SAME = 0.9
"""From which likeness on a sentence is a repeat, which comes last."""


def order_sentences(scores: Scores, parts: NDArray[np.intp]) -> tuple[int, ...]:
    """Return the indices of all sentences in the order of choice; `parts` says which part each belongs to."""
    size = len(scores.values)
    most_like = np.zeros(size)
    open_to = np.full(size, True)  # noqa: FBT003
    covered = np.full(int(parts.max()) + 1, False)  # noqa: FBT003
    chosen: list[int] = []
    while len(chosen) < min(WEIGHED, size):
        worth = WORTH * scores.values - (1 - WORTH) * most_like
        if len(chosen) >= FIRST_FEW:
            worth = worth + NEW_PART * ~covered[parts]
        worth[~open_to | (most_like > SAME)] = -np.inf
        best = int(np.argmax(worth))
        if worth[best] == -np.inf:
            break
        chosen.append(best)
        open_to[best] = False
        covered[parts[best]] = True
        most_like = np.maximum(most_like, scores.terms.vectors.likeness(best))
    left = np.flatnonzero(open_to)
    repeats = most_like[left] > SAME
    rest = left[np.lexsort((-scores.values[left], repeats))]
    return (*chosen, *(int(index) for index in rest))
