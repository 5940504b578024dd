"""The certain future days in an article as a calendar file (iCalendar, RFC 5545), each with its clause."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from bot.errors import NothingPlanned
from bot.views.screen import clip

if TYPE_CHECKING:
    from bot.locales import Wording
    from summaries.briefing import Briefing, TimelineEntry

MAKER = "-//briefing-bot//EN"
TITLE = 120
"""Characters."""
FEWEST = 4
"""Minimum length of a title, in words; for a shorter clause the whole sentence is used."""
BREAK = re.compile(
    r"[;:]\s+|(?<!\d)\s[—–]\s"
    r"|,\s+(?:and|but|while|und|aber|sondern|et|mais|tandis que|y|pero|mientras|а|и|но|і|й|та|але)\s+"
)
"""What parts the clauses of a sentence: a sign, or a comma with the conjunction behind it."""


def write(briefing: Briefing, _: Wording) -> bytes:
    """Return the days that certainly lay ahead when an article was published. Raises `NothingPlanned`."""
    certain = [entry for entry in briefing.dates if entry.planned]
    planned = {(entry.date.first_day, entry.date.last_day): entry for entry in reversed(certain)}
    if not planned:
        raise NothingPlanned
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    for entry in sorted(planned.values(), key=lambda entry: entry.date.first_day or dt.date.max):
        calendar.add_component(_event(briefing, entry))
    return bytes(calendar.to_ical())


def _event(briefing: Briefing, entry: TimelineEntry) -> Event:
    article, sentence = briefing.article, briefing.sentences[entry.sentence]
    first, last = entry.date.first_day, entry.date.last_day
    event = Event()
    event.add("uid", f"{article.id}-{entry.quote.start}@briefing-bot")
    event.add("dtstamp", dt.datetime.combine(article.published or dt.date(1970, 1, 1), dt.time(), dt.UTC))
    event.add("dtstart", first)
    event.add("dtend", (last or dt.date.max) + dt.timedelta(days=1))
    event.add("summary", clip(_clause(sentence.text, entry.quote.start - sentence.start), TITLE))
    event.add("description", f"“{entry.quote.text}”: {sentence.text}\n\n{article.title or ''}")
    if article.url:
        event.add("url", article.url)
    return event


def _clause(sentence: str, place: int) -> str:
    """Return the clause of a sentence around an offset; the whole sentence if that clause is very short."""
    cuts = [(0, 0), *(match.span() for match in BREAK.finditer(sentence)), (len(sentence), len(sentence))]
    for (_, start), (stop, _) in pairwise(cuts):
        if start <= place < stop:
            clause = sentence[start:stop].strip()
            return clause if len(clause.split()) >= FEWEST else sentence
    return sentence
