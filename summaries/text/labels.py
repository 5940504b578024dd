"""Speaker labels: in transcripts and interviews, a turn starts with the speaker's name and a colon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LABEL = re.compile(r"[^\W\d_][^.:!?\n“”„«»\"]{0,40}:\s+")
FEWEST = 3
SHARE = 0.4
"""Minimum share of lines with a label in a transcript."""


def find_labels(lines: Sequence[str]) -> list[int]:
    """Return the length in characters of each line's speaker label, or 0; lines are sentences or paragraphs.

    Only transcripts have labels: many lines start with one, at least the first few in capitals, and some recur.
    """
    labels = [LABEL.match(line) for line in lines]
    if not _are_speakers([label[0] for label in labels if label], len(lines)):
        return [0] * len(lines)
    return [label.end() if label else 0 for label in labels]


def _are_speakers(labels: Sequence[str], lines: int) -> bool:
    return (
        len(labels) >= max(FEWEST, SHARE * lines)
        and len(set(labels)) < len(labels)
        and all(label[0].isupper() for label in labels)
    )
