"""Importance of sentences to a reader in a hurry, learned from articles labelled as an editor would.

The labels say which facts a briefing of 60, 150 and 350 words must include and which sentences tell each of them, which
sentences should not be in any briefing, and which need others before them to be understood. A small network estimates
these labels from the features of a sentence in its document; see `summaries.ranking.training`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from summaries.ranking.network import CueWeights, Network, unpack_network, unpack_words
from summaries.ranking.vectors import Numbers

if TYPE_CHECKING:
    from summaries.ranking.features import Features

FILE = Path(__file__).parent / "data" / "importance.npz"
TARGETS = ("vital", "main", "any", "never", "needs")


@dataclass(frozen=True, slots=True)
class Importance:
    """Probabilities of each sentence."""

    vital: Numbers
    """It tells a fact that a briefing of 60 words must include."""
    main: Numbers
    """It tells one that a briefing of 150 words must include."""
    any: Numbers
    """It tells one that a briefing of 350 words should include."""
    never: Numbers
    """It should not be in any briefing."""
    needs: Numbers
    """On its own it cannot be understood, or is likely to be misread."""


@dataclass(frozen=True, slots=True)
class Model:
    """The trained model: word weights, the network of importance, and that of `summaries.ranking.antecedents`."""

    columns: tuple[str, ...]
    """The features that the networks were trained on, in order."""
    cues: CueWeights
    importance: Network
    context: Network


def estimate(features: Features) -> Importance:
    """Return the probabilities of the sentences of a document."""
    model = load_model()
    inputs = np.column_stack([features.matrix, model.cues(features.cues)])
    return Importance(*model.importance(inputs).T)


@cache
def load_model() -> Model:
    """Read the weights, once."""
    with np.load(FILE) as arrays:
        words = unpack_words(arrays["cues.words"])
        return Model(
            columns=tuple(unpack_words(arrays["columns"])),
            cues=CueWeights(
                {word: place for place, word in enumerate(words)},
                arrays["cues.weights"].astype(np.float32),
                arrays["cues.bias"].astype(np.float32),
            ),
            importance=unpack_network("importance", arrays),
            context=unpack_network("context", arrays),
        )
