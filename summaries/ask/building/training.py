"""LambdaMART (Burges 2010, by LightGBM) for the order of sentences, logistic regressions for how sure it is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import lightgbm
import numpy as np

from summaries.ask.features import (
    FEATURES,
    Evidence,
)
from summaries.ask.model import Numbers, describe_best

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from summaries.ask.building.examples import Example

FOLDS = 6
TREES = 150
LEAVES = 8
SETTINGS = {
    "objective": "lambdarank",
    "lambdarank_truncation_level": 3,
    "num_leaves": LEAVES,
    "learning_rate": 0.05,
    "min_data_in_leaf": 60,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 10,
    "deterministic": True,
    "seed": 1,
    "verbose": -1,
    "num_threads": 1,
}
PENALTY = 100.0
"""Of the weights of both regressions."""
ROBBED_COUNTS = 0.3
"""How much a text that has lost the answer counts for whether an article answers: it may say it elsewhere."""
FOREIGN, OWN, ROBBED = range(3)
"""Which text a question was put to."""
ROUNDS = 30


@dataclass(frozen=True, slots=True)
class Scored:
    """The scores of an example's candidates, and of those in other articles, by a model that never saw it."""

    own: Numbers
    foreign: tuple[Numbers, ...]
    robbed: Numbers


def cross_validate(examples: Sequence[Example], without: frozenset[str]) -> tuple[list[Scored], list[str]]:
    """Score all examples by models trained without their article in any language; return the scores and a report."""
    columns = [place for place, name in enumerate(FEATURES) if name not in without]
    scores: dict[int, Scored] = {}
    for fold in range(FOLDS):
        booster = _boost([one for one in examples if one.article % FOLDS != fold], columns)
        left = [place for place, one in enumerate(examples) if one.article % FOLDS == fold]
        asked = [(one.evidence, *one.foreign, one.robbed) for one in map(examples.__getitem__, left)]
        found = iter(_predict(booster, [evidence for row in asked for evidence in row], columns))
        for place, row in zip(left, asked, strict=True):
            own, *foreign, robbed = (next(found) for _ in row)
            scores[place] = Scored(own, tuple(foreign), robbed)
    scored = [scores[place] for place in range(len(examples))]
    return scored, [*_report_order(examples, scored), *_report_certainty(examples, scored)]


def train(examples: Sequence[Example], scores: Sequence[Scored], file: Path) -> None:
    """Train on all examples and write the model; certainty is learnt from scores of models that never saw them."""
    booster = _boost(examples, [*range(len(FEATURES))])
    right, said = _fit_certainty(*_certainty_rows(examples, scores))
    file.parent.mkdir(exist_ok=True)
    np.savez_compressed(file, **_as_arrays(booster), right=right, said=said)


def _boost(examples: Sequence[Example], columns: list[int]) -> lightgbm.Booster:
    kept = [one for one in examples if one.right.any() and len(one.right) > 1]
    rows = np.vstack([one.evidence.features[:, columns] for one in kept])
    labels = np.concatenate([one.right for one in kept])
    data = lightgbm.Dataset(rows, labels, group=[len(one.right) for one in kept])
    return lightgbm.train(SETTINGS, data, TREES)


def _predict(booster: lightgbm.Booster, asked: Sequence[Evidence], columns: list[int]) -> Iterator[Numbers]:
    """Yield the scores for each evidence, all predicted at once."""
    rows = np.vstack([evidence.features[:, columns] for evidence in asked])
    prior = np.concatenate([evidence.prior for evidence in asked])
    ends = np.cumsum([len(evidence.sentences) for evidence in asked])
    yield from np.split(np.asarray(booster.predict(rows)) + prior, ends[:-1])


def _certainty_rows(examples: Sequence[Example], scores: Sequence[Scored]) -> tuple[Numbers, Numbers, Numbers]:
    """Return a row for each question and text with words in common: is the best right, and which text it is."""
    rows: list[Numbers] = []
    right: list[bool] = []
    sources: list[int] = []
    for one, scored in zip(examples, scores, strict=True):
        foreign = zip(one.foreign, scored.foreign, strict=True)
        asked = (
            (one.evidence, scored.own, OWN),
            (one.robbed, scored.robbed, ROBBED),
            *((*pair, FOREIGN) for pair in foreign),
        )
        for evidence, found, source in asked:
            if evidence.sentences:
                rows.append(describe_best(evidence, found))
                right.append(source == OWN and bool(one.right[np.argmax(found)]))
                sources.append(source)
    return np.array(rows), np.array(right, dtype=float), np.array(sources)


def _fit_certainty(rows: Numbers, right: Numbers, sources: Numbers) -> tuple[Numbers, Numbers]:
    """Fit how likely the best sentence is right in an article that answers, and how likely an article answers."""
    own = sources == OWN
    counts = np.where(sources == ROBBED, ROBBED_COUNTS, 1.0)
    return _fit_logistic(rows[own], right[own], np.ones(own.sum())), _fit_logistic(rows, own.astype(float), counts)


def _fit_logistic(rows: Numbers, labels: Numbers, counts: Numbers) -> Numbers:
    """Fit by Newton's method with a penalty on the weights; return rows of means, scales, weights, the bias last.

    `counts` says how much each row counts.
    """
    means, scales = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    scaled = np.hstack([(rows - means) / scales, np.ones((len(rows), 1))])
    penalty = np.diag([*[PENALTY] * rows.shape[1], 1e-6])
    weights = np.zeros(scaled.shape[1])
    for _ in range(ROUNDS):
        chances = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (counts * (chances - labels)) + penalty @ weights
        curve = (scaled * (counts * chances * (1 - chances))[:, None]).T @ scaled + penalty
        weights -= np.linalg.solve(curve, slope)
    return np.array([[*means, 0.0], [*scales, 1.0], weights])


def _as_arrays(booster: lightgbm.Booster) -> dict[str, Any]:
    """Return the trees as `summaries.ask.model.Forest` keeps them."""
    trees = [tree["tree_structure"] for tree in booster.dump_model()["tree_info"]]
    columns = np.zeros((len(trees), LEAVES - 1), dtype=np.int16)
    thresholds = np.zeros((len(trees), LEAVES - 1))
    paths = np.zeros((len(trees), LEAVES - 1, LEAVES), dtype=np.int8)
    depths = np.full((len(trees), LEAVES), LEAVES, dtype=np.int8)
    values = np.zeros((len(trees), LEAVES))
    for number, tree in enumerate(trees):
        for path, leaf, value in _leaves(tree, ()):
            values[number, leaf], depths[number, leaf] = value, len(path)
            for node, direction in path:
                split = node["split_index"]
                columns[number, split], thresholds[number, split] = node["split_feature"], node["threshold"]
                paths[number, split, leaf] = direction
    return {"columns": columns, "thresholds": thresholds, "paths": paths, "depths": depths, "values": values}


def _leaves(node: dict[str, Any], path: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], int, float]]:
    if "leaf_value" in node:
        yield path, node.get("leaf_index", 0), node["leaf_value"]
        return
    yield from _leaves(node["left_child"], (*path, (node, 1)))
    yield from _leaves(node["right_child"], (*path, (node, -1)))


def _report_order(examples: Sequence[Example], scores: Sequence[Scored]) -> Iterator[str]:
    hits: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for one, scored in zip(examples, scores, strict=True):
        order = np.argsort(-scored.own, kind="stable")
        hits[one.language].append((bool(one.right[order[:1]].any()), bool(one.right[order[:3]].any())))
    for language, found in hits.items():
        first, third = np.mean(found, axis=0)
        yield f"{language}: {len(found)} questions, top 1 {first:.3f}, top 3 {third:.3f}"


def _report_certainty(examples: Sequence[Example], scores: Sequence[Scored]) -> Iterator[str]:
    """Report what thresholds of certainty give, on articles that the regressions did not see."""
    parts = []
    for fold in range(FOLDS):
        seen = [place for place, one in enumerate(examples) if one.article % FOLDS != fold]
        left = [place for place, one in enumerate(examples) if one.article % FOLDS == fold]
        tables = _fit_certainty(*_certainty_rows([examples[p] for p in seen], [scores[p] for p in seen]))
        rows, right, sources = _certainty_rows([examples[p] for p in left], [scores[p] for p in left])
        found = [1 / (1 + np.exp(-(((rows - t[0, :-1]) / t[1, :-1]) @ t[2, :-1] + t[2, -1]))) for t in tables]
        parts.append(np.column_stack([*found, right, sources]))
    table = np.vstack(parts)
    own, foreign, robbed = (table[:, 3] == source for source in (OWN, FOREIGN, ROBBED))
    chances = np.sort(table[own, 0])[::-1]
    for share in (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        threshold = chances[int(share * len(chances))]
        sure = table[:, 0] >= threshold
        yield (
            f"sure from {threshold:.3f}: {sure[own].mean():.3f} of the questions, "
            f"right {table[sure & own, 2].mean():.3f}, foreign {sure[foreign].mean():.4f}, "
            f"robbed {sure[robbed].mean():.4f}"
        )
    for threshold in (0.05, 0.1, 0.12, 0.15, 0.18, 0.2, 0.25, 0.3, 0.4, 0.5):
        told = table[:, 1] >= threshold
        shares = ", ".join(f"{1 - told[of].mean():.3f}" for of in (foreign, robbed, own))
        lost = (~told & own & (table[:, 2] == 1)).sum() / own.sum()
        yield f"answered from {threshold}: nothing for foreign, robbed, own: {shares}; right answers lost {lost:.3f}"
