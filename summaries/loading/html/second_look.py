"""A second look at the pieces of a page: what the first said of each, of those around it, and of those beside it.

A paragraph that reads like the article's is of it where its neighbours are; a list of services is not.
"""

from __future__ import annotations

from collections import defaultdict
from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summaries.loading.html.candidates import Candidate
    from summaries.loading.html.features import Features

SUREST = 6.0
"""Log-odds beyond which the first look is as sure as can be."""
SCALE = 3.0
OUTSIDE = -SUREST / SCALE
WINDOW = 8


def look_again(candidates: Sequence[Candidate], described: Sequence[Features], scores: Iterable[float]) -> None:
    """Add to the features of each piece what the first look, its log-odds, says of it and of the others."""
    clipped = [max(-SUREST, min(SUREST, score)) for score in scores]
    likely = [1 / (1 + exp(-score)) for score in clipped]
    sizes = [len(candidate.block.text.split()) for candidate in candidates]
    parents = _sum_up((candidate.parent for candidate in candidates), sizes, likely)
    grandparents = _sum_up((candidate.grandparent for candidate in candidates), sizes, likely)
    padded = [OUTSIDE, *(score / SCALE for score in clipped), OUTSIDE]
    for place, (candidate, features) in enumerate(zip(candidates, described, strict=True)):
        own = sizes[place] * likely[place], sizes[place]
        features["first look before"], features["first look"], features["first look after"] = padded[place : place + 3]
        features["likely before"] = _mean(likely[max(0, place - WINDOW) : place])
        features["likely behind"] = _mean(likely[place + 1 : place + 1 + WINDOW])
        features["likely beside"] = _without(parents[candidate.parent], own)
        features["likely around"] = _without(grandparents[candidate.grandparent], own)


def _sum_up(keys: Iterable[int], sizes: Sequence[int], likely: Sequence[float]) -> dict[int, tuple[float, int]]:
    """Return for each element the words in it that are likely of the article, and all its words."""
    found: defaultdict[int, tuple[float, int]] = defaultdict(lambda: (0.0, 0))
    for key, size, value in zip(keys, sizes, likely, strict=True):
        found[key] = found[key][0] + size * value, found[key][1] + size
    return found


def _without(whole: tuple[float, int], own: tuple[float, int]) -> float:
    return (whole[0] - own[0]) / max(whole[1] - own[1], 1)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
