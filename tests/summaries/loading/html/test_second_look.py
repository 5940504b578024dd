"""What the second look at a page is told of each piece and of those around it."""

from __future__ import annotations

import pytest
from lxml import html

from summaries.loading.html.candidates import find_candidates
from summaries.loading.html.features import About, Features, describe
from summaries.loading.html.second_look import OUTSIDE, look_again
from tests.summaries.loading.pages import PROSE, page

LINE = "<p>{}</p>"


def told(scores: list[float], body: str | None = None, about: About | None = None) -> list[Features]:
    tree = html.document_fromstring(page(body or "".join(LINE.format(line) for line in PROSE[: len(scores)])))
    candidates = find_candidates(tree)
    described = describe(candidates, about or About(), ())
    look_again(candidates, described, scores)
    return described


def test_a_piece_is_told_the_first_look_at_itself_and_its_neighbours() -> None:
    first, second, last = told([3.0, -1.5, 60.0])

    assert [first["first look before"], first["first look"], first["first look after"]] == [OUTSIDE, 1.0, -0.5]
    assert [second["first look before"], second["first look after"]] == [1.0, 2.0]
    assert last["first look after"] == OUTSIDE


def test_a_piece_is_told_how_likely_the_others_are_and_not_itself() -> None:
    first, second, last = told([6.0, -6.0, 6.0])

    assert first["likely before"] == 0.0
    assert first["likely behind"] == pytest.approx(0.5)
    assert second["likely before"] == second["likely behind"] == pytest.approx(0.9975, abs=1e-4)
    assert second["likely around"] == pytest.approx(0.9975, abs=1e-4)
    assert last["likely around"] < 0.6


def test_what_stands_in_an_element_of_its_own_has_nobody_beside_it() -> None:
    alone, *others = told(
        [6.0, 6.0, 6.0], f"<div>{PROSE[0]}</div><section><p>{PROSE[1]}</p><p>{PROSE[2]}</p></section>"
    )

    assert alone["likely beside"] == 0.0
    assert len(others) == 2


def test_names_of_the_site_and_of_the_author_and_words_to_readers_are_seen() -> None:
    body = "<p>You can reach our team at any time.</p><p>Ask the Varlo Herald.</p><p>Ann Lee lives in Varlo.</p>"
    about = About(url="https://www.varloherald.example/a", author="Ann Lee; Bo Ravn")
    team, house, author = told([0.0, 0.0, 0.0], body, about)

    assert team["speaks to readers"] == 1.0
    assert house["names the house"] == author["names an author"] == 1.0
    assert house["names an author"] == author["names the house"] == author["speaks to readers"] == 0.0


def test_a_page_without_text_has_nothing_to_look_at() -> None:
    assert told([], "<p> </p>") == []
