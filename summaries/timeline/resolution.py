"""Turns readings into meanings: the table of resolvers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.timeline import absolute, durations, relative

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from summaries.timeline.meaning import Meaning, Setting
    from summaries.timeline.reading import Reading

    Resolver = Callable[[Reading, Setting], Meaning | None]


def nothing(_reading: Reading, _setting: Setting) -> None:
    """Resolve what looks like a date but is not."""


# The names that `read` can have in a rule.
RESOLVERS: Mapping[str, Resolver] = {
    "nothing": nothing,
    "calendar": absolute.calendar,
    "span": absolute.span,
    "year apart": absolute.year_apart,
    "both": absolute.both,
    "season of years": absolute.season_of_years,
    "before christ": absolute.before_christ,
    "week of": absolute.week_of,
    "decade": absolute.decade,
    "century": absolute.century,
    "holiday": absolute.holiday,
    "relative": relative.relative,
    "same": relative.same,
    "weekday": relative.weekday,
    "today": relative.today,
    "part of day": relative.part_of_day,
    "ago": relative.ago,
    "two lengths": relative.two_lengths,
    "day of month": relative.day_of_month,
    "several": absolute.several,
    "possessive month": absolute.possessive_month,
    "within": relative.from_now,
    "later": relative.later,
    "after": relative.after,
    "inside": relative.from_now,
    "reference": relative.reference,
    "time": durations.time,
    "hours": durations.hours,
    "set": durations.repeated,
    "length": durations.length,
}


def resolve(reading: Reading, setting: Setting) -> Meaning | None:
    """Return the meaning of a reading in its context; ``None`` if it is not a time, or none within the calendar."""
    try:
        return RESOLVERS[reading.resolver](reading, setting)
    except (ValueError, OverflowError):
        return None
