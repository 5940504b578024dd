"""Everything that sentence selection is based on, computed once per document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from summaries.document import Document
from summaries.ranking.antecedents import supply
from summaries.ranking.features import Features, extract
from summaries.ranking.importance import Importance, estimate, load_model
from summaries.ranking.sections import weigh_sections
from summaries.ranking.vectors import Numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.ranking.references import References


NOTED = 0.7
"""Probability that a name in brackets after a sentence says what it needs, if its referent is known."""
POOL = 160
"""Number of sentences to choose from; no summary is long enough for the others to matter."""
SAME_LIKE, SAME_LIKE_SQUARED, SAME_ADJACENT, SAME_PARAGRAPH, SAME_LOG_APART, SAME_BIAS = 7.0, 3.8, 1.3, 0.5, -0.5, -3.8
"""The log-odds that two sentences with key facts tell the same one, by their cosine and positions."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """A document with the estimates for its sentences."""

    document: Document
    features: Features
    importance: Importance
    dependent: NDArray[np.intp]
    source: NDArray[np.intp]
    supplies: Numbers
    """Probability that the sentence at `source` says what the one at `dependent` needs."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Sentences to choose from, in text order; matrices are sentences by sentences."""

    places: NDArray[np.intp]
    """Their indices in the document."""
    words: Numbers
    importance: Importance
    likeness: Numbers
    """Their cosine similarities."""
    same: Numbers
    """Probability that two of them tell the same fact."""
    before: NDArray[np.intp]
    """For a sentence that depends on the one before it, the index of that one in the pool; for others −1."""
    unsupplied: Numbers
    """Probability that what each of them needs is not supplied by a name inserted after it."""
    supplied: Numbers
    """Probability that what one (row) needs is supplied by another before it (column)."""


def assess(document: Document, references: References, order: Sequence[int] | None = None) -> Assessment:
    """Return the assessment of a document that has at least one sentence.

    An `order` of sentences, best first, by another algorithm replaces our estimate of importance.
    """
    features = extract(document, references)
    model = load_model()
    importance = weigh_sections(estimate(features), document)
    if order is not None:
        importance = _by_order(order, importance)
    return Assessment(document, features, importance, *supply(features, model.context))


def _by_order(order: Sequence[int], importance: Importance) -> Importance:
    size = len(importance.needs)
    value = np.zeros(size)
    value[list(order)] = 1 - np.arange(len(order)) / size
    return Importance(value, value, value, np.zeros(size), importance.needs)


def make_pool(assessment: Assessment, eligible: Sequence[int], size: int = POOL) -> Pool:
    """Return those of some sentences, given by index in ascending order, that may be worth showing."""
    of = assessment.importance
    allowed = np.array(eligible, np.intp)
    worth = of.vital + of.main + of.any - of.never
    places = np.sort(allowed[np.argsort(-worth[allowed], kind="stable")[:size]])
    leaning = assessment.features.leaning[places] & (places > allowed[0])
    places = places[~leaning | np.isin(places - 1, places)]
    leaning = assessment.features.leaning[places] & (places > allowed[0])
    rows = assessment.features.terms.vectors.dense(places)
    place = np.full(len(worth), -1)
    place[places] = np.arange(len(places))
    likeness = (rows @ rows.T).astype(np.float64)
    noted = np.zeros(len(worth), np.bool_)
    noted[[one for one, _ in assessment.features.named_by]] = True
    row, column = place[assessment.dependent], place[assessment.source]
    both = (row >= 0) & (column >= 0)
    supplied = np.zeros((len(places), len(places)))
    supplied[row[both], column[both]] = assessment.supplies[both]
    return Pool(
        places=places,
        before=np.where(leaning, place[places - 1], -1),
        words=assessment.features.words[places],
        importance=Importance(*(getattr(of, name)[places] for name in Importance.__slots__)),
        likeness=likeness,
        same=_same(likeness, places, assessment.features.paragraphs[places]),
        supplied=supplied,
        unsupplied=np.where(noted[places], 1 - NOTED, 1.0),
    )


def _same(likeness: Numbers, places: NDArray[np.intp], paragraphs: Numbers) -> Numbers:
    apart = np.abs(places[:, None] - places[None, :])
    odds = (
        SAME_LIKE * likeness
        + SAME_LIKE_SQUARED * likeness**2
        + SAME_ADJACENT * (apart == 1)
        + SAME_PARAGRAPH * (paragraphs[:, None] == paragraphs[None, :])
        + SAME_LOG_APART * np.log(np.maximum(apart, 1))
        + SAME_BIAS
    )
    return np.asarray(1 / (1 + np.exp(-odds)))
