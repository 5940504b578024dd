"""Names of dates in the reader's language: *late 2018*, «конец 2018 года», in the case that a heading needs."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING, Literal, get_args

from babel.dates import format_date, format_interval
from pydantic import BaseModel, ConfigDict

from bot.locales import ROOT

if TYPE_CHECKING:
    from bot.locales import Wording
    from summaries.briefing import PartialDate

YEARS = re.compile(r"(\d{4})/(\d{4})")
MONTHS = re.compile(r"\d{4}-\d\d/\d{4}-\d\d")
HALF = re.compile(r"\d{4}-H[12]")
ROMAN = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))
HUNDRED = 100
TEENS = range(11, 14)
Case = Literal["alone", "of", "beside"]
CASES: tuple[Case, ...] = get_args(Case)


class _Form(BaseModel):
    """The name of one kind of period in the cases that a heading needs."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    alone: str
    of: str
    """After a part of it: *the end of*."""
    beside: str = ""
    """After words such as *before*; as `of` where nothing else is said."""
    numbers: tuple[str, ...] = ()
    names: dict[str, str] = {}
    names_of: dict[str, str] = {}
    names_beside: dict[str, str] = {}


class _Periods(BaseModel):
    """A ``periods.toml``: ``{alone}``, ``{of}`` and ``{beside}`` stand for the period in that case."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    days: str
    """Days of one month: the number of the first, and the last as a date."""
    start: str
    middle: str
    end: str
    about: str
    before: str
    after: str
    day: _Form
    month: _Form
    quarter: _Form
    half: _Form
    season: _Form
    year: _Form
    years: _Form
    decade: _Form
    century: _Form


@cache
def _periods(language: str) -> _Periods:
    text = (ROOT / language / "periods.toml").read_text(encoding="utf-8")
    return _Periods.model_validate(tomllib.loads(text))


def name_period(date: PartialDate, wording: Wording) -> str | None:
    """Return the name of a date, in the nominative; ``None`` if its calendar position is unknown."""
    if date.first_day is None or date.last_day is None:
        return None
    periods = _periods(wording.language)
    templates = {
        "START": periods.start,
        "MID": periods.middle,
        "END": periods.end,
        "APPROX": periods.about,
        "BEFORE": periods.before,
        "AFTER": periods.after,
    }
    template = templates.get(date.modifier or "")
    if template is None or (date.precision == "day" and date.modifier in {"START", "MID", "END"}):
        return _name(date, periods, wording, "alone")
    return template.format(**{case: _name(date, periods, wording, case) for case in CASES})


def _name(date: PartialDate, periods: _Periods, wording: Wording, case: Case) -> str:
    """Return the name of a date without its modifier, in the given case."""
    first, last = date.first_day or dt.date.min, date.last_day or dt.date.max
    if date.precision in {"week", "range", "none"} and not YEARS.fullmatch(date.value) and first != last:
        if MONTHS.fullmatch(date.value):
            return str(format_interval(first, last, "yMMMM", locale=wording.locale))
        return _days(first, last, periods, wording)
    form = _form(date, periods)
    templates = {"alone": form.alone, "of": form.of, "beside": form.beside or form.of}
    return templates[case].format(**_words(date, first, wording, form, case))


def _days(first: dt.date, last: dt.date, periods: _Periods, wording: Wording) -> str:
    """Return the name of a range of days: *13–15 February 2019*."""
    if first.year != last.year:
        return f"{wording.date(first)} – {wording.date(last)}"
    if first.month != last.month:
        return f"{wording.date(first, 'MMMMd')} – {wording.date(last)}"
    return periods.days.format(first=wording.day_number(first.day), last=wording.date(last))


def _form(date: PartialDate, periods: _Periods) -> _Form:
    """Return the name pattern for a kind of date."""
    kinds = {
        "month": periods.month,
        "quarter": periods.half if HALF.fullmatch(date.value) else periods.quarter,
        "season": periods.season,
        "year": periods.year,
        "decade": periods.decade,
        "century": periods.century,
    }
    return periods.years if YEARS.fullmatch(date.value) else kinds.get(date.precision, periods.day)


def _words(date: PartialDate, first: dt.date, wording: Wording, form: _Form, case: Case) -> dict[str, str]:
    """Return the words available to fill a pattern: all that a date has."""
    value, year = date.value, date.value[:4]
    words = {"day": wording.date(first), "year": year, "first": year, "last": value.rpartition("/")[2]}
    words["month"] = str(format_date(first, "LLLL" if case == "alone" else "MMMM", locale=wording.locale))
    if date.precision == "quarter":
        words["number"] = form.numbers[int(value[-1]) - 1]
    elif date.precision == "season":
        names = {"alone": form.names, "of": form.names_of, "beside": form.names_beside or form.names_of}
        words["season"] = names[case][value[-2:]]
        words["year"] = f"{year}/{(int(year) + 1) % HUNDRED:02d}" if value[-2:] == "WI" else year
    elif date.precision == "decade":
        words["year"] = f"{value}0"
    elif date.precision == "century":
        number = int(value) + 1
        words |= {"number": str(number), "ordinal": _ordinal(number), "roman": _roman(number)}
    return words


def _ordinal(number: int) -> str:
    """Return an English ordinal: ``21st``."""
    ending = "th" if number % HUNDRED in TEENS else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _roman(number: int) -> str:
    text = ""
    for letters, value in ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text
