"""Decides which future days are certain enough for a calendar: those given as days, without any doubt."""

from __future__ import annotations

from dataclasses import replace
from itertools import dropwhile, pairwise, takewhile
from typing import TYPE_CHECKING

from summaries.timeline.absolute import says_year
from summaries.timeline.written_days import names_written_day

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summaries.timeline.meaning import Expression
    from summaries.timeline.reading import Reading, Word

    Found = tuple[Reading, Expression]

SIGHT = 25
"""Number of words around a date that are examined."""
SAID_AS_DAYS = frozenset({"calendar", "span", "several", "both", "weekday", "today", "day of month"})
"""Rules whose words name the day itself; a day counted from another is not certain enough for a calendar."""
DOUBTFUL = frozenset({"cancelled", "example"})
"""Words in sentences about days that are cancelled or hypothetical."""
BETWEEN = frozenset({"of", "from", "preposition", "article"})
"""Words between *at the earliest* and its day."""
VERBS = frozenset({"ahead", "modal", "perhaps", "said", "preterite", "perfect", "scheduled", "changes"})
A_DAY = frozenset({"unit.D", "day_before"})
PAST = frozenset({"said", "preterite"})
COMMA = "','"
CLAUSE_ENDS = frozenset({COMMA, "':'"})
RECURRING = frozenset({"unit", "weekday", "month", "season", "daypart", "number", "unit.D", "unit.W", "unit.Y"})
"""Units that *each* precedes."""
WEEKDAYS = frozenset({"weekday", "weekday_part"})
TO = frozenset({"to", "'-'"})
MANY = 3
"""Number of weekdays from which a sentence is about opening hours or habits."""
EDGES = frozenset({"break", "stop"})
BEFORE_OR_AFTER = frozenset({"after", "before_now", "offset"})
"""Words after a weekday that is relative to another day: *am Sonntag nach dem 3. Mai*."""
DAYS = frozenset({"day", "day_word", "date", "dotted_day", "ordinal", "holiday"})

Roles = list["Collection[str]"]


def may_be_planned(reading: Reading, words: Sequence[Word], *, certain: bool) -> bool:
    """Return whether nothing in a day's sentence leaves it in doubt.

    `certain`: whether the day of publication, to which days without a year or week are relative, is certain.
    """
    if reading.resolver not in SAID_AS_DAYS or not (certain or says_year(reading)):
        return False
    first, last = reading.first, reading.last
    before = _until_edge([word.sign.roles.keys() for word in reversed(words[max(0, first - SIGHT) : first])])
    after = _until_edge([word.sign.roles.keys() for word in words[last + 1 : last + 1 + SIGHT]])
    if _is_stamp(words, first, last) or names_written_day(reading, words) or _is_doubtful(before, after):
        return False
    has_verb = any(not VERBS.isdisjoint(roles) for roles in (*before, *after))
    if not has_verb and (not certain or (reading.resolver == "weekday" and before and "deadline" in before[0])):
        return False
    if reading.resolver == "weekday":
        own = words[first].sign.roles.keys()
        if _is_habit([own, *before] if "to" in own else before, after) or _is_name(before, after):
            return False
        if _is_advice(before, after) or _lasted(before) or "narrated" in own:
            return False
    return says_year(reading) or not _recurs([*reversed(before), *after])


def withdraw_plans(found: Sequence[Found], words: Sequence[Word]) -> tuple[Found, ...]:
    """Return the same expressions without the plans that the text as a whole leaves in doubt.

    They are those for a day on which a document was written, wherever it is named, and, where the text contradicts its
    day of publication, those without a year or before the day that contradicts it.
    """
    written = {one.date.first_day for reading, one in found if one.date and names_written_day(reading, words)}
    told = [one.date.first_day for _, one in found if one.contradicts and one.date and one.date.first_day]

    def stands(reading: Reading, one: Expression) -> bool:
        day = one.date.first_day if one.date else None
        return day is not None and day not in written and (not told or (says_year(reading) and day > max(told)))

    return tuple(
        (reading, replace(one, planned=False) if one.planned and not stands(reading, one) else one)
        for reading, one in found
    )


def _is_doubtful(before: Roles, after: Roles) -> bool:
    """Return whether a day is called off, made up, compared with, not sure, or depends on something."""
    if any(not DOUBTFUL.isdisjoint(roles) for roles in (*before, *after)) or (before and "than" in before[0]):
        return True
    return _is_unsure(before, after) or _depends(before, after)


def _is_unsure(before: Roles, after: Roles) -> bool:
    """Return whether the verb of a day only says what may be: *could come on Tuesday*, *comes as early as Tuesday*."""
    beside = next(dropwhile(lambda roles: not BETWEEN.isdisjoint(roles) and "earliest" not in roles, before), ())
    if "earliest" in beside or (after and "earliest" in after[0]):
        return True
    clause = _own_clause(before)
    if all(map(VERBS.isdisjoint, clause)):
        clause += _own_clause(after)
    near = list(takewhile(lambda roles: "ahead" not in roles, clause))
    beyond = [roles for roles in before[len(near) + 1 :] if COMMA not in roles]
    return any("unsure" in roles for roles in (*near, *beyond[:1]))


def _depends(before: Roles, after: Roles) -> bool:
    """Return whether a day depends on something: *if they agree, the road will open on Friday*."""
    return any("provided" in roles for roles in (*before, *_own_clause(after)))


def _lasted(before: Roles) -> bool:
    """Return whether a weekday may be one on which something ended: *the search lasted until Friday*."""
    verb = next((roles for roles in _own_clause(before[1:]) if not VERBS.isdisjoint(roles)), ())
    return bool(before) and {"deadline", "to"} <= set(before[0]) and not PAST.isdisjoint(verb)


def _own_clause(words: Roles) -> Roles:
    return list(takewhile(CLAUSE_ENDS.isdisjoint, words))


def _is_advice(before: Roles, after: Roles) -> bool:
    """Return whether a weekday is one of a plan for readers: *start with day 1 on Sunday*, *on Sunday you rest*."""
    numbered = any(not A_DAY.isdisjoint(one) and "number" in two for one, two in pairwise([*reversed(before), *after]))
    opening = before[-1] if before else ()
    return numbered or "scheduled" in opening or any("addressed" in roles for roles in (*before, *after))


def _is_stamp(words: Sequence[Word], first: int, last: int) -> bool:
    """Return whether a date is set apart at the end of a line: *Bridge to open – 3 May 2031*, the day of a headline."""
    before = words[first - 1].sign.roles if first else {}
    after = words[last + 1].sign.roles if last + 1 < len(words) else {"break": 1}
    return "'-'" in before and "break" in after


def _is_habit(before: Roles, after: Roles) -> bool:
    """Return whether a weekday recurs weekly or belongs to another day: *Monday to Friday*, *open all Saturday*."""
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
    """Return whether a weekday follows *to*."""
    near = [roles for roles in words[:3] if not (TO | WEEKDAYS).isdisjoint(roles)]
    return len(near) > 1 and not TO.isdisjoint(near[0]) and not WEEKDAYS.isdisjoint(near[1])


def _is_name(before: Roles, after: Roles) -> bool:
    """Return whether a weekday seems part of a title: *her book Saturday Anglers*."""
    return bool(before and after) and set(before[0]) == {"word"} and "name" in after[0]


def _recurs(sentence: Roles) -> bool:
    """Return whether a sentence is about something recurrent: *each year*, *daily*."""
    each = any("each" in one and not RECURRING.isdisjoint(two) for one, two in pairwise(sentence))
    return each or any("often" in roles for roles in sentence)


def _until_edge(words: Roles) -> Roles:
    return list(takewhile(EDGES.isdisjoint, words))
