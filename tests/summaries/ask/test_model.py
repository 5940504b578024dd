"""The ranker of answers gives by numpy what it gave when it was trained, and orders better than words alone."""

from __future__ import annotations

import numpy as np

from summaries.ask.features import FEATURES
from summaries.ask.model import load_model


def test_each_row_reaches_one_leaf_of_each_tree() -> None:
    forest = load_model().forest
    rows = np.random.default_rng(0).normal(size=(50, len(FEATURES)))
    left = np.where(rows[:, forest.columns] <= forest.thresholds, 1.0, -1.0)
    reached = np.matmul(left.transpose(1, 0, 2), forest.paths) == forest.depths[:, None, :]

    assert (reached.sum(axis=2) == 1).all()


def test_a_sentence_with_all_that_was_asked_goes_before_one_with_nothing() -> None:
    full, empty = np.ones(len(FEATURES)), np.zeros(len(FEATURES))
    empty[[place for place, name in enumerate(FEATURES) if name.endswith("_behind")]] = -1.0
    full[[place for place, name in enumerate(FEATURES) if name.endswith("_behind")]] = 0.0
    first, second = load_model().forest.score(np.array([full, empty]))

    assert first > second
