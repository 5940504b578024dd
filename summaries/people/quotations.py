"""Words in quotation marks, and how far a statement goes on in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.article import Article
    from summaries.people.reading import Line

PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"'}
SHARE = 0.8
"""A sentence is all quotation when so much of it is."""

Span = tuple[int, int]


def find_quotations(article: Article) -> list[Span]:
    """Return the spans in quotation marks, in order; one that is never closed ends with its paragraph."""
    return [span for paragraph in article.paragraphs for span in _in_paragraph(paragraph.text, paragraph.start)]


def _in_paragraph(text: str, offset: int) -> Iterator[Span]:
    opened, closing = -1, ""
    for i, letter in enumerate(text):
        if opened < 0 and letter in PAIRS:
            opened, closing = i, PAIRS[letter]
        elif opened >= 0 and letter == closing:
            yield offset + opened, offset + i + 1
            opened = -1
    if opened >= 0:
        yield offset + opened, offset + len(text)


def stretch(lines: Sequence[Line], index: int, quotations: Sequence[Span]) -> Span:
    """Return the first and last sentence of what is said around a cue: quotations go on over sentences."""
    first = last = index
    sentence = lines[index].sentence
    if index + 1 < len(lines) and _torn(lines[index], lines[index + 1]):
        return index, index + 1
    touching = _touching(quotations, sentence.start, sentence.stop)
    if not touching:
        return index, index
    while first and lines[first].sentence.start > touching[0][0]:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].sentence.start < touching[-1][1]:
        last += 1
    while last + 1 < len(lines) and lines[last + 1].sentence.paragraph == sentence.paragraph:
        if not _quoted(lines[last + 1], quotations):
            break
        last += 1
    return first, last


def _torn(line: Line, following: Line) -> bool:
    """Tell whether a sentence goes on in the next one: a paragraph that was broken in two."""
    return line.sentence.text[-1].isalnum() and following.sentence.text[0].islower()


def _touching(quotations: Sequence[Span], start: int, stop: int) -> Sequence[Span]:
    after = bisect_left(quotations, stop, key=lambda span: span[0])
    before = bisect_right(quotations, start, key=lambda span: span[1])
    return quotations[before:after]


def _quoted(line: Line, quotations: Sequence[Span]) -> bool:
    start, stop = line.sentence.start, line.sentence.stop
    touching = _touching(quotations, start, stop)
    return sum(min(stop, end) - max(start, begin) for begin, end in touching) >= SHARE * (stop - start)
