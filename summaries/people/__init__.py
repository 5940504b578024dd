"""Who is in an article: names, merging, roles, speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summaries.article import Article, Sentence
    from summaries.briefing import Person

__all__ = ["find_names", "find_people"]


def find_names(text: str, language: str) -> list[tuple[int, int]]:
    """Return the half-open spans of names of people in a text, in code points, in their order."""
    from summaries.people import names  # noqa: PLC0415 - the models load at first use

    return names.find_names(text, language)


def find_people(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Person, ...]:
    """Return the people that the body of an article names, those who weigh most first.

    Title, standfirst and author are evidence only: nobody is listed who stands there alone.
    """
    from summaries.people import portraits  # noqa: PLC0415 - the models load at first use

    return portraits.draw(article, sentences)
