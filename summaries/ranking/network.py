"""Small neural networks, evaluated with numpy alone: ensembles of networks with one hidden layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from summaries.ranking.vectors import Numbers

FARTHEST = 4.0
"""Number of standard deviations from the mean to which inputs are clipped."""
EXACT = frozenset({"mean", "scale"})
Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Network:
    """Networks trained alike from different initialisations; their outputs are averaged.

    Axes: networks, inputs, hidden units, outputs.
    """

    mean: Array
    scale: Array
    """The scale of each input: (input − mean) / scale."""
    hidden: Array
    hidden_bias: Array
    output: Array
    output_bias: Array

    def __call__(self, inputs: Numbers) -> Numbers:
        """Return probabilities, rows by outputs, for rows by inputs."""
        scaled = np.clip((inputs - self.mean) / self.scale, -FARTHEST, FARTHEST).astype(np.float32)
        total = np.zeros((len(inputs), self.output.shape[2]))
        for hidden, bias, output, last in zip(
            self.hidden, self.hidden_bias, self.output, self.output_bias, strict=True
        ):
            total += sigmoid(np.maximum(scaled @ hidden + bias, 0) @ output + last)
        return total / len(self.hidden)


@dataclass(frozen=True, slots=True)
class CueWeights:
    """Logistic regressions over the words of sentences: the weight of each word for each target."""

    index: dict[str, int]
    weights: Array
    """Words by targets."""
    bias: Array

    def __call__(self, sentences: Iterable[frozenset[str]]) -> Numbers:
        """Return the log-odds of the targets for each sentence, given as its words."""
        rows = []
        for cues in sentences:
            known = sorted(self.index[cue] for cue in cues if cue in self.index)
            rows.append(self.weights[known].sum(0, dtype=np.float64) + self.bias)
        return np.array(rows)


def sigmoid(values: NDArray[np.floating]) -> Numbers:
    """Return the logistic function of each value."""
    return 1 / (1 + np.exp(-np.clip(values.astype(np.float64), -30, 30)))


def pack_network(name: str, network: Network) -> dict[str, NDArray[np.generic]]:
    """Return the arrays of a network by unique names, with weights in half precision, for storage in one file."""
    return {
        f"{name}.{field}": getattr(network, field).astype(np.float32 if field in EXACT else np.float16)
        for field in Network.__slots__
    }


def unpack_network(name: str, arrays: Mapping[str, NDArray[np.generic]]) -> Network:
    """Return the network that `pack_network` packed."""
    return Network(*(arrays[f"{name}.{field}"].astype(np.float32) for field in Network.__slots__))


def pack_words(words: Iterable[str]) -> NDArray[np.uint8]:
    """Return words without line breaks as bytes."""
    return np.frombuffer("\n".join(words).encode(), np.uint8)


def unpack_words(packed: NDArray[np.generic]) -> list[str]:
    """Return the words that `pack_words` packed."""
    return packed.tobytes().decode().split("\n")
