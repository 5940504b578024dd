"""What makes a sentence worth showing: position, centrality, its words, the title; less what speaks against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from summaries.ranking.centrality import rank_pages
from summaries.ranking.openings import leans
from summaries.ranking.vectors import Numbers, Terms, count_terms, scaled, sums
from summaries.text import find_stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.article import Sentence

QUOTATION = "\"“„«‘'"


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each thing counts. Tuned on one half of two sets of news, reported on the other."""

    position: float = 1.13
    decay: float = 0.26
    centrality: float = 0.35
    mass: float = 0.50
    lead: float = 0.39
    title: float = 0.10
    frequency: float = 0.20
    quotation: float = 0.19
    question: float = 0.21
    fragment: float = 0.66
    length: float = 0.32
    overlong: float = 0.25
    leaning: float = 0.21
    unprosaic: float = 0.60


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Scores:
    """The score of each sentence, how much of it is for its place, and the vectors that tell which say the same."""

    values: Numbers
    position: Numbers
    terms: Terms


def score_sentences(
    sentences: Sequence[Sentence], title: str | None, language: str, weights: Weights = WEIGHTS
) -> Scores:
    """Score sentences, higher is better; the sum of features is described in `Weights`."""
    stems = [find_stems(sentence.text, language) for sentence in sentences]
    terms = count_terms(stems)
    position = weights.position / (1 + weights.decay * np.arange(len(sentences), dtype=np.float64))
    values = (
        position
        + weights.centrality * scaled(rank_pages(terms.vectors))
        + weights.mass * scaled(_mass(terms))
        + weights.lead * _likeness_to_lead(terms)
        + weights.title * _share_of_title(terms, find_stems(title or "", language))
        + weights.frequency * scaled(_mean_frequency(stems, terms))
        - _objections(sentences, language, weights)
    )
    return Scores(values, position, terms)


def _mass(terms: Terms) -> Numbers:
    repeated = np.where(terms.spread > 1, np.log1p(terms.frequency), 0.0)
    return terms.vectors.times(repeated)


def _likeness_to_lead(terms: Terms) -> Numbers:
    likeness = terms.vectors.likeness(0)
    likeness[0] = 0.0
    return likeness


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


def _objections(sentences: Sequence[Sentence], language: str, weights: Weights) -> Numbers:
    """Return what speaks against each sentence: a quotation, a question, a fragment, a leaning opening, its length."""
    words = np.array([sentence.words for sentence in sentences], dtype=np.float64)
    texts = [sentence.text for sentence in sentences]
    leaning = np.array([i > 0 and leans(text, language) for i, text in enumerate(texts)])
    return (
        weights.quotation * np.array([text[:1] in QUOTATION for text in texts])
        + weights.question * np.array([text.rstrip('"”»’)').endswith("?") for text in texts])
        + weights.fragment * (words < 8)
        + weights.length * np.minimum(words, 40) / 40
        + weights.overlong * np.maximum(words - 40, 0) / 40
        + weights.leaning * leaning
        + weights.unprosaic
        * np.array([not text.rstrip('"”»’)]*').endswith((".", "!", "?", "…", "。")) for text in texts])
    )
