"""Chooses the reading of a date that agrees with its clause: past tense before the publication, future after it.

A day without its year, or a weekday without its week, has neighbours a year or a week away. Where the day that is
nearest is impossible, for it contradicts the tense of its verb or the weekday named with it, a year that the text has
told for the month is meant, or else the one neighbour that agrees; where none or several do, the words have no place in
the calendar.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from summaries.timeline.calendar import place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summaries.timeline.calendar import Interval
    from summaries.timeline.meaning import Meaning, Setting
    from summaries.timeline.reading import Reading

UNKNOWN = "XXXX-XX-XX"
DATED = frozenset({"calendar", "span", "both"})
"""Rules whose days may have an alternative a year away."""
EDITION = dt.timedelta(days=2)
"""How far past its stated day of publication a text may report, since it may have been republished."""
NEIGHBOURS = (-1, 1)
SAYS_WHICH = frozenset({"year", "oldyear", "date", "short", "relative", "unit.Y", "that"})
"""Roles of words that specify a day's year or week."""


def keep_consistent(reading: Reading, meaning: Meaning, setting: Setting) -> Meaning:
    """Return a meaning that agrees with its clause: the given one, a neighbour, or one without calendar position."""
    interval = _interval(meaning)
    if interval is None or meaning.calendar_value or not _is_open(reading, setting):
        return meaning
    if _is_possible(interval, setting) and _fits(interval, reading):
        return meaning
    for candidates in (_told(reading, meaning, setting), _neighbours(reading, meaning)):
        agreeing = [one for one in candidates if _agrees(one, reading, setting)]
        if len(agreeing) == 1:
            return replace(agreeing[0], guessed=True)
    if _is_possible(interval, setting):
        return meaning
    nowhere = tuple(replace(part, value=UNKNOWN) for part in meaning.parts) if meaning.apart else meaning.parts
    return replace(meaning, calendar_value=UNKNOWN, interval=None, parts=nowhere, guessed=True)


def _interval(meaning: Meaning) -> Interval | None:
    """Return the days from the first that a meaning names to its last."""
    values = [part.value for part in meaning.parts] or [meaning.value]
    days = [place(value)[0] for value in values]
    first, last = days[0], days[-1]
    return (first[0], last[1]) if first and last else None


def _is_open(reading: Reading, setting: Setting) -> bool:
    """Return whether the words leave a day's year or week open."""
    if setting.published is None or setting.narrative:
        return False
    return reading.resolver in {*DATED, "weekday"} and SAYS_WHICH.isdisjoint(item.role for item in reading.items)


def _agrees(meaning: Meaning, reading: Reading, setting: Setting) -> bool:
    interval = _interval(meaning)
    return interval is not None and _is_possible(interval, setting) and _fits(interval, reading)


def _is_possible(interval: Interval, setting: Setting) -> bool:
    """Return whether a past event did not begin after the publication, and a future one did not end before it."""
    if setting.published is None:
        return True
    if setting.over and interval[0] > setting.published + EDITION:
        return False
    return not (setting.coming and interval[1] < setting.published)


def _fits(interval: Interval, reading: Reading) -> bool:
    weekday = reading.number("weekday")
    return weekday is None or interval[0] != interval[1] or reading.resolver != "calendar" or _is_on(interval, weekday)


def _is_on(interval: Interval, weekday: int) -> bool:
    return interval[0].weekday() == weekday


def _told(reading: Reading, meaning: Meaning, setting: Setting) -> Iterator[Meaning]:
    """Yield the same day in the years that the text has given for its month."""
    month = reading.number("month")
    if month is not None:
        years = setting.anchors.years_beside(month)
        yield from (_years_later(meaning, year - int(meaning.value[:4])) for year in sorted(years))


def _neighbours(reading: Reading, meaning: Meaning) -> Iterator[Meaning]:
    """Yield the same day in the weeks or years before and after."""
    for step in NEIGHBOURS:
        if reading.resolver == "weekday":
            day = dt.date.fromisoformat(meaning.value[:10]) + dt.timedelta(weeks=step)
            yield replace(meaning, value=f"{day.isoformat()}{meaning.value[10:]}")
        else:
            yield _years_later(meaning, step)


def _years_later(meaning: Meaning, years: int) -> Meaning:
    """Return the same days in another year."""
    parts = tuple(replace(part, value=_year_later(part.value, years)) for part in meaning.parts)
    value = "/".join(_year_later(value, years) for value in meaning.value.split("/"))
    moved = replace(meaning, value=value, parts=parts)
    return replace(moved, interval=_interval(moved)) if meaning.interval else moved


def _year_later(value: str, years: int) -> str:
    return f"{int(value[:4]) + years:04d}{value[4:]}"
