"""Names in English and other languages in Latin letters, by a conditional random field."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pycrfsuite

from summaries.people.features import describe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.people.tokens import Token

MODEL = Path(__file__).parent / "data" / "latin.crfsuite"


@cache
def load_tagger() -> pycrfsuite.Tagger:
    """Return the trained model, read once."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(MODEL))
    return tagger


def tag(sentences: Sequence[Sequence[Token]], language: str) -> Iterator[list[str]]:
    """Yield the labels of each sentence's tokens: ``B-PER``, ``I-PER``, ``O`` and those of ORG and LOC."""
    tagger = load_tagger()
    for rows in describe(sentences, language):
        yield tagger.tag(rows)
