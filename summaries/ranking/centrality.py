"""Centrality: PageRank over the similarity graph of sentences (Erkan and Radev 2004, Mihalcea and Tarau 2004)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summaries.ranking.vectors import sums

if TYPE_CHECKING:
    from summaries.ranking.vectors import Numbers, Vectors

DAMPING = 0.85
ROUNDS = 60
CLOSE = 1e-9


def rank_pages(vectors: Vectors) -> Numbers:
    """Return the PageRank of each sentence, summing to 1; the weight of a link is the cosine of two sentences.

    The graph is never materialised: a step multiplies by the vectors and by their transpose, so that its cost grows
    with the words of the article and not with the square of its sentences.
    """
    size = vectors.sentences
    itself = sums(vectors.rows, vectors.weights**2, size)
    degree = vectors.times(vectors.gather(np.ones(size))) - itself
    linked = degree > CLOSE
    share = np.where(linked, 1 / np.where(linked, degree, 1), 0.0)
    rank: Numbers = np.full(size, 1 / size)
    for _ in range(ROUNDS):
        passed = rank * share
        received = vectors.times(vectors.gather(passed)) - itself * passed
        idle = rank[~linked].sum() / size
        new: Numbers = (1 - DAMPING) / size + DAMPING * (received + idle)
        if np.abs(new - rank).sum() < CLOSE:
            return new
        rank = new
    return rank
