"""Fits the weights: logistic regressions over words, and networks of one hidden layer, by Adam (Kingma and Ba 2015)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from summaries.ranking.network import Array, CueWeights, Network, sigmoid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.random import Generator
    from numpy.typing import NDArray

    from summaries.ranking.vectors import Numbers

FEWEST_ARTICLES = 4
"""Minimum number of articles that contain a word for it to be weighed, so that it is not specific to one story."""
ROUNDS, RATE, PENALTY = 120, 0.05, 10.0
EPOCHS, BATCH, STEP = 25, 128, 2e-3


@dataclass(frozen=True, slots=True)
class Shape:
    """How a network is built and trained."""

    hidden: int = 48
    networks: int = 8
    decay: float = 0.02
    epochs: int = EPOCHS
    dropout: float = 0.0


class Adam:
    """Keeps the moments of gradients and updates parameters in place."""

    def __init__(self, parameters: Sequence[NDArray[np.floating]], rate: float) -> None:
        self.parameters, self.rate, self.count = parameters, rate, 0
        self.first = [np.zeros_like(one) for one in parameters]
        self.second = [np.zeros_like(one) for one in parameters]

    def step(self, gradients: Sequence[NDArray[np.floating]]) -> None:
        """Move the parameters against their gradients."""
        self.count += 1
        even, odd = 1 - 0.9**self.count, 1 - 0.999**self.count
        for place, gradient in enumerate(gradients):
            first, second = self.first[place], self.second[place]
            first[...] += 0.1 * (gradient - first)
            second[...] += 0.001 * (gradient**2 - second)
            self.parameters[place][...] -= self.rate * (first / even) / (np.sqrt(second / odd) + 1e-8)


def fit_cues(articles: Sequence[Sequence[frozenset[str]]], targets: Numbers) -> CueWeights:
    """Fit one logistic regression per target; articles are given as sentences, and these as words."""
    spread = Counter(word for sentences in articles for word in frozenset().union(*sentences))
    words = sorted(word for word, count in spread.items() if count >= FEWEST_ARTICLES)
    index = {word: place for place, word in enumerate(words)}
    rows, columns = [], []
    for number, cues in enumerate(cues for sentences in articles for cues in sentences):
        known = [index[cue] for cue in cues if cue in index]
        rows += [number] * len(known)
        columns += known
    row, column = np.array(rows, np.intp), np.array(columns, np.intp)
    weights, bias = np.zeros((len(words), targets.shape[1])), np.zeros(targets.shape[1])
    adam = Adam([weights, bias], RATE)
    for _ in range(ROUNDS):
        scores = np.column_stack([np.bincount(row, part[column], len(targets)) for part in weights.T]) + bias
        error = sigmoid(scores) - targets
        gradient = np.column_stack([np.bincount(column, part[row], len(words)) for part in error.T])
        adam.step([gradient + PENALTY * weights, error.sum(0)])
    return CueWeights(index, weights.astype(np.float32), bias.astype(np.float32))


def fit_network(inputs: Numbers, targets: Numbers, shape: Shape, seed: int = 0) -> Network:
    """Fit networks with sigmoid outputs to targets of 0 and 1."""
    mean, scale = inputs.mean(0), inputs.std(0) + 1e-6
    scaled = np.clip((inputs - mean) / scale, -4, 4).astype(np.float32)
    parts = [
        _fit_one(scaled, targets.astype(np.float32), shape, np.random.default_rng(seed + number))
        for number in range(shape.networks)
    ]
    hidden, hidden_bias, output, output_bias = (np.stack(column) for column in zip(*parts, strict=True))
    return Network(mean.astype(np.float32), scale.astype(np.float32), hidden, hidden_bias, output, output_bias)


def _fit_one(inputs: Array, targets: Array, shape: Shape, chance: Generator) -> tuple[Array, Array, Array, Array]:
    size, outputs = inputs.shape[1], targets.shape[1]
    hidden = (chance.standard_normal((size, shape.hidden)) * np.sqrt(2 / size)).astype(np.float32)
    output = (chance.standard_normal((shape.hidden, outputs)) * np.sqrt(1 / shape.hidden)).astype(np.float32)
    hidden_bias, output_bias = np.zeros(shape.hidden, np.float32), np.zeros(outputs, np.float32)
    adam = Adam([hidden, hidden_bias, output, output_bias], STEP)
    for epoch in range(shape.epochs):
        adam.rate = STEP * (1 - epoch / shape.epochs)
        order = chance.permutation(len(inputs))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            rows = inputs[batch]
            active = np.maximum(rows @ hidden + hidden_bias, 0)
            kept = (chance.random(active.shape) >= shape.dropout).astype(np.float32) / (1 - shape.dropout)
            active = active * kept
            error = ((sigmoid(active @ output + output_bias) - targets[batch]) / len(batch)).astype(np.float32)
            back = (error @ output.T) * (active > 0) * kept
            adam.step(
                [
                    rows.T @ back + shape.decay * hidden,
                    back.sum(0),
                    active.T @ error + shape.decay * output,
                    error.sum(0),
                ]
            )
    return hidden, hidden_bias, output, output_bias
