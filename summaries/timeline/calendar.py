"""Calendar arithmetic on TIMEX3 values, such as ``2019-02``, ``2019-W07``, ``2019-SU``, ``201`` (a decade), ``20``."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from summaries.briefing import Modifier, Precision

Interval = tuple[dt.date, dt.date]

FIRST_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""Seasons of the northern hemisphere; a winter is named after the year in which it begins."""
MONTHS_OF = {"MO": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
ROMAN = {"i": 1, "v": 5, "x": 10}


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the same day of a later (or earlier) month, or that month's last day if it is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


def shift(day: dt.date, unit: str, amount: float) -> str:
    """Return the value, in the unit's precision, that lies `amount` units after a day (before it, if negative)."""
    count = int(amount)
    if unit in {"D", "W", "WE"}:
        return name_day(day + dt.timedelta(days=count * (1 if unit == "D" else 7)), unit)
    return name_day(add_months(day, count * MONTHS_OF[unit]), unit)


def name_day(day: dt.date, unit: str) -> str:
    """Return the value of the week, month, quarter or other unit that contains a day."""
    year, number, _ = day.isocalendar()
    return {
        "D": day.isoformat(),
        "W": f"{year:04d}-W{number:02d}",
        "WE": f"{year:04d}-W{number:02d}-WE",
        "MO": f"{day.year:04d}-{day.month:02d}",
        "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04d}",
        "DE": f"{day.year // 10:03d}",
        "CE": f"{day.year // 100:02d}",
    }[unit]


def add_length(day: dt.date, unit: str, amount: float) -> dt.date:
    """Return the day `amount` units after a day; fractions of a month are counted in days."""
    if unit in {"D", "W", "WE"}:
        return day + dt.timedelta(days=round(amount * (1 if unit == "D" else 7)))
    months = amount * MONTHS_OF[unit]
    return add_months(day, int(months)) + dt.timedelta(days=round((months - int(months)) * 30))


def read_roman(text: str) -> int:
    """Return the value of a Roman numeral of i, v and x in lower case."""
    values = [ROMAN[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def easter(year: int) -> dt.date:
    """Return the day of Easter in the western churches (the anonymous Gregorian computus)."""
    golden, century = year % 19, year // 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    days = moon + week - 7 * late + 114
    return dt.date(year, days // 31, days % 31 + 1)


def holiday_in(year: int, rule: str) -> str:
    """Return the day of a holiday: ``12-25``; ``11-3-4``, the fourth Thursday of November; ``easter+1``, its Monday."""
    if rule.startswith("easter"):
        return (easter(year) + dt.timedelta(days=int(rule.removeprefix("easter") or 0))).isoformat()
    month, day, *nth = (int(number) for number in rule.split("-"))
    if nth:
        first = dt.date(year, month, 1)
        return (first + dt.timedelta(days=(day - first.weekday()) % 7 + 7 * (nth[0] - 1))).isoformat()
    return dt.date(year, month, day).isoformat()


def _months(first: dt.date, count: int) -> Interval:
    return first, add_months(first, count) - dt.timedelta(days=1)


def _years(first: int, count: int) -> Interval:
    return dt.date(max(first, 1), 1, 1), dt.date(first + count - 1, 12, 31)


def _week(year: str, number: str, weekend: str | None) -> Interval:
    monday = dt.date.fromisocalendar(int(year), int(number), 1)
    return monday + dt.timedelta(days=5 if weekend else 0), monday + dt.timedelta(days=6)


def _one_day(day: str) -> Interval:
    return dt.date.fromisoformat(day), dt.date.fromisoformat(day)


# The formats of values, with their precision and the days that they cover.
FORMS: tuple[tuple[re.Pattern[str], Precision, Callable[[re.Match[str]], Interval]], ...] = (
    (re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?"), "day", lambda m: _one_day(m[1])),
    (re.compile(r"(\d{4})-W(\d\d)(-WE)?"), "week", lambda m: _week(m[1], m[2], m[3])),
    (re.compile(r"(\d{4})-(\d\d)"), "month", lambda m: _months(dt.date(int(m[1]), int(m[2]), 1), 1)),
    (re.compile(r"(\d{4})-Q([1-4])"), "quarter", lambda m: _months(dt.date(int(m[1]), int(m[2]) * 3 - 2, 1), 3)),
    (re.compile(r"(\d{4})-H([12])"), "quarter", lambda m: _months(dt.date(int(m[1]), int(m[2]) * 6 - 5, 1), 6)),
    (
        re.compile(r"(\d{4})-(SP|SU|FA|WI)"),
        "season",
        lambda m: _months(dt.date(int(m[1]), FIRST_MONTHS[m[2]], 1), 3),
    ),
    (re.compile(r"(\d{4})"), "year", lambda m: _years(int(m[1]), 1)),
    (re.compile(r"(\d{3})"), "decade", lambda m: _years(int(m[1]) * 10, 10)),
    (re.compile(r"(\d{2})"), "century", lambda m: _years(int(m[1]) * 100, 100)),
)


def place(value: str) -> tuple[Interval | None, Precision]:
    """Return the first and last day that a value covers, and its precision; no days if the year is unknown."""
    for form, precision, cover in FORMS:
        match = form.fullmatch(value)
        if match:
            try:
                return cover(match), precision
            except ValueError:
                return None, "none"
    return None, "none"


def narrow(interval: Interval, precision: Precision, modifier: Modifier | None) -> Interval:
    """Return the part of an interval that a modifier means.

    The start or end of a year is a quarter of it and its middle the half between; elsewhere each is about a third.
    A day stays whole.
    """
    first, last = interval
    if modifier not in {"START", "MID", "END"} or precision in {"day", "none"}:
        return interval
    if precision == "year":
        cuts = dt.date(first.year, 4, 1), dt.date(first.year, 10, 1)
    else:
        third = ((last - first).days + 1) / 3
        cuts = first + dt.timedelta(days=round(third)), first + dt.timedelta(days=round(2 * third))
    day = dt.timedelta(days=1)
    return {"START": (first, cuts[0] - day), "MID": (cuts[0], cuts[1] - day), "END": (cuts[1], last)}[modifier]
