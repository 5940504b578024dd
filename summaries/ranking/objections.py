"""What speaks against showing a sentence: that it is a question, a quotation, a fragment, very long, no prose."""

from __future__ import annotations

import itertools
import re
from dataclasses import astuple, dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from summaries.article import count_words
from summaries.ranking.openings import leaves_open

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summaries.ranking.openings import Openings
    from summaries.ranking.vectors import Numbers

QUOTATION = "\"“„«‘'`"
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
    unspecific: float = 0.0
    """It has neither a figure nor the full name of anybody or anything."""
    vague: float = 0.15
    """It opens with words such as “many people” or “perhaps”: ``stigma.txt`` of the language (Edmundson 1969)."""
    unfinished: float = 0.60
    """It has no end mark, or leaves a quotation open: a caption, an item, a torn piece."""


NEWS = Objections()
COLUMN = replace(NEWS, unspecific=0.30, length=0.10)
"""A column has scenes and short sayings between its facts: what is specific and of some length carries more."""


def object_to(openings: Openings, texts: Sequence[str], column: float = 0.0) -> tuple[Numbers, Numbers]:
    """Return the weight of what speaks against each sentence, and its length in words.

    `column` says how much of a column the text is, 0 for news.
    """
    weights = _between(NEWS, COLUMN, column)
    words = np.array([count_words(text) for text in texts], dtype=np.float64)
    figureless = _those(DIGIT.search(text) is None for text in texts)
    bare = [text.rstrip(AFTER_THE_END) for text in texts]
    against = (
        weights.quotation * _those(text[:1] in QUOTATION for text in texts)
        + weights.question * _those(text.endswith("?") for text in bare)
        + weights.fragment * (words < FRAGMENT)
        + weights.length * np.minimum(words, FULL) / FULL
        + weights.overlong * np.maximum(words - FULL, 0) / FULL
        + weights.leaning * np.array(openings.leaning)
        + weights.colon * _those(":" in text for text in texts)
        + weights.figures * figureless
        + weights.unspecific * figureless * _those(not _has_full_name(text) for text in texts)
        + weights.vague * np.array(openings.vague)
        + weights.nameless * _those(not _has_name(text) for text in texts)
        + weights.unfinished * _those(not text.endswith(ENDS) for text in bare)
        + weights.unfinished * _those(leaves_open(text) for text in texts)
        + weights.unfinished * np.array(openings.torn)
    )
    return against, words


def _between(first: Objections, second: Objections, share: float) -> Objections:
    return Objections(
        *(a + share * (b - a) for a, b in zip(astuple(first), astuple(second), strict=True)),
    )


def _those(answers: Iterable[bool]) -> Numbers:
    return np.fromiter(answers, dtype=np.float64)


def _has_name(text: str) -> bool:
    return any(found[0].isupper() for found in NAME.finditer(text))


def _has_full_name(text: str) -> bool:
    """Say whether two capitalised words follow each other: “Anna Orlov”, “Development Bank”."""
    words = [word.lstrip(QUOTATION + "(") for word in text.split()]
    return any(
        first[:1].isupper() and len(first) > 1 and first[-1].isalpha() and second[:1].isupper()
        for first, second in itertools.pairwise(words)
    )
