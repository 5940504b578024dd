"""Key points: few, each one idea, none a repeat, from all over the article, and cut only where that is safe."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from summaries.article import compose
from summaries.document import read_document
from summaries.ranking import assess_by, find_key_points, parse_length, summarize
from summaries.ranking.clauses import find_cut
from summaries.ranking.keypoints import READABLE
from summaries.ranking.openings import leans
from summaries.ranking.vectors import count_terms
from summaries.text import find_stems
from tests.evaluation.facts import brief_by, read_analyses

if TYPE_CHECKING:
    from summaries.briefing import Briefing, KeyPoint

CLAUSES = Path(__file__).parents[2] / "cases" / "summaries" / "clauses.txt"
AT_MOST = 25
TOO_ALIKE = 0.30
"""Cosine from which on two sentences say the same."""


def clause_cases() -> list[tuple[str, str, int | None]]:
    lines = [line for line in CLAUSES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [(line[:2], line[3:].replace("|", ""), line[3:].find("|") if "|" in line else None) for line in lines]


@pytest.mark.parametrize(("language", "sentence", "cut"), clause_cases())
def test_a_sentence_is_cut_where_the_rest_does_not_change_its_meaning(
    language: str, sentence: str, cut: int | None
) -> None:
    assert find_cut(sentence, language, AT_MOST) == cut


def points_of(*paragraphs: str) -> tuple[KeyPoint, ...]:
    return find_key_points(assess_by(read_document(compose(paragraphs, language="en"))))


def test_the_quote_of_a_cut_point_is_a_slice_that_opens_its_sentence() -> None:
    long = next(case[1] for case in clause_cases() if case[2] and count(case[1]) > READABLE)
    point = points_of(long)[0]

    assert long.startswith(point.quote.text)
    assert len(point.quote.text) < len(long)


def count(text: str) -> int:
    return len(text.split())


ANALYSES = [brief_by(analysis.article, "briefing") for analysis in read_analyses()]


@pytest.mark.parametrize("briefing", ANALYSES, ids=lambda briefing: briefing.article.title)
def test_points_are_five_to_nine_distinct_ideas_that_stand_alone(briefing: Briefing) -> None:
    language = briefing.article.language
    vectors = count_terms([find_stems(sentence.text, language) for sentence in briefing.sentences]).vectors
    places = [point.sentence for point in briefing.key_points]
    likeness = np.array([vectors.likeness(place)[places] for place in places])

    assert 5 <= len(places) <= 9
    assert len(places) == len(set(places))
    assert (likeness - np.eye(len(places))).max() < TOO_ALIKE
    first = [point.parts[0] for point in briefing.key_points]
    assert not [part for part in first if part.sentence and leans(part.quote.text, language)]


@pytest.mark.parametrize("briefing", ANALYSES, ids=lambda briefing: briefing.article.title)
def test_points_come_from_all_over_the_article_and_say_more_than_the_short_summary(briefing: Briefing) -> None:
    places = {point.sentence for point in briefing.key_points}
    thirds = {3 * place // len(briefing.sentences) for place in places}
    short = {sentence.index for sentence in summarize(briefing, parse_length("short"))}

    assert thirds == {0, 1, 2}
    assert len(places - short) >= 3


def test_no_text_has_no_points_and_a_word_has_one() -> None:
    assert points_of() == ()
    assert [point.quote.text for point in points_of("Word")] == ["Word"]
