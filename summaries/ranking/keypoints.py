"""The key points: a few sentences, each one idea, together covering the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summaries.article import count_words
from summaries.briefing import MEDIUM, SHORT, KeyPoint
from summaries.ranking.clauses import find_cut
from summaries.ranking.openings import find_leaning
from summaries.ranking.vectors import count_terms
from summaries.text import find_stems
from summaries.text.labels import without_labels

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summaries.article import Article, Quote, Sentence

FEWEST, MOST = 3, 7
SENTENCES_A_POINT = 6
SHORTEST, LONGEST = 7, 45
"""Words of a sentence that can be one idea."""
READABLE = 30
"""Words from which on a point is cut at a clause border, if there is one where that is safe."""
TOO_ALIKE = 0.30
"""Cosine from which on two sentences say the same."""
SHORT_WORDS, MEDIUM_WORDS = SHORT.words or 0, MEDIUM.words or 0
IN_SHORT, IN_MEDIUM = 6, 3
"""How many places a sentence falls back that these lengths show already: the points say more than the summary."""


def find_key_points(article: Article, sentences: Sequence[Sentence], ranking: Sequence[int]) -> tuple[KeyPoint, ...]:
    """Return 3 to 7 key points in the order of the article, fewer where the text has fewer sentences that stand alone.

    The article is cut into as many stretches as points are wanted; the best ranked sentence of each, if it stands alone
    and is unlike those chosen, is its point. What is missing then comes from anywhere. A long sentence is cut where
    that changes nothing, so that the quote of its point is a part of it.
    """
    wanted = min(max(round(len(ranking) / SENTENCES_A_POINT), FEWEST), MOST, len(ranking))
    texts = without_labels([sentence.text for sentence in sentences])
    leaning = find_leaning(texts, [sentence.paragraph for sentence in sentences], article.language)
    vectors = count_terms([find_stems(text, article.language) for text in texts]).vectors
    alike = np.zeros(len(sentences))
    chosen: list[int] = []
    rank = _rank(sentences, ranking)

    def choose(places: Sequence[int], fits: Callable[[Sentence], bool]) -> None:
        candidates = [
            i for i in places if i not in chosen and alike[i] < TOO_ALIKE and not leaning[i] and fits(sentences[i])
        ]
        if candidates:
            best = min(candidates, key=rank.__getitem__)
            chosen.append(best)
            np.maximum(alike, vectors.likeness(best), out=alike)

    places = sorted(ranking)
    for stretch in np.array_split(np.array(places, dtype=np.intp), max(wanted, 1)):
        choose(stretch.tolist(), lambda sentence: _is_one_idea(article, sentence))
    for _ in range(FEWEST - len(chosen)):
        choose(places, lambda sentence: _is_one_idea(article, sentence))
    for _ in range(FEWEST - len(chosen)):
        choose(places, _states)
    return tuple(KeyPoint(_quote(article, sentences[i]), i) for i in sorted(chosen or ranking[:1]))


def _rank(sentences: Sequence[Sentence], ranking: Sequence[int]) -> dict[int, int]:
    """Return the place of each sentence in the ranking, farther back where a summary shows it; the headline stays."""
    rank: dict[int, int] = {}
    words = 0
    for place, index in enumerate(ranking):
        words += sentences[index].words
        back = IN_SHORT if words <= SHORT_WORDS else IN_MEDIUM if words <= MEDIUM_WORDS else 0
        rank[index] = place + (back if place else 0)
    return rank


def _is_one_idea(article: Article, sentence: Sentence) -> bool:
    words = sentence.words
    if words > LONGEST:
        words = count_words(_quote(article, sentence).text)
    return SHORTEST <= words <= LONGEST and _states(sentence)


def _states(sentence: Sentence) -> bool:
    return not sentence.text.endswith(("?", ":"))


def _quote(article: Article, sentence: Sentence) -> Quote:
    cut = find_cut(sentence.text, article.language, READABLE)
    return article.quote(sentence.start, sentence.stop if cut is None else sentence.start + cut)
