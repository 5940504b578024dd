"""What is still to come in an article, as a calendar file (iCalendar, RFC 5545): whole days, each with its sentence."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from bot.views.dates import is_ahead
from bot.views.screen import clip

if TYPE_CHECKING:
    from bot.locales import Wording
    from summaries.briefing import Briefing

MAKER = "-//briefing-bot//EN"
SUMMARY = 120


def write(briefing: Briefing, _: Wording) -> bytes:
    """Return the dates that lay ahead when an article was published; the calendar is empty where there are none."""
    article = briefing.article
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    made = dt.datetime.combine(article.published or dt.date(1970, 1, 1), dt.time(), dt.UTC)
    for entry in briefing.dates:
        first, last = entry.date.first_day, entry.date.last_day
        if first is None or last is None or not is_ahead(entry.date, article.published):
            continue
        sentence = briefing.sentences[entry.sentence]
        event = Event()
        event.add("uid", f"{article.id}-{entry.quote.start}@briefing-bot")
        event.add("dtstamp", made)
        event.add("dtstart", first)
        event.add("dtend", last + dt.timedelta(days=1))
        event.add("summary", clip(sentence.text, SUMMARY))
        event.add("description", f"“{entry.quote.text}”: {sentence.text}\n\n{article.title or ''}")
        if article.url:
            event.add("url", article.url)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
