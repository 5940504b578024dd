"""Organisations in the cards of people: what the text ties to them, and nothing where it ties nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from summaries.article import compose
from tests.speakers import people_of

CASES = Path(__file__).parents[2] / "cases" / "people" / "organisations.txt"
ROWS = [
    tuple(part.strip() for part in line.split("|"))
    for line in CASES.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("language", "text", "name", "expected"), ROWS)
def test_the_organisation_of_a_person_is_the_one_that_the_text_ties_to_them(
    language: str, text: str, name: str, expected: str
) -> None:
    article = compose([text], language=language)
    people = {person.name: person for person in people_of(article)}
    found = people[name].organisation

    assert (found.text if found else "-") == expected
