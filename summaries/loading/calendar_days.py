"""The day on which an article was published, as its source writes it."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from summaries.languages import codes

ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
SLASHED = re.compile(r"(?<![\d/])(\d{1,4})/(\d{1,2})/(\d{1,4})(?![\d/])")
WORDS = re.compile(r"\d+|[^\W\d_]+")
PATTERNS = ("long", "medium", "d MMMM y", "d MMM y", "MMMM d, y", "MMM d, y")
FIRST_YEAR = 1700
LAST_YEAR = 2100


def read_day(text: str) -> dt.date | None:
    """Return the day that a short text names: 2019-03-01, 1.3.2019, 1 March 2019, March 1st, 2019, 1 марта 2019.

    Of 3/4/2019 nobody knows which is the month: ``None``. Names of months come from CLDR.
    """
    if match := ISO.search(text):
        return _day(match[1], match[2], match[3])
    if match := DOTTED.search(text):
        return _day(match[3], match[2], match[1])
    if match := SLASHED.search(text):
        return _read_slashes(*match.groups())
    return _read_words(WORDS.findall(text.casefold()))


def day_forms(day: dt.date, language: str) -> list[str]:
    """Return the ways in which pages write a day: ISO 8601, in figures, and in words of a language and of English."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - only where a day is looked for
    from babel.dates import format_date  # noqa: PLC0415

    figures = ("%Y-%m-%d", "%d.%m.%Y", "%m/%d/%Y", "%d/%m/%Y")
    forms = [*(day.strftime(pattern) for pattern in figures), f"{day.month}/{day.day}/{day.year}"]
    for code in dict.fromkeys((language, "en")):
        try:
            locale = Locale.parse(code, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        forms += [str(format_date(day, pattern, locale)) for pattern in PATTERNS]
    return forms


def _read_slashes(first: str, second: str, third: str) -> dt.date | None:
    if len(first) == 4:
        return _day(first, second, third)
    if first == second or int(first) > 12:
        return _day(third, second, first)
    return _day(third, first, second) if int(second) > 12 else None


def _read_words(words: list[str]) -> dt.date | None:
    months = _months()
    for place, word in enumerate(words):
        month = months.get(word)
        if month is None:
            continue
        before = _number(words, place - 1) or _number(words, place - 2)
        after = [number for step in (1, 2, 3) if (number := _number(words, place + step))]
        year = next((number for number in after if FIRST_YEAR < number < LAST_YEAR), None)
        day = before if before and before <= 31 else next((number for number in after if number <= 31), None)
        if day and year:
            return _day(year, month, day)
    return None


def _number(words: list[str], place: int) -> int | None:
    return int(words[place]) if 0 <= place < len(words) and words[place].isdecimal() and len(words[place]) < 5 else None


def _day(year: str | int, month: str | int, day: str | int) -> dt.date | None:
    try:
        found = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR < found.year < LAST_YEAR else None


@cache
def _months() -> dict[str, int]:
    from babel.dates import get_month_names  # noqa: PLC0415 - only where a day is written in words

    found: dict[str, int] = {}
    for code in sorted(codes()):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                names = get_month_names(width, context, code)
                found.update({name.casefold().rstrip("."): month for month, name in names.items()})
    return found
