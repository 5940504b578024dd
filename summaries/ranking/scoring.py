"""What makes a sentence worth showing: position, centrality, its words, the title; less what speaks against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from summaries.ranking.centrality import rank_pages
from summaries.ranking.objections import object_to
from summaries.ranking.vectors import Numbers, Terms, count_terms, scaled, sums

if TYPE_CHECKING:
    from collections.abc import Sequence

TOPICAL = 12
"""How many of the most frequent stems stand for the topic."""
NEWS = 900
"""Words up to which a text is taken for news, which says first what matters most."""
STUDY = 3000
"""Words from which on the place of a sentence says half as much."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each thing counts. Tuned on one half of two sets of news, measured on the other."""

    position: float = 1.0
    decay: float = 0.25
    centrality: float = 0.40
    topic: float = 0.25
    title: float = 0.60
    frequency: float = 0.20


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Scores:
    """The score of each sentence, and the vectors that tell which of them say the same."""

    values: Numbers
    terms: Terms


def score_sentences(
    texts: Sequence[str],
    stems: Sequence[Sequence[str]],
    leaning: Sequence[bool],
    title: Sequence[str],
    weights: Weights = WEIGHTS,
) -> Scores:
    """Score sentences, higher is better: the sum of features that `Weights` names, less the objections.

    A sentence is given as its text, its stems and whether it leans; `title` is the stems of the title.
    """
    terms = count_terms(stems)
    objections, words = object_to(texts, leaning)
    values = (
        weights.position * _trust_in_position(int(words.sum())) / (1 + weights.decay * np.arange(len(texts)))
        + weights.centrality * scaled(rank_pages(terms.vectors))
        + weights.topic * _topicality(terms)
        + weights.title * _share_of_title(terms, title)
        + weights.frequency * scaled(_mean_frequency(stems, terms))
        - objections
    )
    return Scores(values, terms)


def _trust_in_position(words: int) -> float:
    """Return how much the place in the text says: 1 for news, half for a long study, which builds up to its point."""
    return 1 - 0.5 * min(max(words - NEWS, 0) / (STUDY - NEWS), 1)


def _topicality(terms: Terms) -> Numbers:
    """Return the share of the topic's stems that each sentence has."""
    repeated = np.where(terms.spread > 1, terms.frequency, 0.0)
    top = np.argsort(-repeated, kind="stable")[:TOPICAL]
    chosen = np.zeros(len(repeated))
    chosen[top[repeated[top] > 0]] = 1.0
    present = sums(terms.vectors.rows, chosen[terms.vectors.columns], terms.vectors.sentences)
    share: Numbers = present / max(chosen.sum(), 1.0)
    return share


def _share_of_title(terms: Terms, title: Sequence[str]) -> Numbers:
    """Return the share of the title's rarity that each sentence has."""
    columns = [terms.index[stem] for stem in set(title) if stem in terms.index]
    if not columns:
        return np.zeros(terms.vectors.sentences)
    wanted = np.zeros(terms.vectors.stems)
    wanted[columns] = terms.rarity[columns]
    held = sums(terms.vectors.rows, wanted[terms.vectors.columns], terms.vectors.sentences)
    share: Numbers = held / wanted.sum()
    return share


def _mean_frequency(stems: Sequence[Sequence[str]], terms: Terms) -> Numbers:
    totals = np.array([sum(terms.frequency[terms.index[stem]] for stem in row) for row in stems])
    mean: Numbers = totals / np.array([max(len(row), 1) for row in stems])
    return mean
