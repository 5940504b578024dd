"""One order for all lengths: every beginning of it is a summary that stands alone and fills the named lengths well."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

from summaries.briefing import LADDER

if TYPE_CHECKING:
    from collections.abc import Sequence

RUNGS = tuple(length.words for length in LADDER if length.words is not None)
LOOKAHEAD = 8
"""How many sentences that are too long for what is left of a length may be passed over for one that fits."""
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
    total = 0
    while ready:
        place, index = _take(ready, words, total)
        arranged.append(index)
        total += words[index]
        follower = index + 1
        if follower in rank and leaning[follower] and follower != first:
            own = rank[follower]
            heapq.heappush(ready, (min(own, place + CLOSE_BEHIND) if qualifying[follower] else own, follower))
    return tuple(arranged)


def _take(ready: list[tuple[float, int]], words: Sequence[int], total: int) -> tuple[float, int]:
    """Take the best sentence that fits into the next length, or the best where none of the next few fits."""
    room = next((rung - total for rung in RUNGS if rung > total), None)
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
