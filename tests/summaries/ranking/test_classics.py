"""Our forms of sumy's algorithms give sumy's own order, sentence by sentence."""

from __future__ import annotations

import itertools
import random
from typing import TYPE_CHECKING, Any

import pytest
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from summaries.article import Article, compose
from summaries.ranking.documents import build_document
from summaries.ranking.methods import stemmer_of
from summaries.ranking.summarizers import LexRank, Lsa, Luhn, TextRank
from summaries.text import split_sentences, stop_words
from tests.evaluation.facts import read_analyses

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PAIRS: dict[str, tuple[Callable[..., Any], Callable[..., Any]]] = {
    "lexrank": (LexRank, LexRankSummarizer),
    "textrank": (TextRank, TextRankSummarizer),
    "lsa": (Lsa, LsaSummarizer),
    "luhn": (Luhn, LuhnSummarizer),
}
CLOSE = 1e-6
"""Within so much sumy's own figures differ from run to run: its words lie in the order of a set."""


def made_up(seed: int) -> Article:
    """Make a text of words that repeat as words do, a few of them in sentences of their own."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    words = ["".join(chance.choices("bdklmnrstaeiou", k=chance.randint(2, 9))) for _ in range(120)]
    weights = [1 / (place + 2) for place in range(120)]
    sentences = [" ".join(chance.choices(words, weights, k=chance.randint(1, 25))) + "." for _ in range(60)]
    return compose([" ".join(sentence.capitalize() for sentence in sentences)], language="en", title="The made up")


ARTICLES = [*(analysis.article for analysis in read_analyses()), *map(made_up, range(4))]


def ratings(make: Callable[..., Any], article: Article) -> dict[int, float]:
    """Return the rating of each sentence in the order in which a summarizer puts them."""
    document = build_document(article, split_sentences(article))
    summarizer = make(stemmer_of(article.language))
    summarizer.stop_words = stop_words(article.language)
    rated: dict[int, float] = {}

    def keep(sentences: Sequence[Any]) -> Sequence[Any]:
        rated.update((document.index_of[id(one.sentence)], one.rating) for one in sentences)
        return sentences

    summarizer(document.model, keep)
    return rated


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_ratings_and_order_are_those_of_sumy(name: str, article: Article) -> None:
    ours, theirs = (ratings(make, article) for make in PAIRS[name])

    assert ours == pytest.approx(theirs, rel=1e-6, abs=1e-6)
    # where sumy's own figures are equal but for the last digits, its order is that of their rounding errors
    assert all(theirs[a] >= theirs[b] - CLOSE for a, b in itertools.pairwise(ours))
    assert [theirs[index] for index in ours] == pytest.approx(list(theirs.values()), abs=CLOSE)
