"""Selects the dates that a request asks for: those within a time, or those of an event."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summaries.ask.answering import answer
from summaries.ask.question import read_question
from summaries.ask.searching import search
from summaries.languages.schema import Verbs, load
from summaries.timeline import find_expressions, is_ahead, looks_back

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summaries.briefing import Briefing, PartialDate, TimelineEntry

ABOUT_TIME = 0.6
"""Minimum share of a request that is a time expression for it to ask for that time: *next week*, *in May 2019*."""
ANSWERS = 4
"""Maximum number of dated sentences that may answer a question."""
MONTH = re.compile(r"XXXX-(\d\d)")
"""The TIMEX3 value of a month without a year."""
BEGINNING = 5
"""Number of letters by which other forms of a word are matched if nothing else is found."""


def time_asked(briefing: Briefing, wanted: str, languages: Iterable[str]) -> PartialDate | None:
    """Return the time that a request names, relative to the publication; ``None`` if it asks for something else.

    `languages` are those that the request may be in (ISO 639-1), the likeliest first.
    """
    for language in dict.fromkeys(languages):
        for found in find_expressions(wanted, language, briefing.article.published):
            if found.date and found.date.first_day and found.stop - found.start >= len(wanted) * ABOUT_TIME:
                return found.date
    return None


def month_asked(wanted: str, languages: Iterable[str]) -> int | None:
    """Return the month, 1 to 12, that a request names without a year; ``None`` if it asks for something else."""
    for language in dict.fromkeys(languages):
        for found in find_expressions(wanted, language, published=None):
            month = MONTH.fullmatch(found.value)
            said = wanted[found.start : found.stop]
            if month and len(said.split()) == 1 and len(said) >= len(wanted) * ABOUT_TIME:
                return int(month[1])
    return None


def dates_in_month(briefing: Briefing, month: int) -> tuple[TimelineEntry, ...]:
    """Return the entries within a month, of any year, known or not."""
    values = re.compile(rf"[\dX]{{4}}-{month:02}(-\d\d)?")
    return tuple(entry for entry in briefing.dates if values.fullmatch(entry.date.value))


def dates_at(briefing: Briefing, time: PartialDate) -> tuple[TimelineEntry, ...]:
    """Return the entries that lie within a time or, if there are none, those that overlap it."""
    first, last = time.first_day, time.last_day
    if first is None or last is None:
        return ()
    placed = [(entry, entry.date.first_day, entry.date.last_day) for entry in briefing.dates]
    touching = [(entry, a, b) for entry, a, b in placed if a and b and a <= last and first <= b]
    within = tuple(entry for entry, a, b in touching if first <= a and b <= last)
    return within or tuple(entry for entry, _, _ in touching)


def _behind(entries: tuple[TimelineEntry, ...], briefing: Briefing) -> tuple[TimelineEntry, ...]:
    """Return the entries that lay behind when the article was published; all of them where none did."""
    return tuple(entry for entry in entries if not is_ahead(entry.date, briefing.article.published)) or entries


def dates_about(briefing: Briefing, wanted: str) -> tuple[TimelineEntry, ...]:
    """Return the entries of the sentences that answer *when …?*, or contain most of the query's words, in any form."""
    language = briefing.article.language
    dated = {entry.sentence for entry in briefing.dates}
    if read_question(wanted, language).kind == "when":
        hits = [hit for hit in answer(briefing, wanted).hits if hit.sentence.index in dated]
        if answering := [hit.sentence.index for hit in hits if hit.spans]:
            found = tuple(entry for entry in briefing.dates if entry.sentence in answering[:ANSWERS])
            return _behind(found, briefing) if looks_back(wanted, language) else found
    irregular = load(Verbs, language).irregular
    groups = [" ".join((word, *sorted(irregular.get(word, ())))) for word in wanted.casefold().split()]
    beginnings = [word[:BEGINNING] for word in wanted.split() if len(word) > BEGINNING]
    for asked in (groups, beginnings):
        counts: dict[int, int] = {}
        for words in asked:
            for index in {hit.sentence.index for hit in search(briefing, words, least=1)} & dated:
                counts[index] = counts.get(index, 0) + 1
        if counts:
            most = max(counts.values())
            return tuple(entry for entry in briefing.dates if counts.get(entry.sentence) == most)
    return ()
