"""The people in an article: names → entities → coreference → roles, organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summaries.document import Document
    from summaries.people.analysis import PeopleAnalysis

__all__ = ["find_names", "find_people"]


def find_names(text: str, language: str) -> list[tuple[int, int]]:
    """Return the half-open spans of people's names in a text, in code points, in order."""
    from summaries.people import names  # noqa: PLC0415 - the models load at first use

    return names.find_names(text, language)


def find_people(document: Document) -> PeopleAnalysis:
    """Return the people named in the body of a document, in text order.

    Title, standfirst and author are only evidence: people named nowhere else are not listed.
    """
    from summaries.people import analysis  # noqa: PLC0415 - the models load at first use

    return analysis.analyze(document)
