"""The user's document: what must stand on its timeline, and nothing else."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from summaries.article import compose
from summaries.document import read_document
from summaries.timeline import find_dates

DOCUMENT = Path(__file__).parents[4] / "shared" / "seeds" / "000_3067a040b8efb264.txt"
TIMELINE = [
    ("2003", "2003", None),
    ("2009", "2009", None),
    ("2013", "2013", None),
    ("2018", "2018", None),
    ("the end of last year", "2018", "END"),
    ("December 2018", "2018-12", None),
    ("December", "2018-12", None),
    ("February meeting in Sochi this year", "2019-02", None),
    ("February 2019", "2019-02", None),
    ("February 2019", "2019-02", None),
    ("13–15 February", "2019-02-13/2019-02-15", None),
    ("March 01, 2019", "2019-03-01", None),
    ("the end of 2019", "2019", "END"),
    ("exactly in 1.5 or 2 years", "2020-09/2021-03", None),
    ("at least 1.5–2 years", "2020-09/2021-03", "EQUAL_OR_MORE"),
]


@pytest.mark.skipif(not DOCUMENT.is_file(), reason="the user's document is not beside the checkout")
def test_the_timeline_of_the_users_document_is_complete_and_clean() -> None:
    paragraphs = [part.strip() for part in DOCUMENT.read_text(encoding="utf-8").split("\n\n") if part.strip()]
    article = compose(paragraphs, language="en", published=dt.date(2019, 3, 1))
    entries = find_dates(read_document(article))

    assert [(entry.quote.text, entry.date.value, entry.date.modifier) for entry in entries] == TIMELINE


@pytest.mark.skipif(not DOCUMENT.is_file(), reason="the user's document is not beside the checkout")
def test_lengths_counted_from_the_publication_of_the_users_document_have_their_days() -> None:
    article = compose([DOCUMENT.read_text(encoding="utf-8").strip()], language="en", published=dt.date(2019, 3, 1))
    last = find_dates(read_document(article))[-1]

    assert (last.date.first_day, last.date.last_day) == (dt.date(2020, 9, 1), dt.date(2021, 3, 1))
