"""What a date is called in the reader's language: *late 2018*, «конец 2018 года», in the case that a heading needs."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING

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


class _Form(BaseModel):
    """The name of one kind of period: by itself, and after words such as *the end of*."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    alone: str
    of: str
    numbers: tuple[str, ...] = ()
    names: dict[str, str] = {}
    names_of: dict[str, str] = {}


class _Periods(BaseModel):
    """A ``periods.toml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

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
    """Return what a date is called, in the nominative; ``None`` where its place in the calendar is unknown."""
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
        return _name(date, periods, wording, inflected=False)
    return template.format(period=_name(date, periods, wording, inflected=True))


def _name(date: PartialDate, periods: _Periods, wording: Wording, *, inflected: bool) -> str:
    """Return the name of a date without its modifier, in the genitive where it is `inflected`."""
    first, last = date.first_day or dt.date.min, date.last_day or dt.date.max
    if date.precision in {"week", "range", "none"} and not YEARS.fullmatch(date.value) and first != last:
        if MONTHS.fullmatch(date.value):
            return str(format_interval(first, last, "yMMMM", locale=wording.locale))
        return _days(first, last, wording)
    form = _form(date, periods)
    words = _words(date, first, wording, form, inflected=inflected)
    return (form.of if inflected else form.alone).format(**words)


def _days(first: dt.date, last: dt.date, wording: Wording) -> str:
    """Return the name of a range of days: *13–15 February 2019*."""
    if first.year != last.year:
        return f"{wording.date(first)} – {wording.date(last)}"
    if first.month != last.month:
        return f"{wording.date(first, 'MMMMd')} – {wording.date(last)}"
    return f"{first.day}–{wording.date(last)}"


def _form(date: PartialDate, periods: _Periods) -> _Form:
    """Return the form that a kind of date is named by."""
    kinds = {
        "month": periods.month,
        "quarter": periods.half if HALF.fullmatch(date.value) else periods.quarter,
        "season": periods.season,
        "year": periods.year,
        "decade": periods.decade,
        "century": periods.century,
    }
    return periods.years if YEARS.fullmatch(date.value) else kinds.get(date.precision, periods.day)


def _words(date: PartialDate, first: dt.date, wording: Wording, form: _Form, *, inflected: bool) -> dict[str, str]:
    """Return the words that may fill a form: all that a date has."""
    value, year = date.value, date.value[:4]
    words = {"day": wording.date(first), "year": year, "first": year, "last": value.rpartition("/")[2]}
    words["month"] = str(format_date(first, "MMMM" if inflected else "LLLL", locale=wording.locale))
    if date.precision == "quarter":
        words["number"] = form.numbers[int(value[-1]) - 1]
    elif date.precision == "season":
        words["season"] = (form.names_of if inflected else form.names)[value[-2:]]
        words["year"] = f"{year}/{(int(year) + 1) % HUNDRED:02d}" if value[-2:] == "WI" else year
    elif date.precision == "decade":
        words["year"] = f"{value}0"
    elif date.precision == "century":
        number = int(value) + 1
        words |= {"ordinal": _ordinal(number), "roman": _roman(number)}
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
