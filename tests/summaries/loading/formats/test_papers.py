"""Papers and reports in print: the abstract and the body, whole, without what stands around and between them."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from summaries import brief as make_briefing
from summaries.loading import read
from summaries.loading.draft import Block
from summaries.loading.formats.paper_authors import find_authors
from tests.summaries.loading.papers import (
    Paper,
    brief,
    conference,
    engineering,
    journal,
    manuscript,
    read_paper,
    report,
    typeset,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from summaries.article import Article

PAPERS = {language: read_paper(language) for language in ("en", "de", "ru", "fr")}
LAYOUTS = {layout.__name__: layout for layout in (conference, engineering, journal, report, manuscript, brief)}
EACH = list(itertools.product(PAPERS, LAYOUTS))


@cache
def load(language: str, layout: str) -> Article:
    return read(typeset(LAYOUTS[layout], PAPERS[language]))


def prose(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs if paragraph.kind in {"prose", "item"}]


@pytest.mark.parametrize(("language", "layout"), EACH)
def test_a_paper_is_its_abstract_and_its_body(language: str, layout: str) -> None:
    assert prose(load(language, layout)) == PAPERS[language].body


@pytest.mark.parametrize(("language", "layout"), EACH)
def test_nothing_of_the_literature_captions_tables_contents_and_notes_is_left(language: str, layout: str) -> None:
    paper, article = PAPERS[language], load(language, layout)
    around = (*paper.cited, paper.figure[:30], paper.table[:30], *paper.rows[1], ". . .", "Holmqvist", "Хольмквист")

    assert [part for part in around if part in article.text and not any(part in text for text in paper.body)] == []


@pytest.mark.parametrize(("language", "layout"), EACH)
def test_a_paper_keeps_its_title_and_the_headings_of_its_sections(language: str, layout: str) -> None:
    paper, article = PAPERS[language], load(language, layout)
    headings = [paragraph.text for paragraph in article.paragraphs if paragraph.kind == "heading"]

    assert article.title == paper.title
    assert [name for name, _ in paper.sections if not any(heading.endswith(name) for heading in headings)] == []
    assert article.published is None  # the day on which it was received is not that of publication


@pytest.mark.parametrize(("language", "layout"), EACH)
def test_a_paper_is_by_those_whom_it_names_below_its_title(language: str, layout: str) -> None:
    authors = re.split(r", | (?:and|und|et) ", PAPERS[language].authors)

    assert load(language, layout).author == "; ".join(authors)


HEADS = {
    "marks": (("Nora Field¹,²* and Ida Rosk²",), "Nora Field; Ida Rosk"),
    "marks on the line": (("Nora Field1, Ida Rosk2,3,∗, Bo Ravn1",), "Nora Field; Ida Rosk; Bo Ravn"),
    "capitals": (("NORA FIELD AND IDA ROSK",), "NORA FIELD; IDA ROSK"),
    "degrees": (("Nora Field, PhD, Ida Rosk, MD and Bo van der Ravn",), "Nora Field; Ida Rosk; Bo van der Ravn"),
    "houses": (("Nora Field", "University of Varlo", "Ida Rosk", "Institute of Steel"), "Nora Field; Ida Rosk"),
    "a subtitle": (("Harbour Bridges Revisited", "Nora Field and Ida Rosk"), "Nora Field; Ida Rosk"),
    "one with initials": (("N. O. Field", "March 2021"), "N. O. Field"),
    "one and an address": (("Nora Field", "nora@varlo.example"), "Nora Field"),
    "a byline and a day": (("By Nora Field and Ida Rosk, 3 May 2021",), "Nora Field; Ida Rosk"),
    "points": (("Nora Field · Ida Rosk · Bo Ravn",), "Nora Field; Ida Rosk; Bo Ravn"),
    "a subtitle alone": (("Harbour Bridges Revisited",), None),
    "two in a row": (("Nora Field Ida Rosk",), None),
    "two houses": (("Varlo Institute and Board of Roads",), None),
    "a kind of paper": (("Research Report, Old Quay",), None),
    "a line of two parts": (("Tides and Steel",), None),
}


@pytest.mark.parametrize(("lines", "authors"), HEADS.values(), ids=HEADS)
def test_authors_are_lines_of_names_and_nothing_else(lines: tuple[str, ...], authors: str | None) -> None:
    assert find_authors([Block(line) for line in lines]) == authors


@pytest.mark.parametrize("language", PAPERS)
def test_nobody_in_a_briefing_comes_from_the_literature(language: str) -> None:
    paper = PAPERS[language]
    named = " ".join(person.name for person in make_briefing(load(language, "conference")).people)

    assert [name for name in paper.cited if name in named] == []


def longer(paper: Paper, times: int) -> Paper:
    """Return a paper with more sections, of the same sentences in another order, since what repeats is no text."""
    sections = [
        (f"{name}, part {time + 2}", tuple(f"{'ABCDEFGH'[time]} {_turned(text, time + 1)}" for text in texts))
        for time in range(times)
        for name, texts in paper.sections[1:-1]
    ]
    return replace(paper, sections=(*paper.sections[:-1], *sections, paper.sections[-1]))


def _turned(text: str, by: int) -> str:
    sentences = re.split(r"(?<=\.) ", text)
    by %= len(sentences)
    return " ".join((*sentences[by:], *sentences[:by]))


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_paragraphs_go_on_over_many_columns_pages_and_figures(layout: Callable[[Paper], str]) -> None:
    paper = longer(PAPERS["en"], 3)

    assert prose(read(typeset(layout, paper))) == paper.body
