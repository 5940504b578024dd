"""The timeline: dates with the sentences that name them, in the order of the calendar."""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from typing import TYPE_CHECKING

from summaries.briefing import PartialDate, TimelineEntry
from summaries.timeline.expressions import find_expressions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.document import Document


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
            entries.append(TimelineEntry(quote, expression.date, sentences[index].index))
    return tuple(sorted(entries, key=_order))


def group_by_date(entries: Sequence[TimelineEntry]) -> tuple[tuple[PartialDate, tuple[TimelineEntry, ...]], ...]:
    """Return sorted entries by date, each date once with all its mentions."""
    groups = groupby(sorted(entries, key=_order), key=lambda entry: entry.date)
    return tuple((date, tuple(group)) for date, group in groups)


def _order(entry: TimelineEntry) -> tuple[bool, dt.date, dt.date, str, str, int]:
    date = entry.date
    first, last = date.first_day or dt.date.max, date.last_day or dt.date.max
    return date.first_day is None, first, last, date.value, date.modifier or "", entry.quote.start
