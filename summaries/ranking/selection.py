"""From scores to the order in which a summary takes sentences up: worth, without repeating, spread over the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from summaries.ranking.scoring import Scores
    from summaries.ranking.vectors import Numbers

WORTH = 0.80
"""Weight of the score against that of not repeating: lambda of MMR (Carbonell and Goldstein 1998)."""
WEIGHED = 120
"""How many sentences are weighed against those chosen; the rest follow by score, for nobody asks for so many."""
GAP = 0.30
"""What a sentence gains by standing far from all chosen ones, once the first few stand."""
FADE = 0.8
"""How much of the bonus for an early place is gone once the first few stand and the beginning is told."""
FIRST_FEW = 3
SECTIONS = 10
SAME = 0.9
"""From which likeness on a sentence is a repeat."""


def order_sentences(scores: Scores, leaning: Sequence[bool], shown: Sequence[bool]) -> tuple[int, ...]:
    """Return indices of sentences in the order of choice.

    A leaning sentence comes only after the one before it has been chosen, so that every beginning of the order stands
    alone. Those that are not to be shown are left out.
    """
    size = len(scores.values)
    most_like = np.zeros(size)
    distance = np.full(size, np.inf)
    places = np.arange(size)
    waiting = np.array([not may for may in shown])
    held = np.array(leaning) & (places > 0)
    chosen: list[int] = []
    while len(chosen) < WEIGHED:
        worth = WORTH * scores.values - (1 - WORTH) * most_like
        if len(chosen) >= FIRST_FEW:
            worth = worth + GAP * np.minimum(distance * SECTIONS / size, 1) - WORTH * FADE * scores.position
        worth[waiting | held | (most_like > SAME)] = -np.inf
        best = int(np.argmax(worth))
        if worth[best] == -np.inf:
            break
        chosen.append(best)
        waiting[best] = True
        if best + 1 < size:
            held[best + 1] = False
        most_like = np.maximum(most_like, scores.terms.vectors.likeness(best))
        distance = np.minimum(distance, np.abs(places - best))
    return (*chosen, *_rest(scores.values, chosen, held, shown))


def _rest(values: Numbers, chosen: Sequence[int], held: NDArray[np.bool_], shown: Sequence[bool]) -> list[int]:
    """Return the sentences not yet chosen by score, each followed by those that lean on it."""
    taken = set(chosen)
    rest: list[int] = []
    for start in np.argsort(-values, kind="stable"):
        index = int(start)
        if held[index] or index in taken or not shown[index]:
            continue
        rest.append(index)
        taken.add(index)
        while index + 1 < len(values) and held[index + 1] and index + 1 not in taken and shown[index + 1]:
            index += 1
            rest.append(index)
            taken.add(index)
    return rest
