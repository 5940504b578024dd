"""Texts of ours with the key facts that a summary must carry, and a count of those that it does."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from summaries.article import Article, compose
from summaries.briefing import Briefing, KeyPoint
from summaries.document import read_document
from summaries.ranking import assess_by, find_key_points, parse_length, rank_sentences, summarize
from summaries.ranking.keypoints import MOST
from summaries.ranking.ranking import OURS

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = Path(__file__).parent.parent / "cases" / "summaries" / "analyses"
LEAD = "lead"
"""The rule of the first sentences, named like a method."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text and its facts, each as words that stand in one of its sentences; the medium length needs the urgent."""

    name: str
    article: Article
    urgent: tuple[tuple[str, ...], ...]
    others: tuple[tuple[str, ...], ...]


@cache
def read_analyses() -> tuple[Analysis, ...]:
    """Return all texts with their facts."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("??-*.md")))


def _read(path: Path) -> Analysis:
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    table = yaml.safe_load(front)
    article = compose(body.strip().split("\n\n"), language=table["language"], title=table["title"])
    urgent, others = (
        tuple(tuple(word.strip() for word in str(fact).split("|")) for fact in table[key]) for key in ("medium", "long")
    )
    return Analysis(path.stem, article, urgent, others)


def brief_by(article: Article, method: str) -> Briefing:
    """Return a briefing without people and dates; the method may be `LEAD`."""
    document = read_document(article)
    assessment = assess_by(document, OURS if method == LEAD else method)
    ranking = tuple(range(len(document.sentences))) if method == LEAD else rank_sentences(assessment)
    points = tuple(KeyPoint(one, one.index) for one in document.sentences[:MOST])
    return Briefing(
        article, document.sentences, ranking, points if method == LEAD else find_key_points(assessment), (), ()
    )


def shown_at(briefing: Briefing, length: str) -> list[str]:
    """Return the sentences of a summary."""
    return [sentence.text for sentence in summarize(briefing, parse_length(length))]


def holds(texts: Iterable[str], fact: Iterable[str]) -> bool:
    """Say whether one of the texts holds all words of a fact, whatever their case."""
    words = [word.casefold() for word in fact]
    return any(all(word in text for word in words) for text in (text.casefold() for text in texts))


def count_facts(analysis: Analysis, method: str) -> dict[str, int]:
    """Return how many facts a method shows: urgent ones at medium, all at long and in the key points."""
    briefing = brief_by(analysis.article, method)
    medium, long = shown_at(briefing, "medium"), shown_at(briefing, "long")
    points = [" ".join(part.quote.text for part in point.parts) for point in briefing.key_points]
    facts = (*analysis.urgent, *analysis.others)
    return {
        "medium": sum(holds(medium, fact) for fact in analysis.urgent),
        "long": sum(holds(long, fact) for fact in facts),
        "points": sum(holds(points, fact) for fact in facts),
    }
