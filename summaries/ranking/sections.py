"""Weighs sentences by the heading above them: conclusions and decisions are what a reader in a hurry wants."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from summaries.text.sections import find_section

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summaries.document import Document
    from summaries.ranking.importance import Importance
    from summaries.ranking.vectors import Numbers

CONCLUSION = 1.5
"""Increase in the log-odds that a sentence under such a heading tells a key fact: tuned on papers of our own."""
KEY = ("vital", "main", "any")


def weigh_sections(importance: Importance, document: Document) -> Importance:
    """Return the importance of a document's sentences, raised for those under a heading of conclusions."""
    concluding = _concluding(document)
    if not concluding.any():
        return importance
    raised = {name: np.where(concluding, _raise(getattr(importance, name)), getattr(importance, name)) for name in KEY}
    return replace(importance, **raised)


def _raise(probability: Numbers) -> Numbers:
    odds = np.exp(CONCLUSION) * probability
    return np.asarray(odds / (1 - probability + odds))


def _concluding(document: Document) -> NDArray[np.bool_]:
    """Return for each sentence whether the last heading above it is one of conclusions."""
    is_concluding = False
    paragraphs: list[bool] = []
    for paragraph in document.article.paragraphs:
        if paragraph.kind == "heading":
            is_concluding = find_section(paragraph.text) == "conclusions"
        paragraphs.append(is_concluding and paragraph.kind != "heading")
    return np.array([paragraphs[sentence.paragraph] for sentence in document.sentences], np.bool_)
