"""The time expressions in a text, with their meaning."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from summaries.briefing import PartialDate, Precision
from summaries.timeline.absolute import says_year
from summaries.timeline.anchors import NO_ANCHORS, find_history
from summaries.timeline.calendar import Interval, narrow, place
from summaries.timeline.consistency import keep_consistent
from summaries.timeline.dated_speech import date_quotations
from summaries.timeline.grammar import load_grammar
from summaries.timeline.meaning import Expression, Meaning, Setting
from summaries.timeline.planning import may_be_planned, withdraw_plans
from summaries.timeline.reading import find_readings, read_words
from summaries.timeline.relative import REFERENCES
from summaries.timeline.resolution import resolve
from summaries.timeline.tense import Tense, find_tense, is_furniture
from summaries.timeline.written_days import names_written_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.timeline.grammar import Grammar
    from summaries.timeline.reading import Reading, Word


BUSINESS = 40
"""Words around a quarter that are searched for business terms."""
AWARE = dt.timedelta(days=2)
"""Days by which a dateline may differ from the day of publication: another time zone, a later edition."""
DATELINE = 25
"""Number of words within which a dateline occurs."""
FURNITURE = Tense(behind=True, over=True)
"""The tense of a line that says when a page was made or updated."""
LISTING = frozenset({"','", "and", "or", "article", "preposition", "on"})
"""Maximum number of words between the dates of a list."""
MONTH = dt.timedelta(days=31)
"""Length of the longest range of days that counts as one event."""
HALF_A_YEAR = dt.timedelta(days=183)
"""A day without its year that is further ahead is as likely the one behind, unless its verb says otherwise."""
FAR = 80
"""Number of words after which a date is no longer the reference of *a week later*."""


def find_expressions(
    text: str,
    language: str,
    published: dt.date | None,
    quotations: Sequence[tuple[int, int]] = (),
    *,
    certain: bool = True,
) -> tuple[Expression, ...]:
    """Return the time expressions in a text, in order; relative ones are resolved from `published`.

    Without it they stay unresolved. `quotations` are the quoted spans of the text: relative dates in them are resolved
    from the day of utterance, if the text gives it. Unless the day of publication is `certain`, no date relative to it
    counts as planned. An unknown language has none.
    """
    grammar = load_grammar(language)
    words = read_words(text, grammar.vocabulary)
    readings = find_readings(words, grammar)
    found = withdraw_plans(tuple(_follow(readings, words, published, grammar, certain=certain)), words)
    if not published or not quotations:
        return tuple(expression for _, expression in found)
    return tuple(date_quotations(found, words, published, quotations))


def _follow(
    readings: Sequence[Reading], words: Sequence[Word], published: dt.date | None, grammar: Grammar, *, certain: bool
) -> Iterator[tuple[Reading, Expression]]:
    """Resolve readings in order, since a date may depend on the one before."""
    history = find_history(readings, published)
    anchors = NO_ANCHORS
    reference: str | None = None
    weekday: int | None = None
    named = -FAR
    habit: int | None = None
    tense, last = Tense(), -1
    for reading in readings:
        near = _is_near(words, named, reading.first)
        listed = _is_listed(words, last, reading.first)
        furniture = is_furniture(words, reading.first, reading.last)
        tense = find_tense(words, reading.first, reading.last, tense if listed else None)
        tense, last = (FURNITURE if furniture else tense), reading.last
        setting = Setting(
            published,
            **tense._asdict(),
            narrative=history is not None,
            year=history.year_for(reading.number("month")) if history else None,
            reference=reference,
            near=near,
            weekday=weekday,
            fiscal=_is_fiscal(words, reading, grammar),
            anchors=anchors if near else anchors.without_last(),
        )
        meaning = resolve(reading, setting)
        if meaning is None:
            continue
        meaning = keep_consistent(reading, meaning, setting)
        if furniture:
            meaning = replace(meaning, dated=False)
        if meaning.type == "SET" and reading.get("month") is not None:
            habit = reading.last
        elif habit is not None and _is_habitual(words, reading, habit):
            meaning = replace(meaning, value=f"XXXX-{reading.number('month'):02d}", dated=False)
        planned = setting.ahead and not setting.behind and not meaning.guessed
        planned = planned and may_be_planned(reading, words, certain=certain)
        horizon = None if setting.coming or says_year(reading) else HALF_A_YEAR
        found = [_with_plan(one, published, horizon, planned=planned) for one in _express(reading, meaning)]
        if _contradicts(reading, found[0], words, published) or _was_before(setting, reading, found[0], words):
            found = [replace(one, contradicts=True) for one in found]
        if found[-1].type in {"DATE", "TIME"} and found[-1].date and found[-1].date.first_day:
            reference, named = found[-1].value.partition("/")[0].partition("T")[0], reading.last
            weekday = reading.number("weekday") if reading.get("month") else None
            history = history and history.after(reading, reference)
            if says_year(reading):
                anchors = anchors.told(reference, reading.first)
            elif near and reading.get("month") is not None:
                anchors = anchors.followed(reference)
        yield from ((reading, expression) for expression in found)


def _with_plan(
    expression: Expression, published: dt.date | None, horizon: dt.timedelta | None, *, planned: bool
) -> Expression:
    """Return an expression that is planned if it lies ahead, not beyond the horizon, and names single days."""
    date = expression.date
    if not (planned and published and date and date.first_day and date.last_day and date.first_day > published):
        return expression
    if horizon and date.first_day > published + horizon:
        return expression
    days = date.precision == "day" or (date.precision == "range" and date.last_day - date.first_day <= MONTH)
    return replace(expression, planned=days and date.modifier is None)


def _contradicts(reading: Reading, expression: Expression, words: Sequence[Word], published: dt.date | None) -> bool:
    """Return whether a date contradicts the day of publication: *today (Monday)*, or a dateline of another day."""
    date, weekday = expression.date, reading.number("weekday")
    if published is None or date is None or date.first_day is None:
        return False
    if reading.resolver == "today" and weekday is not None:
        return date.first_day.weekday() != weekday
    dateline = date.precision == "day" and says_year(reading) and _stands_alone(words, reading)
    return dateline and abs(date.first_day - published) > AWARE


def _was_before(setting: Setting, reading: Reading, expression: Expression, words: Sequence[Word]) -> bool:
    """Return whether a day after the publication is told as over, or as that of a document: the text is younger."""
    date, published = expression.date, setting.published
    if published is None or date is None or date.first_day is None or date.precision != "day" or not says_year(reading):
        return False
    return date.first_day > published + AWARE and (setting.over or names_written_day(reading, words))


def _stands_alone(words: Sequence[Word], reading: Reading) -> bool:
    """Return whether a reading is a line of its own in the opening of the text."""
    around = (*words[max(0, reading.first - 1) : reading.first], *words[reading.last + 1 : reading.last + 2])
    return reading.first < DATELINE and len(words) > reading.last + 1 and all("break" in w.sign.roles for w in around)


def _is_habitual(words: Sequence[Word], reading: Reading, habit: int) -> bool:
    """Return whether a month recurs yearly, like an earlier one in its sentence: *each March … in April*."""
    between = (word.sign.roles for word in words[habit + 1 : reading.first])
    bare = reading.get("month") is not None and all(reading.get(role) is None for role in ("day", "year", "relative"))
    return bare and not any("stop" in roles or "break" in roles for roles in between)


def _is_listed(words: Sequence[Word], last: int, first: int) -> bool:
    """Return whether a date at `first` continues a list after the one that ends at `last`: *on 3 May, on 5 May*."""
    between = words[last + 1 : first]
    return last >= 0 and bool(between) and all(not LISTING.isdisjoint(word.sign.roles) for word in between)


def _is_fiscal(words: Sequence[Word], reading: Reading, grammar: Grammar) -> bool:
    """Return whether a quarter is one of the year: its context is not about sport, or also about business."""
    if reading.get("quarter") is None or not grammar.vocabulary.has("sport"):
        return True
    around = words[max(0, reading.first - BUSINESS) : reading.last + BUSINESS]
    return all("sport" not in word.sign.roles for word in around) or any("fiscal" in word.sign.roles for word in around)


def _is_near(words: Sequence[Word], named: int, first: int) -> bool:
    """Return whether two offsets are close to each other and in the same or neighbouring paragraphs."""
    if first - named > FAR:
        return False
    return sum("break" in word.sign.roles for word in words[named + 1 : first]) <= 1


def _express(reading: Reading, meaning: Meaning) -> Iterator[Expression]:
    if meaning.apart:
        for part in meaning.parts:
            date = _date(Meaning("DATE", part.value))
            yield Expression(part.start, part.stop, "DATE", part.value, date)
    else:
        yield Expression(reading.start, reading.stop, meaning.type, meaning.value, _date(meaning), meaning.parts)


def _date(meaning: Meaning) -> PartialDate | None:
    """Return the calendar position of a meaning; ``None`` if it is not a date."""
    value = meaning.calendar_value or meaning.value
    if (
        not meaning.dated
        or value in REFERENCES
        or (meaning.type in {"DURATION", "SET"} and meaning.calendar_value is None)
    ):
        return None
    interval: Interval | None = meaning.interval
    precision: Precision = "range"
    if "/" not in value:
        interval, precision = place(value)
    if meaning.interval is not None:
        interval, precision = meaning.interval, "range"
    if interval is None:
        return PartialDate(value, None, None, "none", meaning.modifier)
    if "/" not in value:
        interval = narrow(interval, precision, meaning.modifier)
    return PartialDate(value, *interval, precision, meaning.modifier)
