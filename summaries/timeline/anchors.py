"""Anchors of yearless dates: the months that a text has given with their year, and the year that a history is in.

An expression without its year is read near its anchor: the publication in news, else a month told in full nearby
(*the riots of July 2021 … on 8 July*), or the year last named in texts that are history throughout.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summaries.timeline.calendar import place

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from summaries.timeline.reading import Reading

FEWEST = 8
"""Minimum number of years named in a history."""
NEAR = 0.15
"""Maximum number of years near its publication that a history names."""
WEEKDAYS = 6
"""Minimum number of years for each weekday, or word such as *yesterday*, in a history: a text with more is news."""
TURN = 7
"""Number of months by which one must be earlier than the last for a history to have passed into the next year."""
BESIDE = 1
"""Maximum distance in months between a text's topic and a yearless date anchored to it."""
APART = 2
"""Minimum number of months by which the publication is further away than the anchor."""
OPENING = 60
"""Number of words in which a text states its topic."""


@dataclass(frozen=True, slots=True)
class History:
    """A text about the past. `first` and `last` are the years it spans; `year` and `month`, its current position."""

    first: int
    last: int
    year: int | None = None
    month: int | None = None

    def year_for(self, month: int | None) -> int | None:
        """Return the year of a month that is named next without a year."""
        if self.year is None or month is None or self.month is None:
            return self.year
        return self.year + (self.month - month >= TURN)

    def after(self, reading: Reading, value: str) -> History:
        """Return the position after a date with this value; a year named in passing does not change it."""
        month, year = reading.number("month"), reading.number("year")
        if month is not None and value[:4].isdecimal():
            moved = int(value[:4])
        elif year is not None and self.first - 1 <= year <= self.last + 1:
            moved = year
        else:
            return self
        return History(self.first, self.last, moved, month)


def find_history(readings: Sequence[Reading], published: dt.date | None) -> History | None:
    """Return a text's history in its state before the first date; ``None`` for news and the like."""
    years = [year for year in (reading.number("year") for reading in readings) if year]
    near = sum(1 for year in years if published and abs(year - published.year) <= 1)
    news = sum(1 for reading in readings if reading.resolver in {"weekday", "today"})
    if len(years) < max(FEWEST, news * WEEKDAYS) or near >= len(years) * NEAR:
        return None
    dated = [reading.number("year") for reading in readings if reading.get("month") is not None]
    known = [year for year in dated if year] or years
    return History(min(known), max(known))


def count_months(year: int, month: int) -> int:
    """Return the number of a month, counted from the beginning of the calendar."""
    return year * 12 + month - 1


@dataclass(frozen=True, slots=True)
class Anchors:
    """The months that a text has given with their year, as `count_months` counts them."""

    topics: tuple[int, ...] = ()
    """Those in the opening of the text, its topic."""
    last: int | None = None
    """The last one, if it is nearby."""
    goes_on: bool = False
    """Whether a day of that month followed without its year, so that the story may go on into the next month."""

    def told(self, value: str, place_in_text: int) -> Anchors:
        """Return the anchors after a date with this value, given with its year, at the n-th word."""
        interval, precision = place(value)
        if interval is None or precision not in {"day", "month"}:
            return self
        month = count_months(interval[0].year, interval[0].month)
        topics = (*self.topics, month) if place_in_text < OPENING else self.topics
        return Anchors(topics, month)

    def followed(self, value: str) -> Anchors:
        """Return the anchors after a date with this value, whose words say a month without its year."""
        interval, precision = place(value)
        if interval is None or self.last is None or precision not in {"day", "month"}:
            return self
        month = count_months(interval[0].year, interval[0].month)
        return Anchors(self.topics, month, goes_on=True) if 0 <= month - self.last <= self.goes_on * BESIDE else self

    def without_last(self) -> Anchors:
        """Return the anchors once the last one is far away."""
        return Anchors(self.topics)

    def year_of(self, month: int, guess: int, published: dt.date) -> int | None:
        """Return the year that an anchor gives a month; ``None`` if `guess`, given by the publication, stands."""
        away = abs(count_months(guess, month) - count_months(published.year, published.month))
        near = () if self.last is None else ((self.last, self.goes_on * BESIDE),)
        for anchor, limit in (*near, *((topic, BESIDE) for topic in self.topics)):
            year = _year_beside(month, anchor)
            beside = abs(count_months(year, month) - anchor)
            if year != guess and beside <= limit and away >= beside + APART:
                return year
        return None

    def years_beside(self, month: int) -> frozenset[int]:
        """Return the years in which a month is an anchor or next to one."""
        told = self.topics if self.last is None else (*self.topics, self.last)
        years = ((_year_beside(month, anchor), anchor) for anchor in told)
        return frozenset(year for year, anchor in years if abs(count_months(year, month) - anchor) <= BESIDE)


def _year_beside(month: int, anchor: int) -> int:
    years = (anchor // 12 + step for step in (-1, 0, 1))
    return min(years, key=lambda year: abs(count_months(year, month) - anchor))


NO_ANCHORS = Anchors()
