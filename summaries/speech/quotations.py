"""How far a statement goes on around the words that mark it: quotations go on over sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.people.mentions import Line
    from summaries.text.quotations import Quotation

SHARE = 0.8
"""A sentence is all quotation when so much of it is."""


def stretch(lines: Sequence[Line], index: int, quotations: Sequence[Quotation]) -> tuple[int, int]:
    """Return the first and last sentence of what is said around a cue."""
    first = last = index
    sentence = lines[index].sentence
    if index + 1 < len(lines) and _torn(lines[index], lines[index + 1]):
        return index, index + 1
    touching = touching_quotations(quotations, sentence.start, sentence.stop)
    if not touching:
        return index, index
    while first and lines[first].sentence.start > touching[0].start:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].sentence.start < touching[-1].stop:
        last += 1
    while last + 1 < len(lines) and lines[last + 1].sentence.paragraph == sentence.paragraph:
        if not is_quoted(lines[last + 1], quotations):
            break
        last += 1
    return first, last


def _torn(line: Line, following: Line) -> bool:
    """Tell whether a sentence goes on in the next one: a paragraph that was broken in two."""
    return line.sentence.text[-1].isalnum() and following.sentence.text[0].islower()


def touching_quotations(quotations: Sequence[Quotation], start: int, stop: int) -> Sequence[Quotation]:
    """Return the quotations that have letters in a span."""
    after = bisect_left(quotations, stop, key=lambda one: one.start)
    before = bisect_right(quotations, start, key=lambda one: one.stop)
    return quotations[before:after]


def is_quoted(line: Line, quotations: Sequence[Quotation]) -> bool:
    """Tell whether a sentence is all quotation."""
    start, stop = line.sentence.start, line.sentence.stop
    touching = touching_quotations(quotations, start, stop)
    return sum(min(stop, one.stop) - max(start, one.start) for one in touching) >= SHARE * (stop - start)
