"""The functions that the scorers call: our answers in the shape of each data set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.timeline import find_expressions

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator


def dates(text: str, lang: str, published: dt.date | None) -> list[tuple[int, int, str, str]]:
    """Return start, end, TIMEX3 type and value of each expression of time; a range as its two ends."""
    return list(_dates(text, lang, published))


def _dates(text: str, lang: str, published: dt.date | None) -> Iterator[tuple[int, int, str, str]]:
    for found in find_expressions(text, lang, published):
        if found.parts:
            yield from ((part.start, part.stop, found.type, part.value) for part in found.parts)
        else:
            yield found.start, found.stop, found.type, found.value.rpartition("/")[2]
