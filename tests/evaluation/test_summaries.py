"""Summaries against references and judges; the news that others have summed up lie beside the checkout, if at all."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from summaries.article import compose
from summaries.briefing import Briefing
from summaries.ranking import parse_length, rank_sentences, summarize
from summaries.text import split_sentences
from tests.evaluation.hanging import find_hanging

NEWS = Path(__file__).parents[3] / "shared" / "eval" / "summaries"
SETS = {"cnn_validation": 120, "orangesum_dev": 120}
"""Sets of news, and how many of each are measured here; the scorer beside them takes all."""
MOST_HANGING = 0.02
LENGTHS = ("headline", "short", "medium", "long", "1", "2", "3", "5", "20%", "100 words", "1 minute")


@cache
def briefings(name: str) -> tuple[Briefing, ...]:
    """Return the summaries of a set of news, without people and dates."""
    path = NEWS / f"{name}.jsonl"
    if not path.is_file():
        pytest.skip("the news are not beside the checkout")
    lines = path.read_text(encoding="utf-8").splitlines()[: SETS[name]]
    return tuple(ranked(document) for document in map(json.loads, lines))


def ranked(document: dict[str, str]) -> Briefing:
    paragraphs = [part for part in document["text"].splitlines() if part.strip()]
    article = compose(paragraphs, language=document["lang"], title=document.get("title") or None)
    sentences = split_sentences(article)
    return Briefing(article, sentences, rank_sentences(article, sentences), (), (), ())


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("wanted", LENGTHS)
def test_at_most_one_shown_sentence_in_fifty_hangs(name: str, wanted: str) -> None:
    shown = hanging = 0
    for briefing in briefings(name):
        indices = [sentence.index for sentence in summarize(briefing, parse_length(wanted))]
        shown += len(indices)
        hanging += len(find_hanging(briefing.sentences, indices, briefing.article.language))

    assert hanging <= MOST_HANGING * shown
