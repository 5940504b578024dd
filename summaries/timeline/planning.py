"""Which days to come are certain enough for a calendar: those that are said as days and left in no doubt."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from summaries.timeline.absolute import says_year

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summaries.timeline.reading import Reading, Word

SIGHT = 25
"""Words around a date that are looked at."""
SAID_AS_DAYS = frozenset({"calendar", "span", "several", "both", "weekday", "today", "day of month"})
"""Rules whose words name the day itself; what is counted from another is not certain enough for a calendar."""
DOUBTFUL = frozenset({"cancelled", "example"})
"""Words of a sentence whose days are called off or made up."""
BESIDE = frozenset({"than", "document"})
"""Words right before a day that is only spoken of: *colder than Tuesday*, *das Schreiben vom 3. Mai*."""
RECURRING = frozenset({"unit", "weekday", "month", "season", "daypart", "number", "unit.D", "unit.W", "unit.Y"})
"""What *each* stands before."""
WEEKDAYS = frozenset({"weekday", "weekday_part"})
TO = frozenset({"to", "'-'"})
MANY = 3
"""A sentence that names so many weekdays tells of hours and habits."""
EDGES = frozenset({"break", "stop"})
BEFORE_OR_AFTER = frozenset({"after", "before_now", "offset"})
"""Words behind a weekday that is counted from another day: *am Sonntag nach dem 3. Mai*."""
DAYS = frozenset({"day", "day_word", "date", "dotted_day", "ordinal", "holiday"})

Roles = list["Collection[str]"]


def may_be_planned(reading: Reading, words: Sequence[Word], *, certain: bool) -> bool:
    """Tell whether nothing in the sentence of a day leaves it in doubt.

    `certain`: whether the day of publication is, from which days without a year or week are counted.
    """
    if reading.resolver not in SAID_AS_DAYS or not (certain or says_year(reading)):
        return False
    first, last = reading.first, reading.last
    before = _until_edge([word.sign.roles.keys() for word in reversed(words[max(0, first - SIGHT) : first])])
    after = _until_edge([word.sign.roles.keys() for word in words[last + 1 : last + 1 + SIGHT]])
    if any(not DOUBTFUL.isdisjoint(roles) for roles in (*before, *after)) or _is_stamp(words, first, last):
        return False
    if before and not BESIDE.isdisjoint(before[0]):
        return False
    if reading.resolver == "weekday":
        own = words[first].sign.roles.keys()
        if _is_habit([own, *before] if "to" in own else before, after) or _is_name(before, after):
            return False
    return says_year(reading) or not _recurs([*reversed(before), *after])


def _is_stamp(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether a date is set apart at the end of a line: *Bridge to open – 3 May 2031*, the day of a headline."""
    before = words[first - 1].sign.roles if first else {}
    after = words[last + 1].sign.roles if last + 1 < len(words) else {"break": 1}
    return "'-'" in before and "break" in after


def _is_habit(before: Roles, after: Roles) -> bool:
    """Tell whether a weekday is one of each week, or one near another day: *Monday to Friday*, *open all Saturday*."""
    around = (*before, *after)
    if any("habit" in roles for roles in around):
        return True
    if sum(not WEEKDAYS.isdisjoint(roles) for roles in around) + 1 >= MANY:
        return True
    if _joins(before) or _joins(after):
        return True
    near = [roles for roles in after[:3] if "article" not in roles]
    return len(near) > 1 and not BEFORE_OR_AFTER.isdisjoint(near[0]) and not DAYS.isdisjoint(near[1])


def _joins(words: Roles) -> bool:
    """Tell whether a weekday follows behind *to*."""
    near = [roles for roles in words[:3] if not (TO | WEEKDAYS).isdisjoint(roles)]
    return len(near) > 1 and not TO.isdisjoint(near[0]) and not WEEKDAYS.isdisjoint(near[1])


def _is_name(before: Roles, after: Roles) -> bool:
    """Tell whether a weekday seems part of a title: *her book Saturday Anglers*."""
    return bool(before and after) and set(before[0]) == {"word"} and "name" in after[0]


def _recurs(sentence: Roles) -> bool:
    """Tell whether a sentence speaks of what comes again and again: *each year*, *daily*."""
    each = any("each" in one and not RECURRING.isdisjoint(two) for one, two in pairwise(sentence))
    return each or any("often" in roles for roles in sentence)


def _until_edge(words: Roles) -> Roles:
    return list(takewhile(EDGES.isdisjoint, words))
