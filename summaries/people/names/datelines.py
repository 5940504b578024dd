"""Finds datelines: the place, in capitals, from which a report is filed."""

from __future__ import annotations

import re

DATELINE = re.compile(
    r"^(?P<place>[^\W\d_][^\n,:;()—–]{1,40}?)(?P<rest>(?:, [^\n,:;()—–]{1,24}){0,2}(?: \([^\n()]{1,30}\))?)\s?[—–]\s",
    re.MULTILINE,
)


def find_datelines(text: str) -> list[tuple[int, int]]:
    """Return the half-open spans, in code points, of the dateline of a text: one, or none.

    Capitalised words before a dash at the start of several paragraphs are speaker labels.
    """
    spans = [found.span() for found in DATELINE.finditer(text) if found["place"].isupper()]
    return spans if len(spans) == 1 else []
