"""The day of publication where it is not certain: the way to set it, and the calendar in which it is picked."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from bot.errors import StaleButton
from bot.views.parts import heading
from bot.views.screen import Button, Screen, Target, in_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.locales import Wording
    from bot.views.screen import Rows
    from summaries.article import Article
    from summaries.briefing import Briefing

PERIOD = re.compile(r"(\d{4})(?:-(\d\d))?", re.ASCII)
FIRST_YEAR = 1700
WEEK = 7
MONTHS_IN_ROW = 4


def ask_for_day(briefing: Briefing, wording: Wording) -> Rows:
    """Return the row under a briefing that opens the calendar.

    It is there if the day is doubtful, or unknown and dates of the article hang on it; not for books.
    """
    article = briefing.article
    if article.published is None:
        hang = any(entry.date.first_day is None for entry in briefing.dates)
        is_book = bool(article.chapters or article.part_of)
        label = wording.say("When was it published? ›") if hang and not is_book else ""
    else:
        label = "" if article.published_certain else wording.say("Published on {day}? ›")
        label = label.format(day=wording.date(article.published))
    return ((Button(label, Target("published", article.id)),),) if label else ()


def show_calendar(briefing: Briefing, target: Target, wording: Wording, today: dt.date) -> Screen:
    """Show the days of a month, or the months of a year, up to today, as buttons; the argument names the period.

    Without an argument it is the month of the day that is known, else the current one. Raises `StaleButton` for a
    period that nothing can have been published in.
    """
    article = briefing.article
    usual = min(article.published or today, today)
    year, month = _read_period(target.argument or f"{usual:%Y-%m}", today)
    how = wording.say("When was this published? Dates such as “yesterday” are counted from that day.")
    other = wording.say("Tap the day, or send /published 2024-05-12.")
    day = article.published
    known = [Button(f"✓ {wording.date(day)}", _pick(article, day))] if day and day <= today else []
    back = Button("↩ " + wording.say("Briefing"), Target("summary", article.id))
    rows = (
        *in_rows(known),
        *(_days(article, year, month, wording, today) if month else _months(article, year, wording, today)),
        (back,),
    )
    return Screen(f"{heading(article, wording)}\n\n{how} {other}", rows, article=article.id)


def read_pick(argument: str, today: dt.date) -> dt.date:
    """Return the day that a button of the calendar picks. Raises `StaleButton` for one that is none of its days."""
    try:
        day = dt.date.fromisoformat(argument)
    except ValueError as error:
        raise StaleButton from error
    if not dt.date(FIRST_YEAR, 1, 1) <= day <= today:
        raise StaleButton
    return day


def _read_period(argument: str, today: dt.date) -> tuple[int, int]:
    """Return the year and the month that an argument names; 0 for the month where it names a year alone."""
    found = PERIOD.fullmatch(argument)
    year, month = (int(found[1]), int(found[2] or 0)) if found else (0, 0)
    if not FIRST_YEAR <= year <= today.year or month > 12 or dt.date(year, month or 1, 1) > today:
        raise StaleButton
    return year, month


def _pick(article: Article, day: dt.date) -> Target:
    return Target("dated", article.id, day.isoformat())


def _days(article: Article, year: int, month: int, wording: Wording, today: dt.date) -> Iterator[tuple[Button, ...]]:
    first = dt.date(year, month, 1)
    before, after = first - dt.timedelta(days=1), first + dt.timedelta(days=31)
    yield (
        *_turn("‹", article, f"{before:%Y-%m}", is_there=before.year >= FIRST_YEAR),
        Button(wording.date(first, "yMMMM"), Target("published", article.id, f"{year:04}")),
        *_turn("›", article, f"{after:%Y-%m}", is_there=after.replace(day=1) <= today),
    )
    days = (first + dt.timedelta(days=number) for number in range((after.replace(day=1) - first).days))
    yield from in_rows([Button(str(day.day), _pick(article, day)) for day in days if day <= today], WEEK)


def _months(article: Article, year: int, wording: Wording, today: dt.date) -> Iterator[tuple[Button, ...]]:
    yield (
        *_turn("‹", article, f"{year - 1:04}", is_there=year > FIRST_YEAR),
        *_turn(str(year), article, f"{year:04}", is_there=True),
        *_turn("›", article, f"{year + 1:04}", is_there=year < today.year),
    )
    firsts = [dt.date(year, month, 1) for month in range(1, 13)]
    months = [first for first in firsts if first <= today]
    buttons = [Button(wording.date(one, "MMM"), Target("published", article.id, f"{one:%Y-%m}")) for one in months]
    yield from in_rows(buttons, MONTHS_IN_ROW)


def _turn(label: str, article: Article, period: str, *, is_there: bool) -> list[Button]:
    return [Button(label, Target("published", article.id, period))] if is_there else []
