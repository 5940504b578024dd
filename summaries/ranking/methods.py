"""The algorithms by name, ours and every one of sumy, and the order of sentences that each gives."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from summaries.ranking.ladder import arrange
from summaries.ranking.openings import find_leaning, qualifies
from summaries.text import find_stems, find_words, stop_words
from summaries.text.labels import without_labels

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summaries.article import Article, Sentence

OURS = "briefing"


@dataclass(frozen=True, slots=True)
class Method:
    """Where the summarizer of an algorithm is found, and how many sentences it may be given."""

    module: str
    name: str
    at_most: int
    """sumy compares sentences in Python, pair by pair and round by round; what is beyond follows in its order."""


METHODS = {
    OURS: Method("summaries.ranking.summarizers", "BriefingSummarizer", 100_000),
    "lexrank": Method("summaries.ranking.summarizers", "LexRank", 3000),
    "textrank": Method("summaries.ranking.summarizers", "TextRank", 3000),
    "lsa": Method("summaries.ranking.summarizers", "Lsa", 100_000),
    "luhn": Method("summaries.ranking.summarizers", "Luhn", 100_000),
    "kl": Method("sumy.summarizers.kl", "KLSummarizer", 120),
    "sumbasic": Method("sumy.summarizers.sum_basic", "SumBasicSummarizer", 400),
    "reduction": Method("sumy.summarizers.reduction", "ReductionSummarizer", 400),
    "edmundson": Method("sumy.summarizers.edmundson", "EdmundsonSummarizer", 3000),
}
KEYWORDS = 12
NO_WORDS = frozenset({" "})
"""Edmundson's method refuses to go without words; this one stands in no text."""


def rank_sentences(article: Article, sentences: Sequence[Sentence], *, method: str = OURS) -> tuple[int, ...]:
    """Return the indices of sentences in the order in which a summary takes them up, by one of `METHODS`.

    Every beginning of the order can be shown: a sentence that leans on the one before it comes after that one. Headings
    are left out, and so are sentences that lean on one left out.
    """
    if not sentences:
        return ()
    order = _order(article, sentences, METHODS[method])
    texts = without_labels([sentence.text for sentence in sentences])
    return arrange(
        order,
        words=[sentence.words for sentence in sentences],
        leaning=find_leaning(texts, [sentence.paragraph for sentence in sentences], article.language),
        qualifying=[qualifies(text, article.language) for text in texts],
    )


def _order(article: Article, sentences: Sequence[Sentence], method: Method) -> list[int]:
    """Return the indices of all sentences that may be shown, as the method rates them; repeats come last."""
    build_document = import_module("summaries.ranking.documents").build_document
    document = build_document(article, sentences, method.at_most)
    order: list[int] = document.order_by(_summarizer(method, article))
    taken = set(order)
    headings = {number for number, one in enumerate(article.paragraphs) if one.kind == "heading"}
    shown = [sentence.index for sentence in sentences if sentence.paragraph not in headings]
    return [*order, *(index for index in shown or range(len(sentences)) if index not in taken)]


def _summarizer(method: Method, article: Article) -> Any:
    make = getattr(import_module(method.module), method.name)
    if method is METHODS[OURS]:
        return make(article.language)
    summarizer = make(stemmer_of(article.language))
    stop = stop_words(article.language)
    if method is not METHODS["edmundson"]:
        summarizer.stop_words = stop
        return summarizer
    summarizer.null_words = stop or NO_WORDS
    summarizer.bonus_words = find_words(article.title or "") or find_words(article.text)[:KEYWORDS] or NO_WORDS
    summarizer.stigma_words = NO_WORDS
    return summarizer


def stemmer_of(language: str) -> Callable[[str], str]:
    """Return a function from a word to its stem, as summarizers of sumy ask for one."""

    def stem(word: str) -> str:
        return next(iter(find_stems(word, language)), word)

    return stem
