"""The events of a timeline: what happened on each date, each event once with all sentences that tell it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from summaries.briefing import TimelineEntry
from summaries.text import find_stems
from summaries.timeline.entries import days_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from summaries.briefing import Briefing, PartialDate

SAME = 0.5
"""Minimum share of the shorter sentence's stems that two sentences about the same event have in common."""
COMPARED = 12
"""Maximum number of sentences per date that are compared with each other."""


@dataclass(frozen=True, slots=True)
class Event:
    """What an article says about a date, or about several named in one sentence.

    `places` are the sentences of each thing told, as indices: the first is the one to show, the others tell it again.
    """

    entries: tuple[TimelineEntry, ...]
    places: tuple[tuple[int, ...], ...]
    ahead: bool
    """Whether it lay ahead when the article was published."""

    @property
    def dates(self) -> tuple[PartialDate, ...]:
        """The dates, in order, each once."""
        return tuple({days_of(entry): entry.date for entry in reversed(self.entries)}.values())[::-1]


def find_events(briefing: Briefing, entries: Iterable[TimelineEntry]) -> tuple[Event, ...]:
    """Return the events of entries that are in calendar order.

    Equal dates are one event, and so are neighbouring dates of the same sentences: *2003, 2009 and 2013*. Dates of
    which the words tell nothing without a day to count from are left out.
    """
    published = briefing.article.published
    told = [entry for entry in entries if published is None or tells(entry.date)]
    dated = [list(group) for _, group in groupby(told, key=days_of)]

    def place(group: Sequence[TimelineEntry]) -> tuple[tuple[int, ...], bool]:
        return tuple(dict.fromkeys(entry.sentence for entry in group)), is_ahead(group[0].date, published)

    return tuple(
        Event(tuple(entry for group in groups for entry in group), tuple(_tellings(briefing, sentences)), ahead)
        for (sentences, ahead), groups in groupby(dated, key=place)
    )


def tells(date: PartialDate) -> bool:
    """Return whether anything about a date is known: yes for a day and month without a year, no for *a week later*."""
    return date.first_day is not None or any(letter.isdigit() for letter in date.value)


def is_ahead(date: PartialDate, published: dt.date | None) -> bool:
    """Return whether a date lay ahead when the article was published."""
    return bool(published and date.first_day and date.first_day > published)


def _tellings(briefing: Briefing, sentences: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield groups of sentences that tell the same."""
    language = briefing.article.language
    groups: list[tuple[set[str], list[int]]] = []
    for index in sentences:
        stems = set(find_stems(briefing.sentences[index].text, language))
        known = next((places for other, places in groups[:COMPARED] if _same(stems, other)), None)
        if known is None:
            groups.append((stems, [index]))
        else:
            known.append(index)
    yield from (tuple(places) for _, places in groups)


def _same(stems: set[str], other: set[str]) -> bool:
    return len(stems & other) > SAME * max(1, min(len(stems), len(other)))
