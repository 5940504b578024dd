"""Resolves *today* in a quotation to the day on which it was said, if the text gives it; else it is uncertain.

*“Tonight we dance,” she wrote on 12 July 2021* is no evening of the day of publication.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from summaries.briefing import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.timeline.meaning import Expression
    from summaries.timeline.reading import Reading, Word

DEICTIC = frozenset({"today", "part of day", "weekday", "relative", "ago", "within"})
"""Rules whose dates are relative to the day of utterance."""
DAYS = frozenset({"today", "part of day"})
EDGES = frozenset({"break", "stop"})
WEEK = dt.timedelta(days=7)
"""What was said within a week of the publication may be relative to that."""

Found = tuple["Reading", "Expression"]


def date_quotations(
    found: Sequence[Found], words: Sequence[Word], published: dt.date, quotations: Sequence[tuple[int, int]]
) -> Iterator[Expression]:
    """Yield all expressions in order; those in quotations are relative to the day of utterance.

    If the text gives only a month or year long ago for it, they lose their calendar position.
    """
    scopes = [(start, stop, *_sentences(start, stop, words)) for start, stop in quotations]
    place = 0
    for reading, expression in found:
        while place < len(scopes) and scopes[place][1] <= expression.start:
            place += 1
        inside = place < len(scopes) and scopes[place][0] <= expression.start
        if not inside or reading.resolver not in DEICTIC or expression.date is None:
            yield expression
            continue
        day = _said_on(found, scopes[place], published)
        yield replace(expression, planned=False) if day is None else _counted_from(day, reading, expression, published)


Scope = tuple[int, int, int, int]


def _sentences(start: int, stop: int, words: Sequence[Word]) -> tuple[int, int]:
    """Return the bounds of the sentences that contain a quotation."""
    first = _bisect(words, start)
    while first > 0 and EDGES.isdisjoint(words[first - 1].sign.roles):
        first -= 1
    last = _bisect(words, stop)
    while last < len(words) and EDGES.isdisjoint(words[last].sign.roles):
        last += 1
    return (words[first].start if first < len(words) else start), (words[last].start if last < len(words) else stop)


def _bisect(words: Sequence[Word], offset: int) -> int:
    low, high = 0, len(words)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if words[middle].start < offset else (low, middle)
    return low


def _said_on(found: Sequence[Found], scope: Scope, published: dt.date) -> PartialDate | None:
    """Return the date, long ago, that the words around a quotation give for it."""
    start, stop, first, last = scope
    for reading, expression in found:
        if expression.start >= last:
            return None
        outside = first <= expression.start < start or stop <= expression.start
        if not outside or reading.resolver in DEICTIC or expression.date is None:
            continue
        if expression.date.last_day and expression.date.last_day < published - WEEK:
            return expression.date
    return None


def _counted_from(date: PartialDate, reading: Reading, expression: Expression, published: dt.date) -> Expression:
    own = expression.date.first_day if expression.date else None
    if date.precision == "day" and date.first_day and own and reading.resolver in DAYS:
        day = date.first_day + (own - published)
        value = day.isoformat() + expression.value[len("2019-02-13") :]
        return replace(expression, value=value, date=PartialDate(value, day, day, "day"), planned=False)
    return replace(expression, date=PartialDate("XXXX", None, None, "none"), planned=False)
