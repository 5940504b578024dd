"""The timeline: dates with the sentences that name them, in the order of the calendar."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from summaries.briefing import PartialDate, TimelineEntry
from summaries.timeline.expressions import find_expressions

if TYPE_CHECKING:
    from summaries.document import Document


DAY_ORDER = {"START": 0, "MO": 0, "MID": 2, "AF": 2, "EV": 3, "NI": 3, "END": 3}
"""Parts of a day in their order; a day as a whole stands after its morning."""


def find_dates(document: Document) -> tuple[TimelineEntry, ...]:
    """Return the dates of a document, one entry for each mention, sorted by their first day.

    Those without a place in the calendar stand last. Lengths of time, repeated times and words such as *now* are left
    out.
    """
    article, sentences = document.article, document.sentences
    quotations = [(quotation.start, quotation.stop) for quotation in document.quotations]
    entries = []
    for expression in find_expressions(article.text, article.language, article.published, quotations):
        index = document.sentence_at(expression.start)
        if expression.date and sentences and sentences[index].start <= expression.start < sentences[index].stop:
            quote = article.quote(expression.start, expression.stop)
            entries.append(
                TimelineEntry(
                    quote, expression.date, sentences[index].index, expression.planned, expression.contradicts
                )
            )
    return tuple(sorted(entries, key=_order))


def _order(entry: TimelineEntry) -> tuple[bool, dt.date, dt.date, int, str, str, int]:
    date = entry.date
    first, last = date.first_day or dt.date.max, date.last_day or dt.date.max
    part = DAY_ORDER.get(_part_of_day(date), 1)
    return date.first_day is None, first, last, part, date.value, date.modifier or "", entry.quote.start


def _part_of_day(date: PartialDate) -> str:
    return date.value.partition("T")[2][:2] or date.modifier or ""
