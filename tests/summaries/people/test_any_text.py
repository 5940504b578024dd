"""Whatever a text holds, names lie inside it in order, and its case is put right letter for letter."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summaries.article import compose
from summaries.document import read_document
from summaries.people import find_names
from summaries.places import find_places
from summaries.text.truecasing import recase
from tests.growth import grows_at_most
from tests.speakers import people_of

LETTERS = "ABab АБаб Jr.JohnSmith Иванов-“”\"'«»(),;:!?—–-&@ 0Iıİßé\n"
TEXTS = st.text(st.sampled_from(LETTERS), max_size=120) | st.text(max_size=60)
AWKWARD = ["Smith ", "A. ", "( ", "“", "John Smith and ", "SMITH ", "al-", "Kim Jong-", "Анна Иванова («", "said "]


@given(TEXTS, st.sampled_from(["en", "ru", "de"]))
@settings(max_examples=150, deadline=None)
def test_names_lie_in_the_text_in_order_and_apart(text: str, language: str) -> None:
    spans = find_names(text, language)

    assert all(0 <= start < stop <= len(text) for start, stop in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@given(TEXTS, st.sampled_from(["en", "ru"]))
@settings(max_examples=150, deadline=None)
def test_only_the_case_of_letters_is_put_right(text: str, language: str) -> None:
    prose = recase(text, language)

    assert len(prose) == len(text)
    assert prose.upper().casefold() == text.upper().casefold()


@given(st.lists(TEXTS.filter(str.strip), min_size=1, max_size=4), st.sampled_from(["en", "ru"]))
@settings(max_examples=80, deadline=None)
def test_people_and_places_are_quotes_of_any_article(paragraphs: list[str], language: str) -> None:
    article = compose(paragraphs, language=language)
    people = people_of(article)
    named = [m.quote for person in people for m in person.mentions]
    placed = [m.quote for place in find_places(read_document(article), people) for m in place.mentions]

    assert all(article.text[quote.start : quote.stop] == quote.text for quote in [*named, *placed])


@pytest.mark.growth
@pytest.mark.parametrize("piece", AWKWARD)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_awkward_texts_cost_no_more_than_their_length(piece: str, language: str) -> None:
    small, large = piece * 400, piece * 1600

    assert grows_at_most(8, lambda: find_names(small, language), lambda: find_names(large, language))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_letters_without_a_name_are_letters(language: str) -> None:
    article = compose(["\U00017000 и \U00017001"], language=language)

    assert people_of(article) == ()
