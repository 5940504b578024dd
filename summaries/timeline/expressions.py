"""The expressions of time in a text, with what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summaries.briefing import PartialDate, Precision
from summaries.timeline.calendar import Interval, narrow, place
from summaries.timeline.grammar import load_grammar
from summaries.timeline.meaning import Meaning, Part, Setting, Type
from summaries.timeline.outlook import outlook
from summaries.timeline.reading import find_readings, read_words
from summaries.timeline.relative import REFERENCES
from summaries.timeline.resolution import resolve
from summaries.timeline.story import Story, find_story

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from summaries.timeline.reading import Reading, Word


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


def find_expressions(text: str, language: str, published: dt.date | None) -> tuple[Expression, ...]:
    """Return the expressions of time in a text, in order; relative ones are counted from `published`.

    Without it they stay unresolved. An unknown language has none.
    """
    grammar = load_grammar(language)
    words = read_words(text, grammar.vocabulary)
    readings = find_readings(words, grammar)
    return tuple(_follow(readings, words, published))


def _follow(readings: Sequence[Reading], words: Sequence[Word], published: dt.date | None) -> Iterator[Expression]:
    """Resolve readings in their order, for a date may lean on the one before."""
    story = find_story(readings, published)
    reference: str | None = None
    for reading in readings:
        look = outlook(words, reading.first, reading.last)
        setting = Setting(published, *look, story is not None, _year(story, reading), reference)
        meaning = resolve(reading, setting)
        if meaning is None:
            continue
        found = list(_express(reading, meaning))
        if found[-1].type in {"DATE", "TIME"} and found[-1].date and found[-1].date.first_day:
            reference = found[-1].value.partition("/")[0].partition("T")[0]
            story = story and story.after(reading, reference)
        yield from found


def _year(story: Story | None, reading: Reading) -> int | None:
    return story.year_for(reading.number("month")) if story else None


def _express(reading: Reading, meaning: Meaning) -> Iterator[Expression]:
    if meaning.apart:
        for part in meaning.parts:
            date = _date(Meaning("DATE", part.value))
            yield Expression(part.start, part.stop, "DATE", part.value, date)
    else:
        yield Expression(reading.start, reading.stop, meaning.type, meaning.value, _date(meaning), meaning.parts)


def _date(meaning: Meaning) -> PartialDate | None:
    """Return the place of a meaning in the calendar; ``None`` for one that is no date."""
    value = meaning.calendar_value or meaning.value
    if value in REFERENCES or (meaning.type in {"DURATION", "SET"} and meaning.calendar_value is None):
        return None
    interval: Interval | None = meaning.interval
    precision: Precision = "range"
    if "/" not in value:
        interval, precision = place(value)
    if interval is None:
        return PartialDate(value, None, None, "none", meaning.modifier)
    if "/" not in value:
        interval = narrow(interval, precision, meaning.modifier)
    return PartialDate(value, *interval, precision, meaning.modifier)
