"""Speaker labels: in transcripts and interviews a turn opens with the name of its speaker and a colon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LABEL = re.compile(r"[^\W\d_][^.:!?\n“”„«»\"]{0,40}:\s+")
FEWEST = 3
SHARE = 0.4
"""How many of the lines have a label in a transcript at least."""


def find_labels(lines: Sequence[str]) -> list[int]:
    """Return for each line, a sentence or a paragraph, how many characters its label has; 0 where it has none.

    Only a transcript has labels: many lines open with one, in capitals at least at first, and some of them come again.
    """
    labels = [LABEL.match(line) for line in lines]
    if not _are_speakers([label[0] for label in labels if label], len(lines)):
        return [0] * len(lines)
    return [label.end() if label else 0 for label in labels]


def without_labels(lines: Sequence[str]) -> list[str]:
    """Return the lines of a transcript without their labels; those of any other text as they are."""
    return [line[label:] for line, label in zip(lines, find_labels(lines), strict=True)]


def _are_speakers(labels: Sequence[str], lines: int) -> bool:
    return (
        len(labels) >= max(FEWEST, SHARE * lines)
        and len(set(labels)) < len(labels)
        and all(label[0].isupper() for label in labels)
    )
