from __future__ import annotations

import datetime as dt

from summaries.article import compose
from summaries.pipeline import brief
from summaries.timeline import Event, find_events

PUBLISHED = dt.date(2019, 3, 1)


Told = tuple[list[str], tuple[tuple[int, ...], ...]]
"""The values of an event's dates, and its places."""


def events(*paragraphs: str, published: dt.date | None = PUBLISHED) -> list[Told]:
    briefing = brief(compose(list(paragraphs), language="en", published=published))
    return [_as_data(event) for event in find_events(briefing, briefing.dates)]


def _as_data(event: Event) -> Told:
    return [date.value for date in event.dates], event.places


def test_different_things_of_one_date_are_one_event_with_a_line_each() -> None:
    found = events("In February 2019 the council met. It rained in 2018. The harbour froze in February 2019.")

    assert found == [(["2018"], ((1,),)), (["2019-02"], ((0,), (2,)))]


def test_what_is_told_twice_is_one_line_with_both_places() -> None:
    found = events(
        "The old bridge of Riverton collapsed on 12 February 2019. Nobody was hurt. "
        "The bridge of Riverton collapsed on 12 February 2019 after a flood."
    )

    assert found == [(["2019-02-12"], ((0, 2),))]


def test_neighbouring_dates_of_one_sentence_are_one_event() -> None:
    assert events("He ran in 2003, in 2009 and in 2013.") == [(["2003", "2009", "2013"], ((0,),))]


def test_different_words_without_a_place_in_the_calendar_are_events_of_their_own() -> None:
    found = events("Yesterday it rained. Last year it froze. Yesterday the mill closed.", published=None)

    assert found == [(["XXXX-XX-XX"], ((0,), (2,))), (["XXXX"], ((1,),))]


def test_what_is_due_in_two_years_and_in_at_least_two_years_is_one_event() -> None:
    found = events("The quay will be sold in 1.5 to 2 years. The mill will close in at least 1.5 to 2 years.")

    assert found == [(["2020-09/2021-03"], ((0,), (1,)))]


def test_the_morning_of_a_day_and_the_day_are_one_event_in_their_order() -> None:
    found = events("The town voted on Wednesday. Polls opened early Wednesday.", "They counted on Wednesday evening.")

    assert found == [(["2019-02-27"], ((1,), (0,), (2,)))]


def test_what_hangs_on_a_day_that_is_not_told_is_no_event_but_a_day_without_its_year_is() -> None:
    assert events("A fire broke out. A week later it burned again.") == []
    assert events("He was born on 3 May.", published=None) == [(["XXXX-05-03"], ((0,),))]
