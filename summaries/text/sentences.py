"""Sentence splitting by sentencex, or razdel for Russian, corrected by our own rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import razdel
import sentencex

from summaries.article import Sentence
from summaries.text.gaps import CLOSERS, GAP, VIEW, Gap, decide
from summaries.text.lists import find_markers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summaries.article import Article

ENCLOSING = re.compile(r"[\"“”„«»()]|``|''")
"""sentencex never splits inside quotation marks or brackets, however long, so a second pass blanks them out."""
OPENING = re.compile(r"[.!?…”»’\"]\s+(?:[“„«‘(\[]|\"(?=\S))\s*$")
MARKS = re.compile(r"[\"'“”„«»‘’()\[\]]{1,3}")
PORTION = 10_000


def find_sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Return the spans of a text's sentences, half open, in code points, without surrounding white space."""
    believed = _believed_ends(text, language)
    markers = find_markers(text)
    before_items, after_markers = {start for start, _ in markers}, {stop for _, stop in markers}
    cuts = set(before_items)
    for end in believed | {gap.end() for gap in GAP.finditer(text)}:
        if end in after_markers:
            continue
        gap = Gap(text[max(0, end - VIEW) : end], text[end : end + VIEW].lstrip(), language)
        answer = decide(gap)
        if answer == "PART" or (answer is None and end in believed):
            cuts.add(_before_openers(text, end))
    ends = sorted(cuts)
    spans = (_trim(text, start, stop) for start, stop in zip([0, *ends], [*ends, len(text)], strict=True))
    return _with_marks(text, [span for span in spans if span[0] < span[1]])


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """Return the sentences of an article in order; none crosses a paragraph boundary.

    Bibliographic references have none, so that no stage takes their names and years for those of the text.
    """
    spans = (
        (paragraph.start + start, paragraph.start + stop, number)
        for number, paragraph in enumerate(article.paragraphs)
        if paragraph.kind != "reference"
        for start, stop in find_sentences(paragraph.text, article.language)
    )
    return tuple(
        Sentence(start, stop, article.text[start:stop], index=index, paragraph=number)
        for index, (start, stop, number) in enumerate(spans)
    )


def _believed_ends(text: str, language: str) -> set[int]:
    """Return the ends of sentences according to the language's splitter, closing marks included."""
    readings = [text]
    if language != "ru" and ENCLOSING.search(text):
        readings.append(ENCLOSING.sub(lambda marks: " " * len(marks[0]), text))
    first, *second = (_ends_in_portions(reading, language) for reading in readings)
    ends = {_after_closers(text, end) for end in first}
    return ends | {end for found in second for end in found if text[end : end + 1].isspace()}


def _ends_in_portions(text: str, language: str) -> Iterator[int]:
    """Yield the ends of all sentences except the last.

    The splitters take quadratic time, so a text longer than any paragraph is split in portions; each starts at the last
    known end of a sentence, or at a space if there is none.
    """
    start = 0
    while len(text) - start > PORTION:
        stop = text.rfind(" ", start + PORTION // 2, start + PORTION) + 1 or start + PORTION
        ends = [start + end for end in _ends(text[start:stop], language)]
        yield from ends
        start = ends[-1] if ends and ends[-1] > start else stop
    yield from (start + end for end in _ends(text[start:], language))


def _ends(text: str, language: str) -> Iterator[int]:
    """Yield the ends of all sentences except the last."""
    if language == "ru":
        ends = [piece.stop for piece in razdel.sentenize(text)]
    else:
        position, ends = 0, []
        for sentence in sentencex.segment(language, text):
            position = text.index(sentence, position) + len(sentence)
            ends.append(position - len(sentence) + len(sentence.rstrip()))
    yield from ends[:-1]


def _before_openers(text: str, end: int) -> int:
    """Return an end moved before any opening marks, which belong to the next sentence."""
    found = OPENING.search(text, max(0, end - 8), end)
    return found.start() + 1 if found else end


def _after_closers(text: str, end: int) -> int:
    while end < len(text) and text[end] in CLOSERS:
        end += 1
    return end + 2 if text[end : end + 2] in {" »", "\u00a0»", "\u202f»"} else end


def _with_marks(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Merge spans that consist of a mark only into the span that they touch, or else the one before."""
    found: list[tuple[int, int]] = []
    opening: int | None = None
    for place, (start, stop) in enumerate(spans):
        if opening is None and MARKS.fullmatch(text, start, stop):
            touches = place + 1 < len(spans) and spans[place + 1][0] == stop
            if touches or not found:
                opening = start
            else:
                found[-1] = (found[-1][0], stop)
            continue
        found.append((start if opening is None else opening, stop))
        opening = None
    return found if opening is None else [*found, spans[-1]]


def _trim(text: str, start: int, stop: int) -> tuple[int, int]:
    while start < stop and text[start].isspace():
        start += 1
    while start < stop and text[stop - 1].isspace():
        stop -= 1
    return start, stop
