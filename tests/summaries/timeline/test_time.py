"""Hostile pages: twice the text may take twice the time and little more."""

from __future__ import annotations

import datetime as dt

import pytest

from summaries.timeline import find_expressions
from tests.growth import cpu_seconds, grows_at_most

PUBLISHED = dt.date(2019, 3, 1)
LINEAR = 2.8
"""Twice is linear, four times quadratic."""
PAGES = {
    "digits": "1",
    "dates": "13 February 2019, ",
    "numeric dates": "13/02/2019 ",
    "open brackets": "(",
    "years in brackets": "(2019 ",
    "hyphens": "12-",
    "backticks": "` ",
    "telephone numbers": "+7 495 ",
    "new lines": "\n ",
    "abbreviations": "Feb. ",
    "lists": "13, ",
}


def read(text: str) -> object:
    return find_expressions(text, "en", PUBLISHED)


@pytest.mark.growth
@pytest.mark.parametrize("piece", PAGES.values(), ids=PAGES)
def test_time_grows_with_the_length_of_the_text_alone(piece: str) -> None:
    read("1 May 2019")
    text = piece * (20_000 // len(piece))

    assert grows_at_most(LINEAR, lambda: read(text), lambda: read(text * 2))


@pytest.mark.alone
def test_a_page_of_a_million_digits_is_read_at_once() -> None:
    assert cpu_seconds(lambda: read("7" * 1_000_000)) < 1.0
