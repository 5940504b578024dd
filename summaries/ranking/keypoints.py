"""The key points: a few sentences, each one idea, together covering the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summaries.briefing import KeyPoint
from summaries.ranking.openings import leans
from summaries.ranking.vectors import count_terms
from summaries.text import find_stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.article import Article, Sentence

FEWEST, MOST = 3, 7
SENTENCES_A_POINT = 6
SHORTEST, LONGEST = 7, 45
"""Words of a sentence that can be one idea."""
TOO_ALIKE = 0.30
"""Cosine from which on two sentences say the same."""


def find_key_points(article: Article, sentences: Sequence[Sentence], ranking: Sequence[int]) -> tuple[KeyPoint, ...]:
    """Return 3 to 7 key points in the order of the article, fewer where the text has fewer sentences that stand alone.

    The article is cut into as many stretches as points are wanted; the best ranked sentence of each, if it stands alone
    and is unlike those chosen, is its point.
    """
    wanted = min(max(round(len(ranking) / SENTENCES_A_POINT), FEWEST), MOST)
    vectors = count_terms([find_stems(sentence.text, article.language) for sentence in sentences]).vectors
    alike = np.zeros(len(sentences))
    chosen: list[int] = []
    rank = {index: place for place, index in enumerate(ranking)}
    places = sorted(ranking)
    for stretch in np.array_split(np.array(places), min(wanted, len(places)) or 1):
        candidates = [int(i) for i in stretch if alike[i] < TOO_ALIKE and _is_one_idea(article, sentences[i])]
        if candidates:
            best = min(candidates, key=rank.__getitem__)
            chosen.append(best)
            alike = np.maximum(alike, vectors.likeness(best))
    if not chosen:
        chosen = list(ranking[:1])
    return tuple(KeyPoint(article.quote(sentences[i].start, sentences[i].stop), i) for i in sorted(chosen))


def _is_one_idea(article: Article, sentence: Sentence) -> bool:
    return (
        SHORTEST <= sentence.words <= LONGEST
        and not sentence.text.endswith("?")
        and (sentence.index == 0 or not leans(sentence.text, article.language))
    )
