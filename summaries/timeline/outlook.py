"""Whether a sentence looks ahead or back from where a date stands in it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summaries.timeline.reading import Word

SIGHT = 25
"""How many words away a word such as *will* is looked for."""
SAID = 3
"""How many words before a date *said* may stand: what is said on Monday is past, whatever it is about."""
OPENING = 2
"""A date after at most so many words opens the sentence, so that its verb follows."""
EDGES = frozenset({"break", "stop"})


class Outlook(NamedTuple):
    """`ahead`: what will be; `hoped`: that, or what may or would be."""

    ahead: bool
    hoped: bool


def outlook(words: Sequence[Word], first: int, last: int) -> Outlook:
    """Return how the sentence looks on the words from `first` to `last`, both included."""
    before = _until_edge([word.sign.roles.keys() for word in reversed(words[max(0, first - SIGHT) : first])])
    if before and "deadline" in before[0]:
        return Outlook(ahead=True, hoped=True)
    if any("said" in roles for roles in before[:SAID]):
        return Outlook(ahead=False, hoped=False)
    if len(before) <= OPENING:
        before += _until_edge([word.sign.roles.keys() for word in words[last + 1 : last + 1 + SIGHT]])
    ahead = any("ahead" in roles for roles in before)
    return Outlook(ahead, ahead or any("perhaps" in roles for roles in before))


def _until_edge(words: Sequence[Collection[str]]) -> list[Collection[str]]:
    return list(takewhile(EDGES.isdisjoint, words))
