"""When: the dates of an article, resolved and in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summaries.article import Article, Sentence
    from summaries.briefing import TimelineEntry


def find_dates(article: Article, sentences: tuple[Sentence, ...]) -> tuple[TimelineEntry, ...]:  # noqa: ARG001
    """Return the dates of an article, sorted by their first day."""
    return ()
