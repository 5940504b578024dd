"""Everything that a choice of sentences is made from, computed once for a document."""

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
"""How probable it is that a name in brackets behind a sentence says what it needs, where we know whom it means."""
POOL = 160
"""How many sentences are weighed against one another; nobody asks for so many that the others matter."""
SAME_LIKE, SAME_LIKE_SQUARED, SAME_ADJACENT, SAME_PARAGRAPH, SAME_LOG_APART, SAME_BIAS = 7.0, 3.8, 1.3, 0.5, -0.5, -3.8
"""The log-odds that two sentences which tell key facts tell the same one: by their cosine, and where they stand."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """A document with what is estimated of its sentences."""

    document: Document
    features: Features
    importance: Importance
    dependent: NDArray[np.intp]
    source: NDArray[np.intp]
    supplies: Numbers
    """How probable it is that the sentence at `source` says what the one at `dependent` needs."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Sentences to choose from, in the order of the text; matrices are sentences by sentences."""

    places: NDArray[np.intp]
    """Their indices in the document."""
    words: Numbers
    importance: Importance
    likeness: Numbers
    """Their cosines."""
    same: Numbers
    """How probable it is that two of them tell the same fact."""
    before: NDArray[np.intp]
    """For a sentence that leans on the one before it the number of that one in the pool, for others −1."""
    unsupplied: Numbers
    """How probable it is that what each of them needs is not said by a name that we put behind it."""
    supplied: Numbers
    """How probable it is that what the one (row) needs is said by the other (column), which stands before it."""


def assess(document: Document, references: References, order: Sequence[int] | None = None) -> Assessment:
    """Return the assessment of a document that has at least one sentence.

    An `order` of sentences, the best first, by some other algorithm takes the place of what we take for important.
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
    """Return those of some sentences, given by index in ascending order, that may be worth to be shown."""
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
