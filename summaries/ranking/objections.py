"""What speaks against showing a sentence: that it is a question, a quotation, a fragment, very long, no prose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from summaries.article import count_words
from summaries.ranking.openings import leaves_open

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summaries.ranking.vectors import Numbers

QUOTATION = "\"“„«‘'"
ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "۔", "։", "።")
AFTER_THE_END = "\"”“»’')]*"
NAME = re.compile(r"(?<=[\w,;:’'\"»”] )[^\W\d_]")
DIGIT = re.compile(r"\d")
FRAGMENT = 8
FULL = 40
"""Words from which on a sentence is too long to be read at a glance."""


@dataclass(frozen=True, slots=True)
class Objections:
    """How much each thing speaks against a sentence."""

    quotation: float = 0.25
    question: float = 0.30
    fragment: float = 0.50
    length: float = 0.30
    overlong: float = 1.00
    leaning: float = 0.10
    colon: float = 0.20
    figures: float = 0.10
    nameless: float = 0.30
    unfinished: float = 0.60
    """It has no end mark, or leaves a quotation open: a caption, an item, a torn piece."""


OBJECTIONS = Objections()


def object_to(
    texts: Sequence[str], leaning: Sequence[bool], weights: Objections = OBJECTIONS
) -> tuple[Numbers, Numbers]:
    """Return the weight of what speaks against each sentence, and its length in words."""
    words = np.array([count_words(text) for text in texts], dtype=np.float64)
    bare = [text.rstrip(AFTER_THE_END) for text in texts]
    against = (
        weights.quotation * _those(text[:1] in QUOTATION for text in texts)
        + weights.question * _those(text.endswith("?") for text in bare)
        + weights.fragment * (words < FRAGMENT)
        + weights.length * np.minimum(words, FULL) / FULL
        + weights.overlong * np.maximum(words - FULL, 0) / FULL
        + weights.leaning * np.array(leaning)
        + weights.colon * _those(":" in text for text in texts)
        + weights.figures * _those(DIGIT.search(text) is None for text in texts)
        + weights.nameless * _those(not _has_name(text) for text in texts)
        + weights.unfinished * _those(not text.endswith(ENDS) for text in bare)
        + weights.unfinished * _those(leaves_open(text) for text in texts)
    )
    return against, words


def _those(answers: Iterable[bool]) -> Numbers:
    return np.fromiter(answers, dtype=np.float64)


def _has_name(text: str) -> bool:
    return any(found[0].isupper() for found in NAME.finditer(text))
