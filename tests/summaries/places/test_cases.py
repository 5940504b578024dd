"""The cases that speakers of the languages can review; the README of tests/cases/places tells their notation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summaries.article import Article, compose
from summaries.document import read_document
from summaries.places import find_places, name_country
from summaries.text import split_sentences
from tests.speakers import people_of

if TYPE_CHECKING:
    from summaries.briefing import Place

FOLDER = Path(__file__).parents[2] / "cases" / "places"
Row = tuple[str, ...]


def read_cases(language: str) -> list[tuple[str, str, list[Row]]]:
    cases = []
    for block in (FOLDER / f"{language}.txt").read_text(encoding="utf-8").split("===\n"):
        head, _, rows = block.partition("---\n")
        _, _, text = head.strip().partition("\n")
        expected = [tuple(part.strip() for part in row.split("|")) for row in rows.splitlines() if row.strip()]
        cases.append((language, text, expected))
    return cases


CASES = [case for path in sorted(FOLDER.glob("??.txt")) for case in read_cases(path.stem)]


def places_of(article: Article) -> tuple[Place, ...]:
    return find_places(read_document(article), people_of(article))


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_the_places_of_a_case_are_found_as_a_reader_would_tell_them(
    language: str, text: str, expected: list[Row]
) -> None:
    found = places_of(compose(text.split("\n\n"), language=language))

    assert [(p.name, p.kind, p.country, str(len(p.mentions))) for p in found] == expected


def test_every_mention_is_a_quote_in_the_sentence_that_it_names() -> None:
    article = compose(["Snow fell in Oslo.", "In Paris it rained, and Oslo slept."], language="en")
    sentences = split_sentences(article)
    mentions = [mention for place in places_of(article) for mention in place.mentions]

    assert len(mentions) == 3
    assert all(article.text[m.quote.start : m.quote.stop] == m.quote.text for m in mentions)
    assert all(m.quote.text in sentences[m.sentence].text for m in mentions)


def test_a_language_without_a_gazetteer_has_no_places() -> None:
    assert places_of(compose(["Berliinissä satoi lunta."], language="fi")) == ()


def test_countries_are_named_in_the_language_of_the_reader() -> None:
    assert (name_country("BY", "ru"), name_country("DE", "en")) == ("Беларусь", "Germany")
    assert name_country("XX", "en") == name_country("XX", "nonsense") == "XX"
