"""Trains a model on labelled articles: word weights first, then the networks that take their outputs as inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summaries.ranking.antecedents import describe_pairs
from summaries.ranking.importance import Model
from summaries.ranking.training.fitting import Shape, fit_cues, fit_network

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.ranking.network import CueWeights
    from summaries.ranking.training.labelled import Labelled
    from summaries.ranking.vectors import Numbers

INNER = 4
"""Number of folds for the word outputs of an article, which are learned from the other folds only."""
IMPORTANCE = Shape(hidden=64, decay=0.007, networks=10)
CONTEXT = Shape(hidden=24, networks=3, decay=0.005, epochs=12)


def learn(articles: Sequence[Labelled]) -> Model:
    """Return a model trained on articles."""
    targets = np.vstack([one.targets for one in articles])
    said: list[Numbers] = [np.zeros(0)] * len(articles)
    for part in range(INNER):
        cues = _cues([one for place, one in enumerate(articles) if place % INNER != part])
        for place in range(part, len(articles), INNER):
            said[place] = cues(articles[place].features.cues)
    inputs = np.vstack(
        [np.column_stack([one.features.matrix, words]) for one, words in zip(articles, said, strict=True)]
    )
    return Model(
        columns=tuple(articles[0].features.columns),
        cues=_cues(articles),
        importance=fit_network(inputs, targets, IMPORTANCE),
        context=fit_network(*_pairs(articles), CONTEXT),
    )


def _cues(articles: Sequence[Labelled]) -> CueWeights:
    return fit_cues([one.features.cues for one in articles], np.vstack([one.targets for one in articles]))


def _pairs(articles: Sequence[Labelled]) -> tuple[Numbers, Numbers]:
    inputs, answers = [], []
    for one in articles:
        dependent, source, answer = one.pairs()
        if len(dependent):
            inputs.append(describe_pairs(one.features, dependent, source))
            answers.append(answer)
    return np.vstack(inputs), np.concatenate(answers)[:, None]


def cross_validate(articles: Sequence[Labelled], others: Sequence[Labelled], folds: int) -> list[float]:
    """Return the average precision of each target over articles that the model was not trained on.

    `others` are trained on in every fold.
    """
    order = np.random.default_rng(0).permutation(len(articles))
    truth, told = [], []
    for fold in range(folds):
        out = set(order[fold::folds].tolist())
        model = learn([*(one for place, one in enumerate(articles) if place not in out), *others])
        for place in sorted(out):
            features = articles[place].features
            truth.append(articles[place].targets)
            told.append(model.importance(np.column_stack([features.matrix, model.cues(features.cues)])))
    return [
        _average_precision(answer, score) for answer, score in zip(np.vstack(truth).T, np.vstack(told).T, strict=True)
    ]


def _average_precision(answers: Numbers, scores: Numbers) -> float:
    sorted_answers = answers[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(sorted_answers) / (1 + np.arange(len(answers)))
    return float((precision * sorted_answers).sum() / max(answers.sum(), 1))
