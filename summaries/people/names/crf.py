"""Tags names in English and other Latin-script languages with a conditional random field."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pycrfsuite

from summaries.people.names.features import describe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.text.tokens import Token

MODEL = Path(__file__).parent / "data" / "latin.crfsuite"
BEGIN, INSIDE = "B-PER", "I-PER"


@dataclass(frozen=True, slots=True)
class Tagged:
    """The tagger's output for a sentence: spans of people, and each token's probability of being in one."""

    spans: tuple[tuple[int, int], ...]
    likely: tuple[float, ...]

    def probability(self, tokens: Sequence[Token], span: tuple[int, int]) -> float:
        """Return the probability that a span of tokens is a name, from its capitalised words."""
        return min((self.likely[i] for i in range(*span) if tokens[i].capital), default=0.0)


@cache
def load_tagger() -> pycrfsuite.Tagger:
    """Return the trained model, read once."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(MODEL))
    return tagger


def tag(sentences: Sequence[Sequence[Token]], language: str) -> list[Tagged]:
    """Return for each sentence which of its tokens are people's names."""
    tagger = load_tagger()
    found: list[Tagged] = []
    for tokens, rows in zip(sentences, describe(sentences, language), strict=True):
        labels = tagger.tag(rows)
        likely = tuple(
            tagger.marginal(BEGIN, i) + tagger.marginal(INSIDE, i) if token.capital or labels[i] != "O" else 0.0
            for i, token in enumerate(tokens)
        )
        found.append(Tagged(tuple(_spans(labels)), likely))
    return found


def _spans(labels: Sequence[str]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for i, label in enumerate(labels):
        if label == BEGIN or (label == INSIDE and (not i or labels[i - 1] not in {BEGIN, INSIDE})):
            spans.append((i, i + 1))
        elif label == INSIDE:
            spans[-1] = (spans[-1][0], i + 1)
    return spans
