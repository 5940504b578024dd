"""The timeline: dates with the sentences that mention them, in calendar order."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from summaries.briefing import PartialDate, TimelineEntry
from summaries.timeline.expressions import find_expressions

if TYPE_CHECKING:
    from summaries.document import Document


DAY_ORDER = {"START": 0, "MO": 0, "MID": 2, "AF": 2, "EV": 3, "NI": 3, "END": 3}
"""Parts of a day in order; a whole day is placed after its morning."""

NARROWING = frozenset({"START", "MID", "END", "APPROX", "BEFORE", "AFTER"})
"""Modifiers that are part of a date's name, unlike *at least*."""


def find_dates(document: Document) -> tuple[TimelineEntry, ...]:
    """Return the dates of a document, one entry for each mention, sorted by their first day.

    Those without a calendar position come last, in the order of first mention. Durations, repeated times and words such
    as *now* are left out.
    """
    article, sentences = document.article, document.sentences
    quotations = [(quotation.start, quotation.stop) for quotation in document.quotations]
    entries = []
    found = find_expressions(
        article.text, article.language, article.published, quotations, certain=article.published_certain
    )
    for expression in found:
        index = document.sentence_at(expression.start)
        if expression.date and sentences and sentences[index].start <= expression.start < sentences[index].stop:
            quote = article.quote(expression.start, expression.stop)
            entries.append(
                TimelineEntry(
                    quote, expression.date, sentences[index].index, expression.planned, expression.contradicts
                )
            )
    told = {days_of(entry): entry.quote.start for entry in reversed(entries)}
    return tuple(sorted(entries, key=lambda entry: _order(entry, told[days_of(entry)])))


def _order(entry: TimelineEntry, told: int) -> tuple[bool, dt.date, dt.date, int, int, str, str, int]:
    """Return the sort key of an entry; `told` is the offset at which its date is first mentioned."""
    date = entry.date
    unknown = date.first_day is None
    first, last = date.first_day or dt.date.max, date.last_day or dt.date.max
    part, place = DAY_ORDER.get(_part_of_day(date), 1), told if unknown else 0
    return unknown, first, last, place, part, date.value, date.modifier or "", entry.quote.start


def days_of(entry: TimelineEntry) -> tuple[object, ...]:
    """Return the key by which dates share a line of the timeline; parts of a day are not distinguished.

    For dates without a calendar position it is a day without its year, or else the words: *yesterday*.
    """
    date = entry.date
    if date.precision == "day":
        return date.first_day, date.last_day
    if date.first_day is not None:
        return date.first_day, date.last_day, date.precision, date.modifier if date.modifier in NARROWING else None
    told = any(letter.isdigit() for letter in date.value)
    return date.value, date.modifier, "" if told else " ".join(entry.quote.text.casefold().split())


def _part_of_day(date: PartialDate) -> str:
    return date.value.partition("T")[2][:2] or date.modifier or ""
