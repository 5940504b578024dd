"""The trained models, evaluated with numpy alone: boosted trees that rank sentences, and two logistic regressions.

`summaries.ask.building` trains them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from summaries.ask.features import Evidence

FILE = Path(__file__).parent / "data" / "ranker.npz"
Numbers = NDArray[np.float64]
FAR = 3.0
"""The margin assumed for a sentence without rivals."""
BEST = ("exact", "kin", "coverage", "share", "run", "pairs", "with_before", "names", "numbers", "fits", "fits_not",
        "function", "soft", "window", "asked", "focus")  # fmt: skip
"""The features of the best sentence on which the certainty of an answer depends."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Boosted trees as arrays, all trees at once: by tree and split, by tree and leaf, or all three."""

    columns: NDArray[np.intp]
    """The feature tested by each split."""
    thresholds: Numbers
    """A split goes left where the feature is at most this."""
    paths: NDArray[np.float64]
    """1 where the way to a leaf goes left at a split, -1 where it goes right, 0 where it does not pass."""
    depths: Numbers
    """The depth of each leaf; -1 for leaves that a smaller tree lacks."""
    values: Numbers

    def score(self, rows: Numbers) -> Numbers:
        """Return the sum of all trees for each row of features."""
        left = np.where(rows[:, self.columns] <= self.thresholds, 1.0, -1.0)
        agreed = np.matmul(left.transpose(1, 0, 2), self.paths)
        reached = agreed == self.depths[:, None, :]
        return np.asarray((reached * self.values[:, None, :]).sum(axis=(0, 2)))


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic regression over scaled numbers."""

    means: Numbers
    scales: Numbers
    weights: Numbers
    bias: float

    def probability(self, row: Numbers) -> float:
        """Return the probability for one row."""
        return float(1 / (1 + np.exp(-(((row - self.means) / self.scales) @ self.weights + self.bias))))


@dataclass(frozen=True, slots=True)
class Model:
    """All trained models."""

    forest: Forest
    right: Logistic
    """Probability that the best sentence contains the answer."""
    said: Logistic
    """Probability that the article answers the question at all."""


def describe_best(evidence: Evidence, scores: Numbers) -> Numbers:
    """Return the features for certainty: margins, what the article lacks, the features of the best sentence."""
    order = np.argsort(-scores, kind="stable")
    top = scores[order]
    margins = [top[0] - top[place] if len(top) > place else FAR for place in (1, 2, 6)]
    best = [evidence.column(name)[order[0]] for name in BEST]
    coverage, run = evidence.column("coverage"), evidence.column("run")
    rivals = np.delete(np.arange(len(top)), order[0])
    return np.array(
        [
            top[0],
            *margins,
            evidence.coverage,
            evidence.strangers,
            len(top) / 24,
            *best,
            coverage.max(),
            coverage[order[0]] - coverage[rivals].max(initial=0.0),
            run[order[0]] - run[rivals].max(initial=0.0),
            coverage[order[0]] / (evidence.coverage + 1e-6),
        ]
    )


@cache
def load_model() -> Model:
    """Return the trained model, read once."""
    with np.load(FILE, allow_pickle=False) as file:
        parts = {name: file[name] for name in file.files}
    return Model(
        forest=Forest(
            columns=parts["columns"].astype(np.intp),
            thresholds=parts["thresholds"],
            paths=parts["paths"].astype(np.float64),
            depths=parts["depths"].astype(np.float64),
            values=parts["values"],
        ),
        right=_logistic(parts["right"]),
        said=_logistic(parts["said"]),
    )


def _logistic(table: Numbers) -> Logistic:
    """Read a regression: rows of means, scales and weights, with the bias after the weights."""
    return Logistic(table[0, :-1], table[1, :-1], table[2, :-1], float(table[2, -1]))
