"""The timeline: what happened, or will happen, when."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from babel.dates import format_interval

from bot.errors import NoSuchDate
from bot.views.parts import Block, heading, lay_out, quoted
from bot.views.screen import Button, Target, clip, escape
from summaries.ask import search

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from bot.locales import Wording
    from bot.views.screen import Rows, Screen
    from summaries.briefing import Briefing, PartialDate, TimelineEntry

PART = re.compile(r"\w+")
YEAR = re.compile(r"[0-9]{4}")


def show_dates(briefing: Briefing, target: Target, wording: Wording) -> Screen:
    """Show the dates in order, grouped by year, with a line between what was and what was still to come.

    The argument may name a year, the future or the past, or say what the dates are of. Raises `NoSuchDate`.
    """
    entries = _asked_for(briefing, target.argument, wording)
    head = f"{heading(briefing.article, wording)}\n<i>{wording.say('Dates, in their order')}</i>"
    blocks = list(_blocks(briefing, entries, wording)) or [Block(wording.say("The article gives no dates."))]
    return lay_out(target.fitting(), head, blocks, wording, extra=_as_files(briefing, target, wording))


def _as_files(briefing: Briefing, target: Target, wording: Wording) -> Rows:
    """Return the buttons that send the dates as a picture and, where any lay ahead, as a calendar file."""
    if not briefing.dates:
        return ()
    picture = Button(wording.say("As a picture"), Target("timeline", target.article))
    ahead = any(is_ahead(entry.date, briefing.article.published) for entry in briefing.dates)
    calendar = Button(wording.say("For my calendar"), Target("export", target.article, "ics"))
    return ((picture, calendar) if ahead else (picture,),)


def _asked_for(briefing: Briefing, wanted: str, wording: Wording) -> Sequence[TimelineEntry]:
    if not wanted:
        return briefing.dates
    published = briefing.article.published
    if wanted.casefold() in {"future", wording.say("future")}:
        chosen = [entry for entry in briefing.dates if is_ahead(entry.date, published)]
    elif wanted.casefold() in {"past", wording.say("past")}:
        chosen = [entry for entry in briefing.dates if not is_ahead(entry.date, published)]
    elif YEAR.fullmatch(wanted):
        chosen = [entry for entry in briefing.dates if _covers(entry.date, int(wanted))]
    else:
        about = {hit.sentence.index for hit in search(briefing, wanted, least=1)}
        chosen = [entry for entry in briefing.dates if entry.sentence in about]
    if not chosen:
        raise NoSuchDate(wanted=clip(wanted, 60))
    return chosen


def is_ahead(date: PartialDate, published: dt.date | None) -> bool:
    """Tell whether a date lay ahead when the article was published."""
    return bool(published and date.first_day and date.first_day > published)


def _covers(date: PartialDate, year: int) -> bool:
    return (
        date.first_day is not None and date.last_day is not None and date.first_day.year <= year <= date.last_day.year
    )


def _blocks(briefing: Briefing, entries: Sequence[TimelineEntry], wording: Wording) -> Iterator[Block]:
    published = briefing.article.published
    year: int | None = None
    ahead = False
    for sentences, comes_later, dates in by_sentences(entries, published):
        day = dates[0][0].first_day
        if published and comes_later and not ahead:
            ahead = True
            line = wording.say("After the article was published, {day}").format(day=wording.date(published))
            yield Block(f"— {line} —")
        labels = " · ".join(f"<b>{_label(date, entries, wording)}</b>" for date, entries in dates)
        title = ""
        if day and day.year != year:
            year = day.year
            title = "" if dates[0][0].precision == "year" else f"<u>{year}</u>\n"
        body = "\n".join(quoted(briefing.sentences[index], index) for index in sentences)
        yield Block(f"{title}{labels}\n{body}", sentences)


Dated = tuple["PartialDate", list["TimelineEntry"]]


def by_sentences(
    entries: Sequence[TimelineEntry], published: dt.date | None
) -> Iterator[tuple[tuple[int, ...], bool, list[Dated]]]:
    """Group equal dates, then neighbouring dates of the same sentences: “2003 · 2009 · 2013”; say which are ahead."""
    dated: list[Dated] = [(date, list(group)) for date, group in groupby(entries, key=lambda entry: entry.date)]

    def place(dated: Dated) -> tuple[tuple[int, ...], bool]:
        return tuple(dict.fromkeys(entry.sentence for entry in dated[1])), is_ahead(dated[0], published)

    for (sentences, comes_later), dates in groupby(dated, key=place):
        yield sentences, comes_later, list(dates)


def _label(date: PartialDate, entries: Sequence[TimelineEntry], wording: Wording) -> str:
    said = list(dict.fromkeys(" ".join(entry.quote.text.split()) for entry in entries))
    words = escape(" / ".join(said))
    meant = calendar_words(date, wording)
    return words if meant is None or _says(" ".join(said), meant) else f"{words} = {escape(meant)}"


def _says(text: str, meant: str) -> bool:
    """Tell whether a text says all of a date already; “Feb” and «февр.» are said by the whole word."""
    parts = _parts(text)
    return all(any(part.startswith(wanted) for part in parts) for wanted in _parts(meant) if wanted != "г")


def _parts(text: str) -> set[str]:
    return {part.lstrip("0") for part in PART.findall(text.casefold())}


def calendar_words(date: PartialDate, wording: Wording) -> str | None:
    """Return what a date means on the calendar, in the reader's words; ``None`` where that is unknown."""
    if date.first_day is None or date.last_day is None:
        return None
    if date.precision == "day":
        words = wording.date(date.first_day)
    elif date.precision == "month":
        words = wording.date(date.first_day, "yMMMM")
    elif date.precision == "year":
        words = str(date.first_day.year)
    else:
        words = str(format_interval(date.first_day, date.last_day, "yMMMd", locale=wording.locale))
    modifiers = {
        "START": wording.say("{date}, beginning"),
        "MID": wording.say("{date}, middle"),
        "END": wording.say("{date}, end"),
        "APPROX": wording.say("about {date}"),
        "BEFORE": wording.say("before {date}"),
        "AFTER": wording.say("after {date}"),
    }
    template = modifiers.get(date.modifier or "", "{date}")
    return template.format(date=words)
