"""The parts of an article: where its words change, it turns to something else (TextTiling, Hearst 1997)."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from summaries.ranking.vectors import Numbers

SENTENCES_A_PART = 7
MOST = 7
"""Parts are what a reader can keep in mind, not every turn."""
BLOCK = 4
"""How many sentences on either side of a gap are compared."""
PARAGRAPH, HEADING = 0.15, 1.0
"""What the beginning of a paragraph speaks for a turn, and what a heading does."""


def find_parts(stems: Sequence[Sequence[str]], paragraphs: Sequence[int], sections: Sequence[int]) -> NDArray[np.intp]:
    """Return the number of the part that each sentence belongs to, counted from 0.

    A sentence is given as its stems, the number of its paragraph and that of its section under a heading.
    A turn is where the stems of the sentences before and after are least alike; a part has at least three sentences.
    """
    size = len(stems)
    wanted = min(max(round(size / SENTENCES_A_PART), 1), MOST)
    turns: list[int] = []
    apart = max(3, size // (2 * wanted))
    depths = _depths(_likeness_over_gaps(stems))
    depths += PARAGRAPH * _beginnings(paragraphs) + HEADING * _beginnings(sections)
    for place in np.argsort(-depths, kind="stable"):
        if len(turns) == wanted - 1:
            break
        if apart <= place <= size - apart and all(abs(int(place) - turn) >= apart for turn in turns):
            turns.append(int(place))
    return np.searchsorted(np.array(sorted(turns), dtype=np.intp), np.arange(size), side="right")


def _beginnings(numbers: Sequence[int]) -> Numbers:
    return np.array([place > 0 and numbers[place - 1] != number for place, number in enumerate(numbers)], np.float64)


def _likeness_over_gaps(stems: Sequence[Sequence[str]]) -> Numbers:
    """Return the cosine of the stems before and after the beginning of each sentence."""
    values = np.zeros(len(stems))
    before: Counter[str] = Counter()
    after = Counter(stem for row in stems[:BLOCK] for stem in row)
    for place, row in enumerate(stems):
        shared = sum(count * after[stem] for stem, count in before.items())
        values[place] = shared / (_length(before) * _length(after)) if shared else 0.0
        before.update(row)
        after.subtract(row)
        if place >= BLOCK:
            before.subtract(stems[place - BLOCK])
        if place + BLOCK < len(stems):
            after.update(stems[place + BLOCK])
        before, after = +before, +after
    return values


def _length(counts: Counter[str]) -> float:
    return math.sqrt(sum(count * count for count in counts.values())) or 1.0


def _depths(likeness: Numbers) -> Numbers:
    """Return how deep the valley at each gap is: the peaks on both sides, less itself."""
    size = len(likeness)
    left, right = likeness.copy(), likeness.copy()
    for place in range(1, size):
        if left[place - 1] >= likeness[place]:
            left[place] = left[place - 1]
    for place in range(size - 2, -1, -1):
        if right[place + 1] >= likeness[place]:
            right[place] = right[place + 1]
    depth: Numbers = left + right - 2 * likeness
    return depth
