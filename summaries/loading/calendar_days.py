"""Parses the day of publication as sources write it."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from summaries.languages import codes

if TYPE_CHECKING:
    from collections.abc import Iterable

Order = Literal["day first", "month first"]
"""The order of day and month in 3/4/2019."""

ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\d/-])")
YEAR_FIRST = re.compile(r"(?<![\d/])(\d{4})/(\d{1,2})/(\d{1,2})(?![\d/])")
WORDS = re.compile(r"\d+|[^\W\d_]+")
PATTERNS = ("long", "medium", "d MMMM y", "d MMM y", "MMMM d, y", "MMM d, y")
FIRST_YEAR = 1700
LAST_YEAR = 2100


def read_day(text: str, order: Order | None = None) -> dt.date | None:
    """Return the day that a short text names: 2019-03-01, 1.3.2019, 1 March 2019, March 1st, 2019, 1 марта 2019.

    3/4/2019 and 3-4-2019 are ambiguous: ``None``, unless the order is known. With full stops the
    day is first, unless the order says otherwise. Names of months come from CLDR.
    """
    if match := ISO.search(text) or YEAR_FIRST.search(text):
        return _day(match[1], match[2], match[3])
    if match := FIGURES.search(text):
        return _read_figures(match, order or ("day first" if match[2] == "." else None))
    return _read_words(WORDS.findall(text.casefold()))


def find_order(texts: Iterable[str]) -> Order | None:
    """Return the order implied by the days in a text: 28/4/2019 has the day first; ``None`` if they disagree."""
    orders = {order for text in texts for match in FIGURES.finditer(text) if (order := _own_order(match))}
    return orders.pop() if len(orders) == 1 else None


def find_order_by_days(texts: Iterable[str], days: frozenset[dt.date]) -> Order | None:
    """Return the order in which days written as 3/4/2019 agree with those known from elsewhere."""
    orders: set[Order] = set()
    for text in texts:
        for match in FIGURES.finditer(text):
            day_first, month_first = _read_figures(match, "day first"), _read_figures(match, "month first")
            if day_first != month_first and (day_first in days) != (month_first in days):
                orders.add("day first" if day_first in days else "month first")
    return orders.pop() if len(orders) == 1 else None


def find_order_of_locale(locale: str | None) -> Order | None:
    """Return the order in which CLDR writes days for a locale, such as ``en-GB``.

    English without a region is no evidence, and neither is ``en-US``, which many programs set by default.
    """
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - only where a day is looked for

    try:
        found = Locale.parse((locale or "").strip().replace("_", "-"), sep="-")
    except (UnknownLocaleError, ValueError, TypeError):
        return None
    if found.language == "en" and found.territory in {None, "US"}:
        return None
    pattern = found.date_formats["short"].pattern.casefold()
    if pattern.startswith("y"):
        return None
    return "day first" if pattern.index("d") < pattern.index("m") else "month first"


def day_forms(day: dt.date, language: str) -> list[str]:
    """Return the ways in which pages write a day: ISO 8601, numeric, and in words of a language and of English."""
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


def _read_figures(match: re.Match[str], order: Order | None) -> dt.date | None:
    first, second, year = match[1], match[3], match[4]
    order = _own_order(match) or order
    if order is None and first != second:
        return None
    return _day(year, first, second) if order == "month first" else _day(year, second, first)


def _own_order(match: re.Match[str]) -> Order | None:
    """Return the order of a day that is valid in only one of the two orders."""
    first, second = int(match[1]), int(match[3])
    if not FIRST_YEAR < int(match[4]) < LAST_YEAR or not 0 < min(first, second) <= 12 < max(first, second) <= 31:
        return None
    return "day first" if first > 12 else "month first"


def _read_words(words: list[str]) -> dt.date | None:
    months = month_names()
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
def month_names() -> dict[str, int]:
    """Return the names of months and their abbreviations in all languages, in lower case, with their numbers."""
    from babel.dates import get_month_names  # noqa: PLC0415 - only where a day is written in words

    found: dict[str, int] = {}
    for code in sorted(codes()):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                names = get_month_names(width, context, code)
                found.update({name.casefold().rstrip("."): month for month, name in names.items()})
    return found
