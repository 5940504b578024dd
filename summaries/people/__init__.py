"""Who is in an article: names, merging, roles, speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summaries.article import Article, Sentence
    from summaries.briefing import Person


def find_people(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Person, ...]:  # noqa: ARG001
    """Return the people of an article, those who weigh most first."""
    return ()
