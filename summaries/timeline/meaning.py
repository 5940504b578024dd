"""The input and output of resolvers."""

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
    """The context of an expression: what is known besides its own words."""

    published: dt.date | None
    ahead: bool = False
    """Whether the sentence looks ahead: *will*, *is to*, *until*."""
    hoped: bool = False
    """Whether it looks ahead, or speaks of possibilities: *would*, *might*."""
    behind: bool = False
    """Whether it looks back: *was*, *said*."""
    likely: bool = False
    """Whether the nearest verb is in the future or conditional: *would publish on Friday*."""
    over: bool = False
    """Whether the date's own verb is in the past: *burned down on 3 May*."""
    coming: bool = False
    """Whether that verb is in the future: *will open on 3 May*."""
    possible: bool = False
    """Whether its nearest verb says what may be: *could return in spring*."""
    resolved: bool = False
    """Whether it is in what somebody decided to do: *agreed to close it in March*."""
    narrative: bool = False
    """Whether the text is a history, so that *the end of the year* is that of the story."""
    year: int | None = None
    """The year that such a story has reached."""
    reference: str | None = None
    """The value of the last date named."""
    near: bool = False
    """Whether it is close enough to be the reference of *a week later*."""
    fiscal: bool = True
    """Whether the context is about business: in sports a *third quarter* is not a date."""
    weekday: int | None = None
    """The weekday with which that date was named: *Saturday, May 18*."""
    anchors: Anchors = NO_ANCHORS
    """The months given with their year before."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the dates of an expression that names several. Offsets are those of the text."""

    start: int
    stop: int
    value: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """The meaning of an expression: its TIMEX3 type and value.

    `parts` are the two ends of a range. `calendar_value` and `interval` are given if they don't follow from the value:
    for durations counted from the publication.
    """

    type: Type
    value: str
    modifier: Modifier | None = None
    parts: tuple[Part, ...] = ()
    calendar_value: str | None = None
    interval: Interval | None = None
    dated: bool = True
    """Whether the words give a day or more: *at 10:30* by itself is not a date."""
    apart: bool = False
    """Whether the parts are dates of their own: *13 and 15 February*."""
    guessed: bool = False
    """Whether it is not the nearest day, because that is impossible: not certain enough to be planned."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression: half-open offsets in code points, TIMEX3 type and value.

    `date` is its calendar position, with ``None`` for unknown days; it is ``None`` itself for durations, repeated
    times, and words such as *now*. `parts` are the two ends of a range.
    """

    start: int
    stop: int
    type: Type
    value: str
    date: PartialDate | None
    parts: tuple[Part, ...] = ()
    planned: bool = False
    """Whether it is certainly a day that lay ahead at the publication."""
    contradicts: bool = False
    """Whether it contradicts the stated day of publication."""
