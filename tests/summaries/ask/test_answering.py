"""Questions put to articles of our own; the cases are in ``tests/cases/ask``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries import brief
from summaries.article import compose
from summaries.ask import answer
from summaries.ask.question import LIMIT, is_question, read_question

if TYPE_CHECKING:
    from summaries.briefing import Briefing

CASES = Path(__file__).parents[2] / "cases" / "ask"
Asked = tuple[int, str, str]
"""The article, what is expected, the question."""


def lines(name: str) -> list[str]:
    found = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in found if line and not line.startswith("#")]


def articles() -> tuple[list[list[str]], list[Asked]]:
    texts: list[list[str]] = []
    asked: list[Asked] = []
    for line in lines("answers.txt"):
        if line.startswith("="):
            texts.append([line])
        elif line.startswith("?-"):
            asked.append((len(texts) - 1, "-", line[2:].strip()))
        elif line.startswith("?"):
            mark, number, question = line.split(" ", 2)
            asked.append((len(texts) - 1, mark + number, question))
        else:
            texts[-1].append(line)
    return texts, asked


TEXTS, ASKED = articles()


@cache
def briefing_of(number: int) -> Briefing:
    head, *paragraphs = TEXTS[number]
    _, language, title = head.split(" ", 2)
    return brief(compose(paragraphs, language=language, title=title))


@pytest.mark.parametrize(("article", "expected", "question"), ASKED, ids=str)
def test_a_question_is_answered_by_the_sentence_that_says_it(article: int, expected: str, question: str) -> None:
    found = answer(briefing_of(article), question)

    if expected == "-":
        assert found.certainty == "none"
    else:
        numbers = [hit.sentence.index + 1 for hit in found.hits]
        wanted = int(expected.lstrip("?"))
        assert found.certainty != "none"
        assert wanted in (numbers[:3] if expected.startswith("??") else numbers[:1])


def test_only_what_is_attributed_to_somebody_is_surely_said_by_them() -> None:
    briefing = brief(
        compose(
            [
                "The mayor of Riverton, Hanna Brisk, met Piet Visser at the harbour on Monday.",
                "Visser will visit the new bridge in spring. “The bridge is safe,” Brisk said.",
            ],
            language="en",
        )
    )
    spoken = answer(briefing, "What did Brisk say?")
    silent = answer(briefing, "What did Visser say about the new bridge in spring?")

    assert spoken.hits[0].sentence.index == 2
    assert silent.certainty == "unsure"


@pytest.mark.parametrize("line", lines("kinds.txt"))
def test_the_opening_of_a_question_says_what_it_asks_for(line: str) -> None:
    language, kind, question = line.split(" ", 2)

    assert (read_question(question, language).kind or "-") == kind
    assert is_question(question, language)


@pytest.mark.parametrize("text", ["the old bridge", "", "🙂", "ferry to Nordby"])
def test_words_to_look_up_are_no_question(text: str) -> None:
    assert not is_question(text, "en")


def test_the_words_of_the_question_are_given_with_their_places() -> None:
    best = answer(briefing_of(0), "Why was the bridge closed?").hits[0]

    assert [best.sentence.text[start:stop] for start, stop in best.spans] == ["closed", "bridge"]


def test_a_sentence_that_points_back_comes_with_the_one_before_it() -> None:
    found = answer(briefing_of(0), "What did she promise?")

    assert found.hits[0].sentence.index == 2
    assert found.before is not None
    assert found.before.index == 1


def test_a_question_of_many_words_is_read_up_to_a_bound() -> None:
    question = read_question("bridge " * 5000, "en")

    assert len(question.words) == LIMIT


def test_headings_answer_nothing() -> None:
    article = compose([("The new ferry", "heading"), "A ferry carries the cars of the island."], language="en")

    found = answer(brief(article), "What does the new ferry carry?")

    assert [hit.sentence.index for hit in found.hits] == [1]


@given(st.text(max_size=200))
def test_any_text_is_answered_without_an_error(text: str) -> None:
    found = answer(briefing_of(0), text)

    assert found.certainty in {"sure", "unsure", "none"}


def test_a_text_in_a_language_without_question_words_is_answered_by_its_words() -> None:
    article = compose(["Silta suljettiin maanantaina.", "Lautta kuljettaa autoja."], language="fi")

    assert answer(brief(article), "Mitä lautta kuljettaa?").hits[0].sentence.index == 1
