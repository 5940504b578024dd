"""A document: an article analysed once. All stages share it, so nothing is split, cased or stemmed twice."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summaries.article import Article, Sentence
from summaries.text import find_stems, split_sentences
from summaries.text.labels import find_labels
from summaries.text.morphology import INFLECTED, lemma
from summaries.text.quotations import Quotation, find_quotations
from summaries.text.tokens import Token, tokenize
from summaries.text.truecasing import recase

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its sentences, tokens and stems; tuples by sentence have one entry per sentence.

    All offsets are code points of ``article.text``, half open.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    prose: str
    """The text truecased where lines do not have the capitals of prose, such as headlines; of the same length."""
    tokens: tuple[tuple[Token, ...], ...]
    """The words and punctuation marks of each sentence, truecased."""
    lemmas: tuple[tuple[str, ...], ...]
    """The lemma of each token if there is a morphology for the language, otherwise the token in lower case."""
    stems: tuple[tuple[str, ...], ...]
    """The stems of the content words of each sentence, without its speaker label."""
    labels: tuple[int, ...]
    """The length in characters of the speaker label at the start of each sentence; 0 for none."""
    quotations: tuple[Quotation, ...]
    starts: tuple[int, ...]
    """The offset at which each sentence starts."""

    @property
    def language(self) -> str:
        """ISO 639-1 code of the text's language."""
        return self.article.language

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that contains an offset, or else of the last one that ends before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def spoken(self, sentence: int) -> str:
        """Return the text of a sentence without its speaker label."""
        return self.sentences[sentence].text[self.labels[sentence] :]


def read_document(article: Article, sentences: tuple[Sentence, ...] | None = None) -> Document:
    """Analyse an article: split it into sentences, unless they are given, and those into tokens and stems.

    Takes time linear in the length of the text.
    """
    language = article.language
    if sentences is None:
        sentences = split_sentences(article)
    prose = recase(article.text, language)
    tokens = tuple(tuple(_tokens(prose, sentence, language)) for sentence in sentences)
    labels = _labels(article, sentences)
    base: Callable[[str], str] = lemma if language in INFLECTED else str.lower
    return Document(
        article=article,
        sentences=sentences,
        prose=prose,
        tokens=tokens,
        lemmas=tuple(tuple(base(token.text) if token.word else token.text for token in line) for line in tokens),
        stems=tuple(
            tuple(find_stems(sentence.text[label:], language))
            for sentence, label in zip(sentences, labels, strict=True)
        ),
        labels=labels,
        quotations=find_quotations(article.paragraphs, language),
        starts=tuple(sentence.start for sentence in sentences),
    )


def _tokens(prose: str, sentence: Sentence, language: str) -> list[Token]:
    shift = sentence.start
    return [
        Token(shift + token.start, shift + token.stop, token.text)
        for token in tokenize(prose[sentence.start : sentence.stop], language)
    ]


def _labels(article: Article, sentences: tuple[Sentence, ...]) -> tuple[int, ...]:
    """Return the length of each sentence's speaker label: in transcripts, a turn is a paragraph or a sentence."""
    turns = find_labels([paragraph.text for paragraph in article.paragraphs])
    lines = find_labels([sentence.text for sentence in sentences])
    opens = {paragraph.start: label for paragraph, label in zip(article.paragraphs, turns, strict=True)}
    return tuple(
        min(line or opens.get(sentence.start, 0), len(sentence.text))
        for sentence, line in zip(sentences, lines, strict=True)
    )
