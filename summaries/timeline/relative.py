"""Resolvers of dates that are named by their distance: from the publication, or from the date last named."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from summaries.timeline.absolute import part_of
from summaries.timeline.calendar import add_length, name_day, place, shift
from summaries.timeline.lengths import amounts, clock_of, length, length_value
from summaries.timeline.meaning import Meaning

if TYPE_CHECKING:
    from summaries.timeline.meaning import Setting, Type
    from summaries.timeline.reading import Reading

UNKNOWN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "MO": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
}
REFERENCES = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
SATURDAY = 5
SHORT = frozenset({"D", "W", "WE"})
SMALL = frozenset({"S", "M", "H"})


def _reference(setting: Setting, unit: str) -> dt.date | None:
    """Return the day to count from: the first of the date last named, or that of the publication.

    A year or a month is too vague a date to count days and weeks from.
    """
    interval, precision = place(setting.reference) if setting.reference else (None, "none")
    if interval is None or (unit in SHORT and precision not in {"day", "week"}):
        return setting.published
    return interval[0]


def _shifted(day: dt.date | None, unit: str, amount: float) -> str:
    return shift(day, unit, amount) if day else UNKNOWN[unit]


def relative(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve *last year*, *this week*, *the end of the month*."""
    year_word = reading.number("year_word")
    if year_word is not None:
        return Meaning("DATE", _shifted(setting.published, "Y", year_word), part_of(reading))
    unit = reading.text("big_unit") or "WE"
    step = reading.number("relative")
    told = step is None and setting.narrative
    if step is None:
        at_hand = unit != "WE" or setting.ahead or not setting.published or setting.published.weekday() >= SATURDAY
        step = 0 if at_hand else -1
    following = reading.number("following")
    if following is not None:
        step = following
    counted = unit == "D" or following is not None or told
    day = _reference(setting, unit) if counted else setting.published
    return Meaning("DATE", _shifted(day, unit, step), part_of(reading))


def same(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve *that year*, *the same day*; *then* is the date last named itself."""
    if reading.get("then") is not None:
        return Meaning("DATE", setting.reference or "PAST_REF")
    unit = next(item.role.removeprefix("unit.") for item in reading.items if item.role.startswith("unit."))
    day = _reference(setting, unit)
    return Meaning("DATE", name_day(day, unit) if day else UNKNOWN[unit])


def weekday(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve a weekday: the day of publication or one of the six before; ahead where the words look ahead.

    *The day after Monday* is resolved from that Monday.
    """
    published, number, step = setting.published, reading.number("weekday"), reading.number("relative")
    hour = reading.text("daypart") or clock_of(reading)
    if compound := reading.text("weekday_part"):
        number, hour = int(compound[0]), compound[1:]
    if number is None:
        return None
    tail = f"T{hour}" if hour else ""
    kind: Type = "TIME" if hour else "DATE"
    if published is None:
        return Meaning(kind, f"XXXX-WXX-{number + 1}{tail}")
    back = (published.weekday() - number) % 7
    if step is not None:
        days = -(back or 7) if step < 0 else (-back) % 7 or (7 if step > 0 else 0)
    else:
        days = 7 - back if setting.ahead and back > 1 else -back
    day = published + dt.timedelta(days=days + (reading.number("offset") or 0))
    return Meaning(kind, day.isoformat() + tail, part_of(reading))


def today(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve *today*, *yesterday evening*, *the day after tomorrow*."""
    day = _shifted(setting.published, "D", reading.number("today") or 0)
    hour = reading.text("daypart") or clock_of(reading)
    return Meaning("TIME", f"{day}T{hour}") if hour else Meaning("DATE", day, part_of(reading))


def part_of_day(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve *this morning*, *last night*."""
    following = reading.number("following")
    if following is not None:
        day = _shifted(_reference(setting, "D"), "D", following)
    else:
        day = _shifted(setting.published, "D", reading.number("relative") or 0)
    return Meaning("TIME", f"{day}T{reading.text('daypart') or reading.text('daytime')}")


def ago(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve *two weeks ago* from the publication, *a year earlier* from the date last named."""
    unit = reading.text("unit") or reading.text("plural") or "D"
    then = reading.number("earlier")
    step = -1 if then is None else then
    found = amounts(reading)
    vague = reading.get("vague") is not None or (not found and reading.get("plural") is not None)
    if unit in SMALL or vague:
        return Meaning("TIME" if unit in SMALL else "DATE", "PAST_REF" if step < 0 else "FUTURE_REF")
    day = setting.published if then is None else _reference(setting, unit)
    amount = (found or (1.0,))[-1]
    if day and amount % 1:
        value = name_day(add_length(day, unit, step * amount), "D" if unit in SHORT else "MO")
    else:
        value = _shifted(day, unit, step * amount)
    return Meaning("DATE", value, part_of(reading))


def from_now(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve *in 1.5 to 2 years*: the publication plus the length where the sentence looks ahead, else the length."""
    unit = reading.text("unit") or "D"
    found = amounts(reading)
    plain = length(reading, setting)
    if not (setting.hoped or reading.get("from_now")) or not found or unit in SMALL or plain is None:
        return plain
    return _counted(reading, setting.published)


def later(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve *через два года*: from the publication where the sentence looks ahead, else from the date last named."""
    unit = reading.text("unit") or "D"
    if unit in SMALL or reading.get("vague") is not None or (reading.get("plural") and not amounts(reading)):
        return Meaning("TIME" if unit in SMALL else "DATE", "FUTURE_REF")
    return _counted(reading, setting.published if setting.hoped else _reference(setting, unit))


def _counted(reading: Reading, start: dt.date | None) -> Meaning:
    """Return what lies one or two lengths after a day."""
    unit, modifier = reading.text("unit") or "D", part_of(reading)
    found = amounts(reading) or (1.0,)
    if start is None:
        return Meaning("DATE", UNKNOWN[unit], modifier)
    if len(found) == 1 and found[0] % 1 == 0:
        value = shift(start, unit, found[0])
        interval = None
    else:
        first, last = (add_length(start, unit, amount) for amount in (found[0], found[-1]))
        ends = [name_day(day, "D" if unit in {"D", "W", "WE"} else "MO") for day in (first, last)]
        value = "/".join(dict.fromkeys(ends))
        interval = (first, last)
    if reading.get("from_now") is None and reading.resolver == "after":
        lengths = "/".join(length_value(unit, amount) for amount in found)
        return Meaning("DURATION", lengths, modifier, calendar_value=value, interval=interval)
    return Meaning("DATE", value, modifier, interval=interval)


def reference(reading: Reading, _setting: Setting) -> Meaning | None:
    """Resolve *now*, *recently*, *soon*: no place in the calendar."""
    return Meaning("DATE", next(str(item.value) for item in reading.items if item.value in REFERENCES))
