"""Key points: a few facts, each clear on its own, that together cover the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.briefing import KeyPoint, Mention
from summaries.ranking.assessment import make_pool
from summaries.ranking.clauses import find_cut
from summaries.ranking.ranking import fit_to_show
from summaries.ranking.selection import Choice, Costs, value_of

if TYPE_CHECKING:
    from summaries.article import Article, Quote
    from summaries.document import Document
    from summaries.ranking.assessment import Assessment

FEWEST, MOST = 3, 9
SENTENCES_A_POINT = 3
"""Number of sentences per key point, beyond the minimum number of points."""
COSTS = Costs(unclear=0.4, never=0.3, source=0.05)
READABLE = 30
"""Number of words from which a point is cut at a clause border, if there is a safe one."""


def find_key_points(assessment: Assessment | None) -> tuple[KeyPoint, ...]:
    """Return up to nine key points, the most important first; fewer if fewer facts are clear and worth telling.

    A sentence that cannot be understood on its own comes with the one that supplies what it needs, or not at all. A
    long sentence is cut if that does not change its meaning.
    """
    if assessment is None:
        return ()
    document = assessment.document
    shown = fit_to_show(assessment)
    pool = make_pool(assessment, shown)
    choice = Choice(pool, COSTS, alone=True)
    value = value_of(pool.importance, "points")
    most = min(max(len(shown) // SENTENCES_A_POINT, FEWEST), MOST)
    while len(choice.steps) < most and choice.grow(value, None):
        pass
    return tuple(_point(document, [int(pool.places[place]) for place in step]) for step in choice.steps)


def _point(document: Document, places: list[int]) -> KeyPoint:
    quotes = [_quote(document.article, document, place) for place in places]
    before = Mention(quotes[0], places[0]) if len(places) > 1 else None
    return KeyPoint(quotes[-1], places[-1], before)


def _quote(article: Article, document: Document, place: int) -> Quote:
    sentence = document.sentences[place]
    cut = find_cut(sentence.text, article.language, READABLE)
    return article.quote(sentence.start, sentence.stop if cut is None else sentence.start + cut)
