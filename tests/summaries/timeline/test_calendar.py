from __future__ import annotations

import datetime as dt

import pytest

from summaries.timeline.calendar import add_months, easter, holiday_in, narrow, place, read_roman, shift

DAY = dt.date(2019, 3, 31)


@pytest.mark.parametrize(
    ("unit", "amount", "value"),
    [
        ("D", -1, "2019-03-30"),
        ("W", -2, "2019-W11"),
        ("MO", -1, "2019-02"),
        ("Q", 1, "2019-Q2"),
        ("Y", -4, "2015"),
        ("DE", -1, "200"),
        ("CE", -1, "19"),
    ],
)
def test_a_shifted_value_is_as_precise_as_its_unit(unit: str, amount: int, value: str) -> None:
    assert shift(DAY, unit, amount) == value


def test_a_month_later_ends_on_the_last_day_of_a_shorter_month() -> None:
    assert add_months(DAY, -1) == dt.date(2019, 2, 28)


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2019-02-13", "2019-02-13", "2019-02-13", "day"),
        ("2019-02-13T10:30", "2019-02-13", "2019-02-13", "day"),
        ("2020-W53", "2020-12-28", "2021-01-03", "week"),
        ("2019-W07-WE", "2019-02-16", "2019-02-17", "week"),
        ("2019-02", "2019-02-01", "2019-02-28", "month"),
        ("2019-Q4", "2019-10-01", "2019-12-31", "quarter"),
        ("2019-H2", "2019-07-01", "2019-12-31", "quarter"),
        ("2019-WI", "2019-12-01", "2020-02-29", "season"),
        ("2019", "2019-01-01", "2019-12-31", "year"),
        ("199", "1990-01-01", "1999-12-31", "decade"),
        ("19", "1900-01-01", "1999-12-31", "century"),
    ],
)
def test_a_value_covers_its_days(value: str, first: str, last: str, precision: str) -> None:
    assert place(value) == ((dt.date.fromisoformat(first), dt.date.fromisoformat(last)), precision)


@pytest.mark.parametrize("value", ["XXXX-02-13", "PRESENT_REF", "BC0264", "2019-02-30", "2019-W60", "XXXX"])
def test_a_value_without_a_year_or_outside_the_calendar_has_no_days(value: str) -> None:
    assert place(value) == (None, "none")


def test_the_end_of_a_year_is_its_last_quarter_and_that_of_a_month_its_last_third() -> None:
    year, month = (dt.date(2018, 1, 1), dt.date(2018, 12, 31)), (dt.date(2019, 2, 1), dt.date(2019, 2, 28))

    assert narrow(year, "year", "END") == (dt.date(2018, 10, 1), dt.date(2018, 12, 31))
    assert narrow(month, "month", "END") == (dt.date(2019, 2, 20), dt.date(2019, 2, 28))
    assert narrow(month, "month", "APPROX") == month


def test_easter_and_the_holidays_that_move_are_computed() -> None:
    assert [easter(year).isoformat() for year in (2018, 2019, 2024)] == ["2018-04-01", "2019-04-21", "2024-03-31"]
    assert holiday_in(2017, "11-3-4") == "2017-11-23"
    assert holiday_in(2019, "easter+1") == "2019-04-22"


def test_roman_numerals_are_read() -> None:
    assert [read_roman(numeral) for numeral in ("iv", "xix", "xxi")] == [4, 19, 21]
