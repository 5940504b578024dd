"""Finds the antecedents that a sentence needs: which sentences say who "he" is, or which strike "that strike" is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summaries.ranking.features import Features
    from summaries.ranking.network import Network
    from summaries.ranking.vectors import Numbers

REACH = 6
"""Maximum distance in sentences between a sentence and one that supplies its antecedents."""
OPENING = 2
"""Number of sentences at the beginning of a text that may supply any other."""
OF_SOURCE = (
    "words", "names", "new names", "top names", "quoted", "quoted share", "opens with mark", "question", "title",
    "numbers", "ends in colon", "heading", "place share", "label", "small letter",
    "speech", "speaker here", "names others",
)  # fmt: skip
OF_DEPENDENT = (
    "words", "names", "quoted", "quoted share", "opens with mark", "opens in quotation", "in paragraph", "place share",
    "small letter", "label", "speech", "speaker unknown", "speaker here", "named elsewhere",
    "called by surname",
)  # fmt: skip


def candidates(size: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the candidate pairs of sentences: a dependent, and a source that may supply it."""
    dependent, source = [], []
    for place in range(size):
        sources = {*range(min(OPENING, place)), *range(max(place - REACH, 0), place)}
        dependent += [place] * len(sources)
        source += sorted(sources)
    return np.array(dependent, np.intp), np.array(source, np.intp)


def describe_pairs(features: Features, dependent: NDArray[np.intp], source: NDArray[np.intp]) -> Numbers:
    """Return the features of pairs, one row per pair."""
    columns, paragraphs = features.columns, features.paragraphs
    apart = (dependent - source).astype(np.float64)
    vectors = features.terms.vectors
    return np.column_stack(
        [
            apart,
            np.log(apart),
            apart == 1,
            paragraphs[dependent] - paragraphs[source],
            paragraphs[dependent] == paragraphs[source],
            vectors.likenesses(dependent, source),
            [(one, two) in features.named_by for one, two in zip(dependent.tolist(), source.tolist(), strict=True)],
            source == 0,
            source == 1,
            *(columns[name][source] for name in OF_SOURCE),
            *(columns[name][dependent] for name in OF_DEPENDENT),
        ]
    ).astype(np.float64)


def supply(features: Features, network: Network) -> tuple[NDArray[np.intp], NDArray[np.intp], Numbers]:
    """Return the pairs of `candidates` with the probability that the source says what the dependent needs."""
    dependent, source = candidates(len(features.paragraphs))
    if not len(dependent):
        return dependent, source, np.zeros(0)
    return dependent, source, network(describe_pairs(features, dependent, source))[:, 0]
