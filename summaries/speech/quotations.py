"""Recognises which sentences are quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.people.mentions import Line
    from summaries.text.quotations import Quotation

SHARE = 0.8
"""Minimum quoted share of a sentence for it to count as entirely quotation."""


def is_torn(line: Line) -> bool:
    """Return whether a sentence continues in the next paragraph, because it was broken in two."""
    return line.sentence.text[-1].isalnum()


def touching_quotations(quotations: Sequence[Quotation], start: int, stop: int) -> Sequence[Quotation]:
    """Return the quotations with letters inside a span."""
    after = bisect_left(quotations, stop, key=lambda one: one.start)
    before = bisect_right(quotations, start, key=lambda one: one.stop)
    return quotations[before:after]


def is_quoted(line: Line, quotations: Sequence[Quotation]) -> bool:
    """Return whether a sentence is entirely quotation."""
    start, stop = line.sentence.start, line.sentence.stop
    touching = touching_quotations(quotations, start, stop)
    return sum(min(stop, one.stop) - max(start, one.start) for one in touching) >= SHARE * (stop - start)
