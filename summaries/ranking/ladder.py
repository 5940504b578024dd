"""One order for all lengths: every beginning of it stands alone, and every named length adds to the one before."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from typing import TYPE_CHECKING

from summaries.briefing import LADDER

if TYPE_CHECKING:
    from collections.abc import Sequence

RUNGS = tuple(length.words for length in LADDER if length.words is not None)
LOOKAHEAD = 30
"""How many sentences that are too long for a length are passed over for one that fits, where none was added yet."""
CLOSE_BEHIND = 2.5
"""How many places after a claim its qualification comes at the latest."""


def arrange(
    order: Sequence[int], words: Sequence[int], leaning: Sequence[bool], qualifying: Sequence[bool]
) -> tuple[int, ...]:
    """Return an order of sentences rearranged so that every beginning of it can be shown.

    A leaning sentence waits for the one before it and is left out where that one is; a sentence that qualifies the one
    before it follows soon. `order` holds indices, the best first; the other sequences say something of each sentence.
    """
    rank = {index: float(place) for place, index in enumerate(order)}
    first = min(order, default=0)
    ready = [(rank[i], i) for i in order if i == first or not leaning[i]]
    heapq.heapify(ready)
    arranged: list[int] = []
    totals: list[int] = []
    while ready:
        place, index = _take(ready, words, _room(totals))
        arranged.append(index)
        totals.append(words[index] + (totals[-1] if totals else 0))
        follower = index + 1
        if follower in rank and leaning[follower] and follower != first:
            own = rank[follower]
            heapq.heappush(ready, (min(own, place + CLOSE_BEHIND) if qualifying[follower] else own, follower))
    return tuple(arranged)


def _room(totals: Sequence[int]) -> int | None:
    """Return how many words the next sentence may have so that every length adds something to the one before.

    `totals` is how many words there are up to each sentence arranged so far; the first of them is the headline.
    """
    if not totals or totals[-1] >= RUNGS[-1]:
        return None
    place = bisect_right(RUNGS, totals[-1])
    shorter = bisect_right(totals, RUNGS[place - 1]) if place else 1
    if len(totals) > max(shorter, 1):
        place += 1  # this length has something of its own: the sentence may fill the next
    return RUNGS[place] - totals[-1] if place < len(RUNGS) else None


def _take(ready: list[tuple[float, int]], words: Sequence[int], room: int | None) -> tuple[float, int]:
    """Take the best sentence that fits into the room, or the best where there is no need or none of the next fits."""
    passed: list[tuple[float, int]] = []
    taken = heapq.heappop(ready)
    while room is not None and words[taken[1]] > room:
        passed.append(taken)
        if not ready or len(passed) == LOOKAHEAD:
            taken = passed.pop(0)
            break
        taken = heapq.heappop(ready)
    for candidate in passed:
        heapq.heappush(ready, candidate)
    return taken
