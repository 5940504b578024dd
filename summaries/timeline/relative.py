"""Resolvers of relative dates: counted from the publication, or from the last date named."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from summaries.timeline.absolute import part_of
from summaries.timeline.calendar import add_length, name_day, place, shift
from summaries.timeline.durations import amounts, clock_of, length, length_value, unit_of
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
VAGUE = frozenset({"year", "decade", "century"})
LONG = frozenset({"DE", "CE"})
"""Units too long to be counted back to a calendar position."""
LONG_AGO = 10
"""Number of years from which *after* refers to the past: *will retire after 40 years*."""
BOUNDS = frozenset({"MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"})
PRECISE = {
    "D": frozenset({"day"}),
    "W": frozenset({"day", "week"}),
    "MO": frozenset({"day", "week", "month"}),
    "Y": frozenset({"day", "week", "month", "quarter", "season", "year"}),
}
"""Precision required of a date for *that day*, *that week* to refer to it."""
SATURDAY = 5
THURSDAY = 3
LATELY = 2
"""Number of days after which *this Tuesday* is unlikely to be past, unless a verb says so."""
FORTNIGHTS = 45
"""Number of days within which *Sunday the 24th* is searched for."""
SHORT = frozenset({"D", "W", "WE"})
SMALL = frozenset({"S", "M", "H"})


def _reference(setting: Setting, unit: str) -> dt.date | None:
    """Return the day to count from: the first day of the last date named, or the day of publication.

    A year or a month is too vague a date to count days and weeks from.
    """
    interval, precision = place(setting.reference) if setting.reference else (None, "none")
    if interval is None or (unit in SHORT and precision not in {"day", "week"}):
        return setting.published
    return interval[0]


def _told(setting: Setting, unit: str) -> dt.date | None:
    """Return the day to count *a week later* from; ``None`` if no precise enough one is nearby."""
    interval, precision = place(setting.reference) if setting.reference and setting.near else (None, "none")
    vague = unit in SHORT and precision not in {"day", "week"}
    return None if interval is None or vague or (unit == "MO" and precision in VAGUE) else interval[0]


def _before(setting: Setting, unit: str) -> dt.date | None:
    """Return the day to count *two days earlier* from; ``None`` if only a past year is nearby."""
    interval, precision = place(setting.reference) if setting.reference and setting.near else (None, "none")
    gone = interval is not None and setting.published is not None and interval[1] < setting.published
    return None if gone and unit in SHORT and precision in VAGUE else _reference(setting, unit)


def _precision(setting: Setting) -> str:
    return place(setting.reference)[1] if setting.reference else "none"


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
    if unit == "D" and step == 0 and _precision(setting) != "day":
        return Meaning("DATE", _shifted(day, unit, step), part_of(reading), calendar_value=UNKNOWN["D"])
    if unit == "WE" and step == 0 and setting.behind and day and day.weekday() <= THURSDAY:
        step = -1
    value = _shifted(day, unit, step)
    return Meaning("DATE", value, part_of(reading), interval=_until_now(reading, value, setting))


def _until_now(reading: Reading, value: str, setting: Setting) -> tuple[dt.date, dt.date] | None:
    """Return the days of *earlier this year*, up to the publication, and of *later this year*, from there on."""
    side, interval, now = reading.number("so_far"), place(value)[0], setting.published
    if side is None or interval is None or now is None or not interval[0] < now < interval[1]:
        return None
    return (interval[0], now) if side < 0 else (now, interval[1])


def same(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve *that year*, *the same day*; *then* is the last date named."""
    if reading.get("then") is not None:
        return Meaning("DATE", setting.reference or "PAST_REF")
    unit = next(item.role.removeprefix("unit.") for item in reading.items if item.role.startswith("unit."))
    day = _reference(setting, unit)
    value = name_day(day, unit) if day else UNKNOWN[unit]
    certain = reading.get("that") is None or _precision(setting) in PRECISE[unit]
    return Meaning("DATE", value, calendar_value=None if certain else UNKNOWN[unit])


def weekday(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve a weekday: the day of publication or one of the six before, or a coming one if the clause looks ahead.

    *The day after Monday* is resolved from that Monday, *Monday of next week* from the week of the publication.
    """
    if reading.get("day") is not None or reading.get("day_word") is not None:
        return _weekday_of_month(reading, setting)
    published, number, step = setting.published, reading.number("weekday"), reading.number("relative")
    hour = reading.text("daypart") or clock_of(reading)
    if compound := reading.text("weekday_part"):
        number, hour = int(compound[0]), compound[1:]
    if number is None:
        return None
    if reading.get("unit.W") is not None and step is not None and published is not None:
        monday = published - dt.timedelta(days=published.weekday())
        return Meaning("DATE", (monday + dt.timedelta(days=number, weeks=step)).isoformat())
    tail = f"T{hour}" if hour else ""
    kind: Type = "TIME" if hour else "DATE"
    if published is None or reading.get("indefinite") is not None:
        return Meaning(kind, f"XXXX-WXX-{number + 1}{tail}")
    back = (published.weekday() - number) % 7
    told = _told_weekday(setting, number)
    ahead = setting.ahead or setting.likely
    if step == 0 and not ahead and (setting.behind or back <= LATELY):
        days = -back
    elif step is not None:
        days = -(back or 7) if step < 0 else (-back) % 7 or (7 if step > 0 else 0)
    elif told is not None and not ahead:
        days = (told - published).days
    else:
        days = 7 - back if ahead and back > 1 else -back
    day = published + dt.timedelta(days=days + (reading.number("offset") or 0))
    return Meaning(kind, day.isoformat() + tail, part_of(reading))


def _weekday_of_month(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve *Sunday the 24th*: the nearest such day; ``None`` if none is near."""
    number, published = reading.number("weekday"), setting.published
    day = reading.number("day") or reading.number("day_word")
    if published is None:
        return None
    days = (published + dt.timedelta(days=step) for step in range(-FORTNIGHTS, FORTNIGHTS + 1))
    fitting = [one for one in days if one.day == day and one.weekday() == number]
    ahead = [one for one in fitting if one >= published] if setting.ahead else []
    near = published
    nearest = min(ahead or fitting, key=lambda one: abs(one - near), default=None)
    return None if nearest is None else Meaning("DATE", nearest.isoformat())


def _told_weekday(setting: Setting, number: int) -> dt.date | None:
    """Return the last day given, if it was nearby, long ago, and on this weekday: *on Saturday, May 18 …*."""
    interval, precision = place(setting.reference) if setting.reference and setting.near else (None, "none")
    if interval is None or setting.published is None or precision != "day" or setting.weekday != number:
        return None
    return interval[0] if setting.published - interval[0] > dt.timedelta(days=6) else None


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
    unit = unit_of(reading)
    then = reading.number("earlier")
    step = -1 if then is None else then
    found = amounts(reading)
    vague = reading.get("vague") is not None or (not found and reading.get("plural") is not None)
    if unit in SMALL or vague:
        return Meaning("TIME" if unit in SMALL else "DATE", "PAST_REF" if step < 0 else "FUTURE_REF")
    day = setting.published if then is None else _told(setting, unit) if step > 0 else _before(setting, unit)
    amount = (found or (1.0,))[-1]
    if day and amount % 1:
        value = name_day(add_length(day, unit, step * amount), "D" if unit in SHORT else "MO")
    else:
        value = _shifted(day, unit, step * amount)
    return _shown(value, reading, setting, unit, ahead=step > 0)


def _shown(value: str, reading: Reading, setting: Setting, unit: str, *, ahead: bool) -> Meaning:
    """Return a counted date: an uncertain or impossible one has no calendar position."""
    modifier = part_of(reading)
    first = place(value)[0]
    impossible = ahead and first and setting.published and first[0] > setting.published and not setting.hoped
    if unit in LONG or modifier in BOUNDS or impossible:
        return Meaning("DATE", value, modifier, calendar_value=UNKNOWN[unit])
    return Meaning("DATE", value, modifier)


def two_lengths(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve *two years and three months ago*, *in two years and three months*, and the plain duration."""
    steps = _steps(reading)
    if len(steps) != 2 or any(unit in SMALL for unit, _ in steps):
        return None
    back, unit = reading.get("ago") or reading.get("earlier") or reading.get("before_now"), steps[1][0]
    if back is None and (reading.get("after") or not (setting.hoped or reading.get("later_by"))):
        years, rest = (length_value(one, amount) for one, amount in steps)
        return Meaning("DURATION", years + rest.removeprefix("P"), part_of(reading))
    sign = reading.number("earlier") or (-1 if back is not None else 1)
    now = reading.get("earlier") is None and (back is not None or setting.hoped)
    day = setting.published if now else _told(setting, unit)
    for one, count in steps:
        day = add_length(day, one, sign * count) if day else None
    return Meaning("DATE", name_day(day, unit) if day else UNKNOWN[unit], part_of(reading))


def _steps(reading: Reading) -> list[tuple[str, float]]:
    """Return the units in a reading with their numbers; the number defaults to one."""
    steps: list[tuple[str, float]] = []
    amount = 1.0
    for item in reading.items:
        if item.role == "number":
            amount = float(item.value)
        elif item.role == "unit":
            steps.append((str(item.value), amount))
            amount = 1.0
    return steps


def day_of_month(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve *the 15th of last month*, *the third of that month*."""
    day = reading.number("day") or reading.number("day_word")
    step = reading.number("relative")
    month = _told(setting, "MO") if step is None else setting.published
    if month is None or day is None:
        return Meaning("DATE", UNKNOWN["D"])
    return Meaning("DATE", f"{shift(month, 'MO', step or 0)}-{day:02d}")


def from_now(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve *in 1.5 to 2 years*: counted from the publication if the sentence looks ahead, else a duration."""
    unit = unit_of(reading)
    found = amounts(reading)
    plain = length(reading, setting)
    if not (setting.hoped or reading.get("from_now")) or not found or unit in SMALL or plain is None:
        return plain
    return _counted(reading, setting.published)


def after(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve *would be open after two years*; *closes after 140 years* is the duration of what ends."""
    found = amounts(reading)
    long = reading.text("unit") in LONG or (reading.text("unit") == "Y" and bool(found) and found[-1] >= LONG_AGO)
    return from_now(reading, setting) if setting.likely and not long else length(reading, setting)


def later(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve *через два года*: from the publication if the sentence looks ahead, else from the last date named.

    If none is named and nothing looks back, it is counted from the publication too.
    """
    unit = unit_of(reading)
    if unit in SMALL or reading.get("vague") is not None or (reading.get("plural") and not amounts(reading)):
        return Meaning("TIME" if unit in SMALL else "DATE", "FUTURE_REF")
    told = _told(setting, unit)
    if setting.hoped or (told is None and not setting.behind):
        return _counted(reading, setting.published)
    meaning = _counted(reading, told)
    first = meaning.interval or place(meaning.value)[0]
    if first and setting.published and first[0] > setting.published:
        return Meaning("DATE", meaning.value, meaning.modifier, calendar_value=UNKNOWN[unit])
    return meaning


def _counted(reading: Reading, start: dt.date | None) -> Meaning:
    """Return the date one or two durations after a day."""
    unit, modifier = unit_of(reading), part_of(reading)
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
    if reading.get("from_now") is None and reading.resolver in {"after", "inside"}:
        lengths = "/".join(length_value(unit, amount) for amount in found)
        return Meaning("DURATION", lengths, modifier, calendar_value=value, interval=interval)
    return Meaning("DATE", value, modifier, interval=interval)


def reference(reading: Reading, _setting: Setting) -> Meaning | None:
    """Resolve *now*, *recently*, *soon*: no calendar position."""
    return Meaning("DATE", next(str(item.value) for item in reading.items if item.value in REFERENCES))
