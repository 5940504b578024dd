"""In which year a story is: for texts that tell of years gone by, where most dates are said without their year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from summaries.timeline.reading import Reading

FEWEST = 4
"""A text that names fewer years tells no story of years gone by."""
NEAR = 0.15
"""Nor does one that names years near its publication oftener than this."""
WEEKDAYS = 6
"""Nor one with more than a weekday, or a word such as *yesterday*, for so many years: that is news."""
TURN = 7
"""From one month to another that stands so much earlier in the calendar, a story has passed into the next year."""


@dataclass(frozen=True, slots=True)
class Story:
    """A story of years gone by. `first` and `last` are the years in which it plays; `year` and `month`, where it is."""

    first: int
    last: int
    year: int | None = None
    month: int | None = None

    def year_for(self, month: int | None) -> int | None:
        """Return the year of a month that is named next, without one."""
        if self.year is None or month is None or self.month is None:
            return self.year
        return self.year + (self.month - month >= TURN)

    def after(self, reading: Reading, value: str) -> Story:
        """Return where the story is after a date with this value; a year named in passing does not move it."""
        month, year = reading.number("month"), reading.number("year")
        if month is not None and value[:4].isdecimal():
            moved = int(value[:4])
        elif year is not None and self.first - 1 <= year <= self.last + 1:
            moved = year
        else:
            return self
        return Story(self.first, self.last, moved, month)


def find_story(readings: Sequence[Reading], published: dt.date | None) -> Story | None:
    """Return the story that a text tells before its first date; ``None`` for news and the like."""
    years = [year for year in (reading.number("year") for reading in readings) if year]
    near = sum(1 for year in years if published and abs(year - published.year) <= 1)
    news = sum(1 for reading in readings if reading.resolver in {"weekday", "today"})
    if len(years) < max(FEWEST, news * WEEKDAYS) or near >= len(years) * NEAR:
        return None
    dated = [reading.number("year") for reading in readings if reading.get("month") is not None]
    known = [year for year in dated if year] or years
    return Story(min(known), max(known))
