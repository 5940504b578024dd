"""Quotations and their attribution to people and bodies, or to unknown sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summaries.document import Document
    from summaries.people.analysis import PeopleAnalysis
    from summaries.speech.speakers import Speech

__all__ = ["attribute"]


def attribute(document: Document, people: PeopleAnalysis) -> Speech:
    """Return the speakers of a document's sentences, and the people with what they say."""
    from summaries.speech import speakers  # noqa: PLC0415 - morphology loads at first use

    return speakers.find_speech(document, people)
