"""Hostile pages: twice the text may take twice the time and little more."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from summaries.timeline import find_expressions

PUBLISHED = dt.date(2019, 3, 1)
SLACK = 3.2
"""Twice would be linear, four times quadratic."""
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


def seconds(text: str) -> float:
    start = time.process_time()
    find_expressions(text, "en", PUBLISHED)
    return time.process_time() - start


@pytest.mark.parametrize("piece", PAGES.values(), ids=PAGES)
def test_time_grows_with_the_length_of_the_text_alone(piece: str) -> None:
    find_expressions("1 May 2019", "en", PUBLISHED)
    text = piece * (20_000 // len(piece))
    once, twice = min(seconds(text) for _ in range(4)), min(seconds(text * 2) for _ in range(4))

    assert twice < SLACK * once + 0.05


def test_a_page_of_a_million_digits_is_read_at_once() -> None:
    assert seconds("7" * 1_000_000) < 1.0
