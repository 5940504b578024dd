"""The algorithms by name: ours, and every one of sumy."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from summaries.ranking.openings import leans
from summaries.ranking.scoring import score_sentences
from summaries.ranking.selection import order_sentences
from summaries.text import find_stems, find_words, stop_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from summaries.article import Article, Sentence

OURS = "briefing"
SUMY = {
    "lexrank": ("lex_rank", "LexRankSummarizer"),
    "textrank": ("text_rank", "TextRankSummarizer"),
    "lsa": ("lsa", "LsaSummarizer"),
    "luhn": ("luhn", "LuhnSummarizer"),
    "kl": ("kl", "KLSummarizer"),
    "sumbasic": ("sum_basic", "SumBasicSummarizer"),
    "reduction": ("reduction", "ReductionSummarizer"),
    "edmundson": ("edmundson", "EdmundsonSummarizer"),
}
"""The module and the class of each of sumy's algorithms. They load slowly, so only the one asked for is imported."""
METHODS = (OURS, *SUMY)
QUADRATIC = 600
"""sumy's algorithms compare all pairs in Python: beyond so many sentences only these are ranked, from the start."""
KEYWORDS = 12


def rank_sentences(article: Article, sentences: Sequence[Sentence], *, method: str = OURS) -> tuple[int, ...]:
    """Return the indices of sentences in the order in which a summary takes them up, by one of ."""
    if not sentences:
        return ()
    if method == OURS:
        return rank_ours(article, sentences)
    return rank_with_sumy(method, article, [s for s in sentences if _may_be_shown(article, s)] or sentences)


def rank_ours(article: Article, sentences: Sequence[Sentence]) -> tuple[int, ...]:
    """Rank by our own scores; see `summaries.ranking.scoring`."""
    scores = score_sentences(sentences, _title(article), article.language)
    leaning = [leans(sentence.text, article.language) for sentence in sentences]
    shown = [_may_be_shown(article, sentence) for sentence in sentences]
    return order_sentences(scores, leaning, shown if any(shown) else [True] * len(shown))


def _may_be_shown(article: Article, sentence: Sentence) -> bool:
    """Say whether a sentence is more than a heading."""
    return article.paragraphs[sentence.paragraph].kind != "heading"


def _title(article: Article) -> str:
    return " ".join(filter(None, (article.title, article.standfirst)))


def rank_with_sumy(name: str, article: Article, sentences: Sequence[Sentence]) -> tuple[int, ...]:
    """Rank by an algorithm of sumy: sentence after sentence that it adds as it is asked for one more."""
    module, kind = SUMY[name]
    summarizer = getattr(import_module(f"sumy.summarizers.{module}"), kind)(_stemmer(article.language))
    _prepare(name, summarizer, article)
    distinct = list({sentence.text: sentence for sentence in reversed(sentences)}.values())[::-1][:QUADRATIC]
    document, index_of = _document(article.language, distinct)
    best = [index_of[id(one)] for one in summarizer(document, len(distinct))]
    order: list[int] = []
    for count in range(1, len(best) + 1):
        chosen = [index_of[id(one)] for one in summarizer(document, count)]
        order += (index for index in chosen if index not in order)
        if count >= WEIGHED:
            break
    return (*order, *(index for index in best if index not in order))


WEIGHED = 60
"""How many sentences are ranked one by one; a summary of more takes the rest in their order."""


def _prepare(name: str, summarizer: Any, article: Article) -> None:
    stop = stop_words(article.language)
    if name != "edmundson":
        summarizer.stop_words = stop
        return
    summarizer.null_words = stop or {" "}
    summarizer.bonus_words = find_words(_title(article)) or find_words(article.text)[:KEYWORDS]
    summarizer.stigma_words = {" "}


def _stemmer(language: str) -> Callable[[str], str]:
    def stem(word: str) -> str:
        return next(iter(find_stems(word, language)), word)

    return stem


@dataclass(frozen=True, slots=True)
class Tokenizer:
    """What sumy asks of a tokenizer, by our own words and sentences, without data from the network."""

    language: str

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """Return the words of a sentence."""
        return tuple(find_words(sentence))

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        """Return the paragraph as the one sentence that it is here."""
        return (paragraph,)


def _document(language: str, sentences: Sequence[Sentence]) -> tuple[Any, dict[int, int]]:
    """Return sumy's document of our sentences, and the index of each of its sentences by identity."""
    dom = import_module("sumy.models.dom")
    tokenizer = Tokenizer(language)
    theirs = [dom.Sentence(sentence.text, tokenizer) for sentence in sentences]
    index_of = {id(one): sentence.index for one, sentence in zip(theirs, sentences, strict=True)}
    return dom.ObjectDocumentModel([dom.Paragraph([one]) for one in theirs]), index_of
