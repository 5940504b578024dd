"""Words in quotation marks are found whole, in the marks of each language and over paragraphs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries.article import compose
from summaries.text.quotations import Quotation, find_quotations


def quoted(*paragraphs: str, language: str = "en") -> list[str]:
    article = compose(paragraphs, language=language)
    return [article.text[one.start : one.stop] for one in find_quotations(article.paragraphs, language)]


def runs(*paragraphs: str, language: str = "en") -> list[int]:
    article = compose(paragraphs, language=language)
    return [one.run for one in find_quotations(article.paragraphs, language)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "“We stay,” she said. “It is home.”", ["“We stay,”", "“It is home.”"]),
        ("en", 'He called it "a fair deal" twice.', ['"a fair deal"']),
        ("en", "‘We won’t go,’ the miners’ leader said.", ["‘We won’t go,’"]),
        ("en", "The miners’ leader won’t go.", []),
        ("de", "„Wir bleiben“, sagte er.", ["„Wir bleiben“"]),
        ("de", "»Wir bleiben«, sagte er.", ["»Wir bleiben«"]),
        ("fr", "« Nous restons », a-t-il dit.", ["« Nous restons »"]),
        ("ru", "«Мы остаёмся», — сказал он.", ["«Мы остаёмся»"]),
        ("sv", "”Vi stannar”, sade han.", ["”Vi stannar”"]),
        ("ru", "— Пора, — сказал он. — Едем.", ["— Пора,", "Едем."]),
        ("es", "—Es tarde —dijo ella.", ["—Es tarde"]),
        ("es", "—Pasen —dijo Ana—. Ya está.", ["—Pasen", "Ya está."]),
        ("es", "—Dormía —asegura Ana. El juez calla.", ["—Dormía"]),
        ("es", "—El caso —ese— es raro.", ["—El caso", "es raro."]),
        ("en", "— A dash before a note is no speech.", []),
    ],
)
def test_the_marks_of_each_language(language: str, text: str, found: list[str]) -> None:
    assert quoted(text, language=language) == found


def test_a_quotation_that_runs_on_over_paragraphs_is_one() -> None:
    first = "“The bridge was old,” Ms Tarn said. “It had to go."
    second = "“We told them so in May."
    third = "“Nobody listened.”"

    assert quoted(first, second, third)[1:] == ["“It had to go.", second, third]
    assert runs(first, second, third) == [0, 1, 1, 1]


def test_a_mark_that_is_never_closed_ends_with_its_paragraph() -> None:
    assert quoted("“The bridge was old, she said.", "It fell in May.") == ["“The bridge was old, she said."]


def test_two_speakers_in_turn_are_two_runs() -> None:
    assert runs("“We stay.”", "“We go.”") == [0, 1]


def test_speech_around_the_words_of_its_author_is_one_run() -> None:
    assert runs("— Пора, — сказал он. — Едем.", "— Куда?", language="ru") == [0, 0, 2]


MARKS = '“”«»"‘’— ,.абcs'


@given(st.lists(st.text(alphabet=MARKS, max_size=40), max_size=4), st.sampled_from(["en", "ru", "de", "fr"]))
def test_quotations_lie_in_their_paragraphs_in_order_and_apart(paragraphs: list[str], language: str) -> None:
    article = compose([one for one in paragraphs if one], language=language)
    found = find_quotations(article.paragraphs, language)

    assert all(isinstance(one, Quotation) and one.start < one.stop for one in found)
    assert all(a.stop <= b.start for a, b in pairwise(found))
    assert all(any(p.start <= one.start and one.stop <= p.stop for p in article.paragraphs) for one in found)
