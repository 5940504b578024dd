"""The timeline: what happened, or will happen, when."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from babel.dates import format_interval

from bot.views.parts import Block, heading, lay_out, quoted
from bot.views.screen import escape

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from bot.locales import Wording
    from bot.views.screen import Screen, Target
    from summaries.briefing import Briefing, PartialDate, TimelineEntry

PART = re.compile(r"\w+")


def show_dates(briefing: Briefing, target: Target, wording: Wording) -> Screen:
    """Show the dates in order, grouped by year, with a line between what was and what was still to come."""
    head = f"{heading(briefing.article, wording)}\n<i>{wording.say('Dates, in their order')}</i>"
    blocks = list(_blocks(briefing, wording)) or [Block(wording.say("The article gives no dates."))]
    return lay_out(target, head, blocks, wording)


def _blocks(briefing: Briefing, wording: Wording) -> Iterator[Block]:
    published = briefing.article.published
    year: int | None = None
    ahead = False
    for sentences, is_ahead, dates in _by_sentences(briefing.dates, published):
        day = dates[0][0].first_day
        if published and is_ahead and not ahead:
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


def _by_sentences(
    entries: Sequence[TimelineEntry], published: dt.date | None
) -> Iterator[tuple[tuple[int, ...], bool, list[Dated]]]:
    """Group equal dates, then neighbouring dates of the same sentences: “2003 · 2009 · 2013”; say which are ahead."""
    dated: list[Dated] = [(date, list(group)) for date, group in groupby(entries, key=lambda entry: entry.date)]

    def place(dated: Dated) -> tuple[tuple[int, ...], bool]:
        day = dated[0].first_day
        sentences = tuple(dict.fromkeys(entry.sentence for entry in dated[1]))
        return sentences, bool(published and day and day > published)

    for (sentences, is_ahead), dates in groupby(dated, key=place):
        yield sentences, is_ahead, list(dates)


def _label(date: PartialDate, entries: Sequence[TimelineEntry], wording: Wording) -> str:
    said = list(dict.fromkeys(" ".join(entry.quote.text.split()) for entry in entries))
    words = escape(" / ".join(said))
    meant = calendar_words(date, wording)
    return words if meant is None or _parts(meant) <= _parts(" ".join(said)) else f"{words} = {escape(meant)}"


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
    }
    template = modifiers.get(date.modifier or "", "{date}")
    return template.format(date=words)
