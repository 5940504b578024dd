"""Extractive briefings: summaries, key points, people and dates in an article's own words.

>>> from summaries import brief, load
>>> briefing = brief(load("article.txt"))
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summaries.article import Article, Paragraph, Quote, Sentence
    from summaries.briefing import Briefing, KeyPoint, Length, Mention, PartialDate, Person, Statement, TimelineEntry
    from summaries.errors import BriefingError
    from summaries.loading import load
    from summaries.pipeline import brief
    from summaries.ranking import parse_length, summarize

__all__ = [
    "Article",
    "Briefing",
    "BriefingError",
    "KeyPoint",
    "Length",
    "Mention",
    "Paragraph",
    "PartialDate",
    "Person",
    "Quote",
    "Sentence",
    "Statement",
    "TimelineEntry",
    "brief",
    "load",
    "parse_length",
    "summarize",
]

_HOMES = ("article", "briefing", "errors", "loading", "pipeline", "ranking")


def __getattr__(name: str) -> object:
    """Import public names on first use (PEP 562): the engine's libraries take a second to load."""
    if name in __all__:
        for home in _HOMES:
            module = import_module(f"summaries.{home}")
            if getattr(module, name, None) is not None:
                return getattr(module, name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
