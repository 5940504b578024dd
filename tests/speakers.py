"""The people of an article with what they say, as a briefing holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.document import read_document
from summaries.people import find_people
from summaries.speech import attribute

if TYPE_CHECKING:
    from summaries.article import Article
    from summaries.briefing import Person


def people_of(article: Article) -> tuple[Person, ...]:
    """Return the people of an article, those first who are named and heard most."""
    document = read_document(article)
    return attribute(document, find_people(document)).people
