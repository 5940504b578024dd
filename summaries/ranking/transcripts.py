"""Transcripts: lines that open with the name of a speaker and a colon. What counts is what is said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LABEL = re.compile(r"[^\W\d_][^.:!?\n“”„«»\"]{0,40}:\s+")
FEWEST = 3
SHARE = 0.4
"""How many sentences have a label in a transcript at least: in number, and of all."""


def take_off_labels(texts: Sequence[str]) -> list[str]:
    """Return the sentences of a transcript without their labels; those of any other text as they are."""
    labels = [LABEL.match(text) for text in texts]
    if not _are_speakers([label[0] for label in labels if label], len(texts)):
        return list(texts)
    return [text[label.end() :] if label else text for text, label in zip(texts, labels, strict=True)]


def _are_speakers(labels: Sequence[str], sentences: int) -> bool:
    """Say whether labels are those of speakers: many, in capitals at least at first, and some of them come again."""
    return (
        len(labels) >= max(FEWEST, SHARE * sentences)
        and len(set(labels)) < len(labels)
        and all(label[0].isupper() for label in labels)
    )
