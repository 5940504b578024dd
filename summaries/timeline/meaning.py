"""What a resolver is told, and what it answers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from summaries.briefing import Modifier, PartialDate
from summaries.timeline.anchors import NO_ANCHORS, Anchors
from summaries.timeline.calendar import Interval

Type = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an expression stands: what is known beside its own words."""

    published: dt.date | None
    ahead: bool = False
    """Whether the sentence looks ahead: *will*, *is to*, *until*."""
    hoped: bool = False
    """Whether it does, or speaks of what may be: *would*, *might*."""
    behind: bool = False
    """Whether it looks back: *was*, *said*."""
    likely: bool = False
    """Whether the verb nearest says what will, may or would be: *would publish on Friday*."""
    over: bool = False
    """Whether the verb of the date itself says that it is over: *burned down on 3 May*."""
    coming: bool = False
    """Whether that verb says that it will be: *will open on 3 May*."""
    narrative: bool = False
    """Whether the text tells of years gone by, so that *the end of the year* is that of the story."""
    year: int | None = None
    """The year that such a story is in."""
    reference: str | None = None
    """The value of the date last named."""
    near: bool = False
    """Whether it was named so near that *a week later* can be counted from it."""
    fiscal: bool = True
    """Whether the text around speaks of business: in sports a *third quarter* is no date."""
    weekday: int | None = None
    """The weekday with which that date was named: *Saturday, May 18*."""
    anchors: Anchors = NO_ANCHORS
    """The months told with their year before."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the dates of an expression that names several. Offsets are those of the text."""

    start: int
    stop: int
    value: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression means: its type and value in TIMEX3.

    `parts` are the two ends of a range. `calendar_value` and `interval` are given where they don't follow from the
    value: for lengths counted from the publication.
    """

    type: Type
    value: str
    modifier: Modifier | None = None
    parts: tuple[Part, ...] = ()
    calendar_value: str | None = None
    interval: Interval | None = None
    dated: bool = True
    """Whether the words say a day or more: *at 10:30* by itself is no date."""
    apart: bool = False
    """Whether the parts are dates of their own: *13 and 15 February*."""
    guessed: bool = False
    """Whether it is not the day nearest, for that is impossible: not certain enough to be planned."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that name a time: half-open offsets in code points, TIMEX3 type and value.

    `date` is its place in the calendar, with ``None`` for days where nothing tells them; it is ``None`` itself for
    lengths, repeated times, and words such as *now*. `parts` are the two ends of a range.
    """

    start: int
    stop: int
    type: Type
    value: str
    date: PartialDate | None
    parts: tuple[Part, ...] = ()
    planned: bool = False
    """Whether it is, for certain, a day that lay ahead at the publication."""
    contradicts: bool = False
    """Whether it speaks against the stated day of publication."""
