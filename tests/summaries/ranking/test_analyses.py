"""Analyses and columns, which do not put everything first: the key facts are found all the same."""

from __future__ import annotations

import pytest

from summaries.ranking import parse_length, summarize
from tests.evaluation.facts import Analysis, brief_by, count_facts, holds, read_analyses

FEWEST_AT_LONG = 6
"""Of nine facts of each text."""
FEWEST_IN_ALL = {"medium": 13, "long": 44, "points": 31}
"""Of 24 urgent facts, of all 54, of all 54."""


@pytest.mark.parametrize("analysis", read_analyses(), ids=lambda analysis: analysis.name)
def test_every_fact_stands_in_one_sentence(analysis: Analysis) -> None:
    sentences = [sentence.text for sentence in brief_by(analysis.article, "lead").sentences]

    assert [fact for fact in (*analysis.urgent, *analysis.others) if not holds(sentences, fact)] == []


@pytest.mark.parametrize("analysis", read_analyses(), ids=lambda analysis: analysis.name)
def test_the_long_summary_of_an_analysis_carries_most_of_its_facts(analysis: Analysis) -> None:
    assert count_facts(analysis, "briefing")["long"] >= FEWEST_AT_LONG


@pytest.mark.parametrize("place", FEWEST_IN_ALL)
def test_key_facts_are_found_over_all_analyses(place: str) -> None:
    assert sum(count_facts(analysis, "briefing")[place] for analysis in read_analyses()) >= FEWEST_IN_ALL[place]


@pytest.mark.parametrize("analysis", read_analyses(), ids=lambda analysis: analysis.name)
def test_every_quarter_of_the_text_is_in_the_long_summary(analysis: Analysis) -> None:
    briefing = brief_by(analysis.article, "briefing")
    shown = {4 * one.index // len(briefing.sentences) for one in summarize(briefing, parse_length("long"))}

    assert shown == set(range(4))
