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
COMMA = "','"
VERBS = frozenset({"ahead", "perhaps", "said"})
EDGES = frozenset({"break", "stop"})


class Outlook(NamedTuple):
    """`ahead`: what will be; `hoped`: that, or what may or would be; `behind`: what was."""

    ahead: bool = False
    hoped: bool = False
    behind: bool = False


def outlook(words: Sequence[Word], first: int, last: int) -> Outlook:
    """Return how the sentence looks on the words from `first` to `last`, both included."""
    before = _until_edge([word.sign.roles.keys() for word in reversed(words[max(0, first - SIGHT) : first])])
    if before and "deadline" in before[0]:
        return Outlook(ahead=True, hoped=True)
    if any("said" in roles for roles in before[:SAID]):
        return Outlook(behind=True)
    if len(before) <= OPENING:
        after = [word.sign.roles.keys() for word in words[last + 1 : last + 1 + SIGHT]]
        clause = takewhile(lambda roles: COMMA not in roles, _until_edge(after[COMMA in after[0] :] if after else []))
        before += clause
    verb = next((roles for roles in before if not VERBS.isdisjoint(roles)), ())
    ahead = any("ahead" in roles for roles in before)
    hoped = ahead or any("perhaps" in roles for roles in before)
    return Outlook(ahead, hoped, behind="said" in verb and not hoped)


def _until_edge(words: Sequence[Collection[str]]) -> list[Collection[str]]:
    return list(takewhile(EDGES.isdisjoint, words))
