"""Sentences by sentencex, and by razdel for Russian."""

from __future__ import annotations

from typing import TYPE_CHECKING

import razdel
import sentencex

from summaries.article import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summaries.article import Article


def find_sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Return the half-open spans of a text's sentences, in code points, without the white space around them."""
    return [span for span in (_trim(text, *span) for span in _split(text, language)) if span[0] < span[1]]


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """Return the sentences of an article in order; none crosses a paragraph."""
    spans = (
        (paragraph.start + start, paragraph.start + stop, number)
        for number, paragraph in enumerate(article.paragraphs)
        for start, stop in find_sentences(paragraph.text, article.language)
    )
    return tuple(
        Sentence(start, stop, article.text[start:stop], index=index, paragraph=number)
        for index, (start, stop, number) in enumerate(spans)
    )


def _split(text: str, language: str) -> Iterator[tuple[int, int]]:
    if language == "ru":
        yield from ((piece.start, piece.stop) for piece in razdel.sentenize(text))
        return
    position = 0
    for sentence in sentencex.segment(language, text):
        start = text.index(sentence, position)
        position = start + len(sentence)
        yield start, position


def _trim(text: str, start: int, stop: int) -> tuple[int, int]:
    while start < stop and text[start].isspace():
        start += 1
    while start < stop and text[stop - 1].isspace():
        stop -= 1
    return start, stop
