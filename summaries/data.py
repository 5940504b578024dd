"""A briefing as plain data, for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summaries.briefing import LADDER
from summaries.ranking import summarize

if TYPE_CHECKING:
    import datetime as dt

    from summaries.briefing import Briefing


def as_data(briefing: Briefing) -> dict[str, Any]:
    """Return a briefing as plain data for JSON; texts are verbatim, days are ISO 8601, unknown is ``None``."""
    article = briefing.article
    return {
        "article": {
            "title": article.title,
            "standfirst": article.standfirst,
            "author": article.author,
            "published": iso_day(article.published),
            "language": article.language,
            "url": article.url,
            "site": article.site,
            "words": article.words,
            "paragraphs": len(article.paragraphs),
        },
        "summary": {length.name: [s.text for s in summarize(briefing, length)] for length in LADDER},
        "key_points": [point.quote.text for point in briefing.key_points],
        "people": [
            {
                "name": person.name,
                "role": person.role.text if person.role else None,
                "mentions": len(person.mentions),
                "says": [said.quote.text for said in person.says],
            }
            for person in briefing.people
        ],
        "dates": [
            {
                "surface": entry.quote.text,
                "value": entry.date.value,
                "first_day": iso_day(entry.date.first_day),
                "last_day": iso_day(entry.date.last_day),
                "precision": entry.date.precision,
                "sentence": briefing.sentences[entry.sentence].text,
            }
            for entry in briefing.dates
        ],
    }


def iso_day(day: dt.date | None) -> str | None:
    """Return a day as ISO 8601 has it, or ``None`` for none."""
    return day.isoformat() if day else None
