"""What makes a sentence worth showing: position, centrality, its words, the title; less what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from summaries.ranking.centrality import rank_pages
from summaries.ranking.objections import object_to
from summaries.ranking.openings import Openings
from summaries.ranking.vectors import Numbers, Terms, count_terms, scaled, sums

TOPICAL = 12
"""How many of the most frequent stems stand for the topic."""
OPENING = 3
"""How many sentences tell whether a text begins with what matters, as news does, or leads up to it, as columns do."""
NEWS_IS_FRONTAL, COLUMN_IS_FRONTAL = 0.6, 0.3
"""How near the opening of a text comes to its best sentences: the middle of news, and where a column is certain."""
NEWS = 900
"""Words up to which a text may be news."""
STUDY = 3000
"""Words from which on the place of a sentence says half as much."""
UNDER_HEADINGS = 0.6
"""How much of that is believed where a text has sections under headings: each of them begins anew."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each thing counts. Tuned on one half of two sets of news, measured on the other."""

    position: float = 1.5
    """Where the opening is about what the whole text is about."""
    led_up_to: float = 0.3
    """The same where the opening is about nothing of it."""
    decay: float = 0.25
    decay_of_column: float = 1.25
    centrality: float = 0.40
    topic: float = 0.25
    title: float = 0.60
    frequency: float = 0.20


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Material:
    """What sentences are scored by: their texts, stems and openings, and what stands above them."""

    texts: Sequence[str]
    stems: Sequence[Sequence[str]]
    openings: Openings
    title: Sequence[str]
    """The stems of the title."""
    sections: int = 1
    """How many sections the text has under headings."""


@dataclass(frozen=True, slots=True)
class Scores:
    """The score of each sentence, and the vectors that tell which of them say the same."""

    values: Numbers
    terms: Terms


def score_sentences(text: Material, weights: Weights = WEIGHTS) -> Scores:
    """Score sentences, higher is better: the sum of features that `Weights` names, less the objections."""
    terms = count_terms(text.stems)
    central, topical = scaled(rank_pages(terms.vectors)), _topicality(terms)
    frontal = (_share_of_best(central) + _share_of_best(topical)) / 2
    if text.sections > 1:
        frontal *= UNDER_HEADINGS
    column = min(max((NEWS_IS_FRONTAL - frontal) / (NEWS_IS_FRONTAL - COLUMN_IS_FRONTAL), 0.0), 1.0)
    objections, words = object_to(text.openings, text.texts, column)
    position = weights.led_up_to + (weights.position - weights.led_up_to) * frontal
    decay = weights.decay + (weights.decay_of_column - weights.decay) * column
    values = (
        position * _trust_in_position(int(words.sum())) / (1 + decay * np.arange(len(text.texts)))
        + weights.centrality * central
        + weights.topic * topical
        + weights.title * _share_of_title(terms, text.title)
        + weights.frequency * scaled(_mean_frequency(text.stems, terms))
        - objections
    )
    return Scores(values, terms)


def _trust_in_position(words: int) -> float:
    """Return how much the place in the text says: 1 for news, half for a long study, which builds up to its point."""
    return 1 - 0.5 * min(max(words - NEWS, 0) / (STUDY - NEWS), 1)


def _share_of_best(values: Numbers) -> float:
    """Return what the opening reaches of what the best sentences, as many, reach."""
    best = float(np.sort(values)[::-1][:OPENING].sum())
    return float(values[:OPENING].sum()) / best if best > 0 else 1.0


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
    """Return the share of the title that each sentence has, a stem weighing the square of its rarity.

    What the whole text is about says little of one sentence. Stems that stand nowhere in the text count half of the
    rarest: where the text speaks of the matter in other words than its title, the title is trusted less.
    """
    wanted = set(title)
    columns = [terms.index[stem] for stem in sorted(wanted) if stem in terms.index]
    if not columns:
        return np.zeros(terms.vectors.sentences)
    weights = np.zeros(terms.vectors.stems)
    weights[columns] = terms.rarity[columns] ** 2
    absent = (len(wanted) - len(columns)) * np.log(1 + terms.vectors.sentences) ** 2 / 2
    held = sums(terms.vectors.rows, weights[terms.vectors.columns], terms.vectors.sentences)
    share: Numbers = held / (weights.sum() + absent)
    return share


def _mean_frequency(stems: Sequence[Sequence[str]], terms: Terms) -> Numbers:
    totals = np.array([sum(terms.frequency[terms.index[stem]] for stem in row) for row in stems])
    mean: Numbers = totals / np.array([max(len(row), 1) for row in stems])
    return mean
