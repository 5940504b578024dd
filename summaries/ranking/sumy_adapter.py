"""The only module that uses sumy: its algorithms rank our documents, and ours is available through its interface.

It is imported on demand, since sumy imports NLTK, which loads slowly.
"""

from __future__ import annotations

import itertools
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as SumySentence
from sumy.summarizers._summarizer import AbstractSummarizer
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from summaries.article import Sentence, compose
from summaries.document import read_document
from summaries.ranking.ranking import assess_by, rank_sentences
from summaries.text import find_stems, find_words, stop_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summaries.document import Document

CAPS = {
    "edmundson": (EdmundsonSummarizer, 3000),
    "kl": (KLSummarizer, 120),
    "lexrank": (LexRankSummarizer, 600),
    "lsa": (LsaSummarizer, 800),
    "luhn": (LuhnSummarizer, 3000),
    "reduction": (ReductionSummarizer, 400),
    "sumbasic": (SumBasicSummarizer, 400),
    "textrank": (TextRankSummarizer, 1000),
}
"""The algorithms, with the maximum number of sentences that each is given: it compares them pairwise in Python. The
remaining ones follow in text order."""
KEYWORDS = 12
NO_WORDS = frozenset({" "})
"""Edmundson's method requires words; this one occurs in no text."""


def order_by(method: str, document: Document) -> list[int]:
    """Return the indices of all sentences except headings, as ranked by an algorithm of sumy, best first."""
    make, cap = CAPS[method]
    model, index_of = build_model(document, cap)
    order: list[int] = []

    def keep(rated: Sequence[Any]) -> Sequence[Any]:
        """Capture the order when sumy passes its sorted list to the requested count, which may be a function."""
        order.extend(index_of[id(one.sentence)] for one in rated)
        return rated

    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")  # sumy divides by the number of words in sentences without any
        make_summarizer(make, document)(model, keep)
    taken = set(order)
    return [*order, *(sentence.index for sentence in document.sentences if sentence.index not in taken)]


def make_summarizer(make: Callable[..., Any], document: Document) -> Any:
    """Return a sumy summarizer with our stems and stop words for the document's language."""
    summarizer = make(stemmer_of(document.language))
    stop = stop_words(document.language)
    if make is not EdmundsonSummarizer:
        summarizer.stop_words = stop
        return summarizer
    article = document.article
    summarizer.null_words = stop or NO_WORDS
    summarizer.bonus_words = find_words(article.title or "") or find_words(article.text)[:KEYWORDS] or NO_WORDS
    summarizer.stigma_words = NO_WORDS
    return summarizer


def stemmer_of(language: str) -> Callable[[str], str]:
    """Return a function from a word to its stem, as sumy's summarizers require."""

    def stem(word: str) -> str:
        return next(iter(find_stems(word, language)), word)

    return stem


@dataclass(frozen=True, slots=True)
class Tokenizer:
    """The tokenizer interface of sumy with our own words, without downloaded data."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """Return the words of a sentence."""
        return tuple(find_words(sentence))

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        """Return the paragraph as a single sentence, which it is here."""
        return (paragraph,)


def build_model(document: Document, cap: int) -> tuple[Any, dict[int, int]]:
    """Return a document as a sumy document, and our index of each of its sentences by identity.

    Title and standfirst are its first headings. Repeated sentences are left out, since sumy would rate them as one.
    """
    article, tokenizer = document.article, Tokenizer()
    headings = [SumySentence(text, tokenizer, is_heading=True) for text in (article.title, article.standfirst) if text]
    paragraphs = [Paragraph(headings)] if headings else []
    seen: set[str] = set()
    index_of: dict[int, int] = {}
    for number, group in itertools.groupby(document.sentences, key=lambda sentence: sentence.paragraph):
        is_heading = article.paragraphs[number].kind == "heading"
        pieces = []
        for sentence in group:
            if sentence.text in seen or len(index_of) >= cap:
                continue
            seen.add(sentence.text)
            piece = SumySentence(sentence.text, tokenizer, is_heading=is_heading)
            pieces.append(piece)
            if not is_heading:
                index_of[id(piece)] = sentence.index
        paragraphs.append(Paragraph(pieces))
    return ObjectDocumentModel(paragraphs), index_of


class BriefingSummarizer(AbstractSummarizer):  # type: ignore[misc]
    """Our own method behind sumy's interface, interchangeable with any of sumy's.

    `language` is an ISO 639-1 code. The document's headings before its first sentence are its title.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __call__(self, document: Any, sentences_count: Any) -> tuple[Any, ...]:
        """Return a number of sentences of a sumy document, or those that `sentences_count`, if callable, chooses."""
        sentences = document.sentences
        if not sentences:
            return ()
        order = rank_sentences(assess_by(self._read(document)))
        ratings = {place: -rank for rank, place in enumerate(order)}
        places = iter(range(len(sentences)))
        return tuple(self._get_best_sentences(sentences, sentences_count, lambda _: ratings[next(places)]))

    def _read(self, document: Any) -> Document:
        """Return a document of ours with exactly the sentences of sumy's."""
        groups = [[str(one) for one in paragraph.sentences] for paragraph in document.paragraphs]
        groups = [group for group in groups if group]
        first = document.paragraphs[0]
        title = " ".join(str(one) for one in first.headings) if not first.sentences else None
        article = compose([" ".join(group) for group in groups], language=self.language, title=title or None)
        found: list[Sentence] = []
        for number, group in enumerate(groups):
            start = article.paragraphs[number].start
            for text in group:
                found.append(Sentence(start, start + len(text), text, len(found), number))
                start += len(text) + 1
        return read_document(article, tuple(found))
