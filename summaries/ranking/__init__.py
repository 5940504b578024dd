"""Ranking: sentence scores, summaries of a requested length, key points, and a briefing to read aloud."""

from importlib import import_module
from typing import TYPE_CHECKING

from summaries.ranking.lengths import WORDS_A_MINUTE, Extent, Limit, measure, parse_length, summarize, what_stopped

if TYPE_CHECKING:
    from summaries.ranking.keypoints import find_key_points
    from summaries.ranking.oral import Known, find_oral_briefing
    from summaries.ranking.ranking import METHODS, assess_by, rank_sentences
    from summaries.ranking.references import References, names_missing

__all__ = [
    "METHODS",
    "WORDS_A_MINUTE",
    "Extent",
    "Known",
    "Limit",
    "References",
    "assess_by",
    "find_key_points",
    "find_oral_briefing",
    "measure",
    "names_missing",
    "parse_length",
    "rank_sentences",
    "summarize",
    "what_stopped",
]

_HOMES = {
    "References": "references",
    "names_missing": "references",
    "find_key_points": "keypoints",
    "Known": "oral",
    "find_oral_briefing": "oral",
    "METHODS": "ranking",
    "assess_by": "ranking",
    "rank_sentences": "ranking",
}


def __getattr__(name: str) -> object:
    """Import the ranker on demand (PEP 562): a bot that only shows stored briefings needs no numpy."""
    if name in _HOMES:
        return getattr(import_module(f"summaries.ranking.{_HOMES[name]}"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
