"""Resolvers of calendar dates: days, months, years and ranges of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summaries.timeline.anchors import TURN
from summaries.timeline.calendar import FIRST_MONTHS, holiday_in, name_day, place, read_roman
from summaries.timeline.meaning import Meaning, Part
from summaries.timeline.numbers import CENTURY_TURN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.briefing import Modifier
    from summaries.timeline.meaning import Setting
    from summaries.timeline.reading import Item, Reading

MONTHS_BACK = 8
"""Maximum number of months ago for a month without a year to be the past one, else the coming one."""
YEAR_BUT_NEXT_MONTH = 10
"""If the sentence looks back, only the very next month is a coming one."""
CLOSE = 2
"""Even if the sentence looks ahead, a month that ended no longer ago than this is the past one."""
HALF_A_YEAR = 5
"""In what was decided, the nearest month is meant: the day may be that of the decision too."""
UNKNOWN = "XXXX"
SPOKEN = frozenset({"day", "day_word", "month", "year", "oldyear", "date", "season", "season_only", "dotted_day"})
SAYS_WHICH = frozenset({"year", "relative", "unit.Y"})
LAST_OF_WINTER = 2
BORDERS = frozenset({"to", "'-'", "and", "or", "'/'"})


@dataclass(frozen=True, slots=True)
class Partial:
    """A date as far as its own words specify it."""

    start: int
    stop: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: str | None = None
    """A season, quarter or half: ``SU``, ``Q1``, ``H2``."""
    whole: str | None = None
    """A date written in digits, as a value."""
    relative: int | None = None


def read_partial(items: Sequence[Item], setting: Setting) -> Partial:
    """Return what the words of a date specify."""
    found = {item.role: item.value for item in reversed(items)}
    core = [item for item in items if item.role not in {"from", "between", "','"}] or items
    year = found.get("year", found.get("oldyear"))
    relative = found.get("relative")
    reference = setting.published
    if "unit.Y" in found and "that" in found and setting.reference and setting.reference[:4].isdecimal():
        year = int(setting.reference[:4])
    elif "unit.Y" in found and relative is not None and reference:
        year, relative = reference.year + int(relative), None
    if year is None and "short" in found:
        short = int(found["short"])
        year = short if "month" not in found else short + (2000 if short < CENTURY_TURN else 1900)
    season = (
        found.get("season")
        or found.get("season_only")
        or _numbered(found.get("quarter"), "Q")
        or _numbered(found.get("half"), "H")
    )
    month, day = (
        (int(part) for part in str(found["dotted_day"]).split("-"))
        if "dotted_day" in found
        else (
            _whole(found.get("month", found.get("month_adjective"))),
            _whole(found.get("day", found.get("day_word", found.get("spelled_day")))),
        )
    )
    return Partial(
        core[0].start,
        core[-1].stop,
        None if year is None else int(year),
        month,
        day,
        None if season is None else str(season),
        None if found.get("date") is None else str(found["date"]),
        _whole(relative),
    )


def _whole(value: str | float | None) -> int | None:
    return None if value is None else int(value)


def _numbered(value: str | float | None, letter: str) -> str | None:
    return None if value is None else f"{letter}{value}"


def says_year(reading: Reading) -> bool:
    """Return whether the words of a date include its month and year."""
    roles = {item.role for item in reading.items}
    return "date" in roles or ("month" in roles and not roles.isdisjoint({"year", "unit.Y"}))


def nearest_year(setting: Setting, month: int) -> int | None:
    """Return the year of a day or month named without one; `None` if it cannot be determined."""
    if setting.year is not None:
        return setting.year
    published = setting.published
    if published is None:
        return None
    guess = _nearest_to(published, month, setting)
    told = None if setting.ahead or setting.possible else setting.anchors.year_of(month, guess, published)
    return guess if told is None else told


def _nearest_to(published: dt.date, month: int, setting: Setting) -> int:
    back = (published.month - month) % 12
    if back == 0:
        return published.year
    past = published.year if month < published.month else published.year - 1
    return past if back <= _months_back(setting) else past + 1


def _months_back(setting: Setting) -> int:
    """Return how many months ago a month without a year may lie to be the past one."""
    if setting.ahead or setting.possible:
        return CLOSE
    if setting.resolved:
        return HALF_A_YEAR
    return YEAR_BUT_NEXT_MONTH if setting.behind else MONTHS_BACK


def _relative_year(published: dt.date, month: int, day: int | None, relative: int) -> int:
    """Return the year of *last October*, *next May*, *el próximo 3 de mayo*."""
    given, now = (month, day or 0), (published.month, published.day if day else 0)
    if relative < 0:
        return published.year - (given >= now)
    if relative > 0:
        return published.year + (given <= now)
    winter = month == FIRST_MONTHS["WI"] and day is None and published.month <= LAST_OF_WINTER
    return published.year - winter


def date_value(date: Partial, setting: Setting) -> str | None:
    """Return the value of a date; ``None`` if there is no such day."""
    if date.whole:
        return date.whole
    year, season = date.year, date.season
    first_month = date.month or _first_month(season)
    if year is None and date.relative is not None and first_month and setting.published:
        year = _relative_year(setting.published, first_month, date.day, date.relative)
    if year is None and first_month:
        year = nearest_year(setting, first_month)
    head = UNKNOWN if year is None else f"{year:04d}"
    if season:
        return f"{head}-{season}"
    if date.month is None:
        return head if year is not None else None
    if date.day is None:
        return f"{head}-{date.month:02d}"
    try:
        dt.date(year or 2000, date.month, date.day)
    except ValueError:
        return None
    return f"{head}-{date.month:02d}-{date.day:02d}"


def _first_month(season: str | None) -> int | None:
    if season is None:
        return None
    if season in FIRST_MONTHS:
        return FIRST_MONTHS[season]
    number = int(season[1:])
    return number * 3 - 2 if season[0] == "Q" else number * 6 - 5


def calendar(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve a day, month, season, quarter or year."""
    if not setting.fiscal and not SAYS_WHICH.intersection(item.role for item in reading.items):
        return None
    value = date_value(read_partial(reading.items, setting), setting)
    return None if value is None else Meaning("DATE", value, part_of(reading))


def year_apart(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve a month whose year follows some words later: *the February meeting this year*."""
    date = read_partial(reading.items, setting)
    value = date_value(date, setting)
    if value is None:
        return None
    month, (relative, year) = reading.items[0], reading.items[-2:]
    parts = Part(month.start, month.stop, value), Part(relative.start, year.stop, value[:4])
    return Meaning("DATE", value, parts=parts)


def possessive_month(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve *April's* before something that months have: *April's first estimate*; the name alone is the date."""
    month = next(item for item in reading.items if item.role == "month")
    value = date_value(read_partial([month], setting), setting)
    parts = () if value is None else (Part(month.start, month.stop, value),)
    return None if value is None else Meaning("DATE", value, parts=parts, apart=True)


def part_of(reading: Reading) -> Modifier | None:
    """Return the modifier in the words of a date: START, MID, END, APPROX."""
    value = reading.get("part") or reading.get("modifier") or (reading.get("circa") and "APPROX")
    return None if value in {None, "EXACT"} else value  # type: ignore[return-value]  # the data names modifiers


def _two_ends(reading: Reading, setting: Setting) -> tuple[Partial, Partial] | None:
    items = reading.items
    cut = next((n for n, item in enumerate(items) if item.role in BORDERS and n and _says(items[:n])), None)
    if cut is None:
        return None
    left, right = read_partial(items[:cut], setting), read_partial(items[cut + 1 :], setting)
    if right.year is not None and right.year < 100 and left.year is not None:
        right = replace(right, year=left.year - left.year % 100 + right.year)
    if right.whole and left.day is not None and left.month is None:
        left = replace(left, day=None, whole=f"{right.whole[:8]}{left.day:02d}")
    if right.whole and left.month is not None and left.year is None:
        year, month, day = (int(part) for part in right.whole.split("-"))
        left = replace(left, year=year - (_order(left) > (month, day)))
    if right.month is None and right.day is not None:
        right = replace(right, month=left.month)
    if left.month is None and left.day is not None:
        left = replace(left, month=right.month)
    if right.year is None and left.year is not None:
        return left, replace(right, year=left.year + (_order(right) < _order(left)))
    if left.year is None and right.year is not None and not left.whole:
        left = replace(left, year=right.year - (_order(left) > _order(right)))
    return left, right


def _says(items: Sequence[Item]) -> bool:
    return any(item.role in SPOKEN for item in items)


def _order(date: Partial) -> tuple[int, int]:
    return date.month or _first_month(date.season) or 0, date.day or 0


def _parts(reading: Reading, setting: Setting) -> tuple[Part, Part] | None:
    ends = _two_ends(reading, setting)
    if not ends:
        return None
    left, right = ends
    later = date_value(right, setting)
    if left.year is None and later and later[:4].isdecimal() and not left.whole:
        left = replace(left, year=int(later[:4]) - (_order(left) > _order(right)))
    sooner = date_value(left, setting)
    if sooner is None or later is None:
        return None
    return Part(left.start, left.stop, sooner), Part(right.start, right.stop, later)


def span(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve a range: one meaning with its two ends."""
    parts = _parts(reading, setting)
    if not parts:
        return None
    (first, _), (second, _) = place(parts[0].value), place(parts[1].value)
    if first and second and first[0] >= second[0]:
        return None
    interval = (first[0], second[1]) if first and second else None
    return Meaning("DATE", f"{parts[0].value}/{parts[1].value}", parts=parts, interval=interval)


def season_of_years(reading: Reading, _setting: Setting) -> Meaning | None:
    """Resolve *2012/13*: one meaning, two years."""
    value = reading.text("year_pair") or ""
    first, second = (place(year)[0] for year in value.split("/"))
    return Meaning("DATE", value, interval=(first[0], second[1])) if first and second else None


def both(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve a list of days of one month: each is a date of its own."""
    common = read_partial(reading.items, setting)
    days = [item for item in reading.items if item.role in {"day", "day_word"}]
    month_last = reading.items[0].role in {"day", "day_word"}
    parts = []
    for item in days:
        value = date_value(replace(common, day=int(item.value)), setting)
        if value is None:
            return None
        start = reading.start if item is days[0] and not month_last else item.start
        parts.append(Part(start, reading.stop if item is days[-1] else item.stop, value))
    return Meaning("DATE", "/".join(part.value for part in parts), parts=tuple(parts), apart=True)


def before_christ(reading: Reading, _setting: Setting) -> Meaning | None:
    """Resolve years before the common era: ``BC0264``; Python's calendar does not cover them."""
    named = [item for item in reading.items if item.role in {"number", "year", "oldyear"}]
    season = reading.text("season") or reading.text("season_only")
    month = reading.number("month")
    tail = f"-{season}" if season else f"-{month:02d}" if month else ""
    parts = tuple(Part(item.start, item.stop, f"BC{int(item.value):04d}{tail}") for item in named)
    if len(parts) == 1:
        return Meaning("DATE", parts[0].value, part_of(reading))
    return Meaning(
        "DATE", "/".join(part.value for part in parts), parts=(parts[0], replace(parts[1], stop=reading.stop))
    )


def several(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve dates that share the last one's year: *March 2 and May 5, 2019*; each is a date of its own."""
    groups = [read_partial(items, setting) for items in _parted(reading.items)]
    year = groups[-1].year
    parts: list[Part] = []
    for date, following in zip(reversed(groups), [None, *reversed(groups)], strict=False):
        if year is not None and following is not None and date.year is None:
            year -= _order(date)[0] - _order(following)[0] >= TURN
            date = replace(date, year=year)  # noqa: PLW2901  # the date as the list means it
        value = date_value(date, setting)
        if value is None:
            return None
        parts.insert(0, Part(date.start, date.stop, value))
    return Meaning("DATE", "/".join(part.value for part in parts), parts=tuple(parts), apart=True)


def _parted(items: Sequence[Item]) -> list[list[Item]]:
    """Return the items of each date of a list; a year after the last comma belongs to the last date."""
    groups: list[list[Item]] = [[]]
    for item in items:
        if item.role in {"and", "or", "','"}:
            groups.append([])
        else:
            groups[-1].append(item)
    dates: list[list[Item]] = []
    for group in filter(None, groups):
        if any(item.role in {"month", "date"} for item in group):
            dates.append(group)
        elif dates:
            dates[-1].extend(group)
    return dates


def week_of(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve *the week of March 6*, *the last week of March*."""
    interval = place(date_value(read_partial(reading.items, setting), setting) or UNKNOWN)[0]
    if interval is None:
        return Meaning("DATE", "XXXX-WXX")
    nth = reading.number("ordinal")
    day = interval[1] if reading.get("final") else interval[0] + dt.timedelta(weeks=(nth or 1) - 1)
    return Meaning("DATE", name_day(day, "W"))


def decade(reading: Reading, _setting: Setting) -> Meaning | None:
    """Resolve a decade; one of two digits is in the 1900s, except for the tens of the 2000s."""
    value = reading.number("decade")
    if value is None:
        tens = reading.number("tens") or 0
        if tens < 100:
            tens += 2000 if tens <= 10 else 1900
        value = tens // 10
    return Meaning("DATE", f"{value:03d}", part_of(reading))


def century(reading: Reading, _setting: Setting) -> Meaning | None:
    """Resolve a century; its value is its first two digits, so the 20th is ``19``."""
    roman = reading.text("roman")
    number = (
        read_roman(roman) if roman else reading.number("ordinal") or reading.number("number") or reading.number("day")
    )
    return Meaning("DATE", f"{number - 1:02d}", part_of(reading)) if number and 1 < number < 30 else None


def holiday(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve a holiday: one with a fixed day, ``12-25``; a weekday of a month, ``11-3-4``; or ``easter+1``."""
    rule = reading.text("holiday") or ""
    if place(rule)[0]:
        return Meaning("DATE", rule)
    date = read_partial(reading.items, setting)
    month = 4 if rule.startswith("easter") else int(rule[:2])
    year = date.year
    if year is None and date.relative is not None and setting.published:
        year = _relative_year(setting.published, month, None, date.relative)
    if year is None:
        year = nearest_year(setting, month)
    return Meaning("DATE", holiday_in(year, rule) if year else UNKNOWN)
