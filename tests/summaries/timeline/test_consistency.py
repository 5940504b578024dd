"""Days that contradict the tense of their verb; more of them stand in tests/cases/dates."""

from __future__ import annotations

import datetime as dt

from summaries.timeline import find_expressions

MONDAY = dt.date(2025, 11, 10)


def test_a_day_that_had_to_be_moved_is_not_certain_enough_for_a_calendar() -> None:
    (moved,) = find_expressions("The fair will be held on Sunday.", "en", MONDAY)
    (kept,) = find_expressions("The fair will be held on Friday.", "en", MONDAY)

    assert moved.date
    assert moved.date.first_day == dt.date(2025, 11, 16)
    assert not moved.planned
    assert kept.planned


def test_a_day_of_which_no_year_agrees_has_no_place_in_the_calendar() -> None:
    (found,) = find_expressions("The cook died on Tuesday, 25 November.", "en", MONDAY)

    assert found.date
    assert found.date.first_day is None


def test_a_text_may_tell_of_days_just_after_its_stated_publication() -> None:
    (found,) = find_expressions("The keeper died on 12 November.", "en", MONDAY)

    assert found.date
    assert found.date.first_day == dt.date(2025, 11, 12)
