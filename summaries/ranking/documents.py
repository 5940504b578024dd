"""Our sentences as a document of sumy, and back."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as SumySentence

from summaries.text import find_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from summaries.article import Article, Sentence


@dataclass(frozen=True, slots=True)
class Tokenizer:
    """What sumy asks of a tokenizer, by our own words and sentences, without data from the network."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """Return the words of a sentence."""
        return tuple(find_words(sentence))

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        """Return the paragraph as the one sentence that it is here."""
        return (paragraph,)


@dataclass(frozen=True, slots=True)
class Document:
    """A document of sumy, and the index in the article of each of its sentences by identity."""

    model: Any
    index_of: dict[int, int]

    def order_by(self, summarizer: Callable[[Any, Any], Iterable[Any]]) -> list[int]:
        """Return the indices of all sentences in the order in which a summarizer of sumy rates them.

        sumy sorts by rating and hands the sorted list to the wanted count, which may be a function: that is where the
        order is read.
        """
        order: list[int] = []

        def keep(rated: Sequence[Any]) -> Sequence[Any]:
            order.extend(self.index_of[id(one.sentence)] for one in rated)
            return rated

        summarizer(self.model, keep)
        return order


def build_document(article: Article, sentences: Sequence[Sentence], at_most: int | None = None) -> Document:
    """Build the document of sentences; repeats are left out, for sumy would rate them as one.

    Title and standfirst are its first headings, headings of the article are headings of their paragraphs.
    """
    tokenizer = Tokenizer()
    headings = [SumySentence(text, tokenizer, is_heading=True) for text in (article.title, article.standfirst) if text]
    paragraphs = [Paragraph(headings)] if headings else []
    seen: set[str] = set()
    index_of: dict[int, int] = {}
    for number, group in itertools.groupby(sentences, key=lambda sentence: sentence.paragraph):
        is_heading = article.paragraphs[number].kind == "heading"
        pieces = []
        for sentence in group:
            if sentence.text in seen or (at_most is not None and len(index_of) >= at_most):
                continue
            seen.add(sentence.text)
            piece = SumySentence(sentence.text, tokenizer, is_heading=is_heading)
            pieces.append(piece)
            if not is_heading:
                index_of[id(piece)] = sentence.index
        paragraphs.append(Paragraph(pieces))
    return Document(ObjectDocumentModel(paragraphs), index_of)
