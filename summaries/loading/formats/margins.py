"""Running titles and page numbers, above and below the text of a printed page."""

from __future__ import annotations

import re
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING

from summaries.loading.formats.lines import find_leading, group_by_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.loading.formats.lines import Line

EDGE = 0.1
"""The share of a page's height, at the top and bottom, that contains running headers and footers."""
OUTER = 0.2
"""The same for lines apart from the text at one height on most pages."""
DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(r"\W*(?:\w{1,8}\s)?[\dIVXLCivxlc]{1,5}(?:\s?(?:/|of|из|von|de|sur)\s?\d{1,5})?\W*")
APART = 0.8
"""Extra distance of a running title from the text, compared with lines of text, as a share of its letter height."""
LARGER = 1.15
ROW = 0.3
"""Maximum vertical offset between the lines of one row, as a share of their height."""
OFTEN = 0.6
"""Minimum share of pages with a running title at its height."""


def strip_margins(lines: Sequence[Line], heights: Sequence[float]) -> Iterator[Line]:
    """Yield the lines without running titles and page numbers; `heights` are those of the pages, in points.

    These are near an edge of the page, and are page numbers, say the same on several pages, or stand at the same
    height on most of them, apart from the text.
    """
    at_edge = [line for line in lines if _is_at_edge(line, heights[line.page])]
    usual = median(line.height for line in lines) if lines else 0.0
    repeated = Counter(mask for mask, _ in {(_mask(line, usual), line.page) for line in at_edge})
    often = max(2, len(heights) / 3)
    edges = {id(line) for line in at_edge}
    apart = _apart(lines, heights)
    for line in lines:
        is_number = PAGE_NUMBER.fullmatch(line.text.strip()) is not None
        if id(line) in apart or (id(line) in edges and (repeated[_mask(line, usual)] >= often or is_number)):
            continue
        yield line


def _is_at_edge(line: Line, height: float, share: float = EDGE) -> bool:
    return line.top > height * (1 - share) or line.bottom < height * share


def _mask(line: Line, usual: float) -> tuple[str, int]:
    """Return what a running title has in common on all pages: its words and letter height.

    Figures may differ, but in letters larger than those of the text, which are of headings.
    """
    text = line.text.strip()
    return text if line.height > LARGER * usual else DIGITS.sub("#", text), round(line.height)


def _apart(lines: Sequence[Line], heights: Sequence[float]) -> set[int]:
    """Return the first and last lines of pages that stand at one height on most pages, apart from the text."""
    found: set[int] = set()
    pages = group_by_page(lines)
    leading = find_leading(lines)
    for is_top in (True, False):
        outer = [row for page in pages if (row := _outermost(page, heights[page[0].page], leading, is_top=is_top))]
        places = Counter(round(row[0].bottom) for row in outer)
        for row in outer:
            same = sum(places[round(row[0].bottom) + step] for step in (-1, 0, 1))
            if same >= max(2, OFTEN * len(pages)):
                found.update(map(id, row))
    return found


def _outermost(page: Sequence[Line], height: float, leading: float, *, is_top: bool) -> list[Line]:
    """Return the first or last row of a page if it is at the edge, and all others keep away from it."""
    outer = max(page, key=lambda line: line.top) if is_top else min(page, key=lambda line: line.bottom)
    row = [line for line in page if abs(line.bottom - outer.bottom) < ROW * outer.height]
    gaps = [outer.bottom - line.top if is_top else line.bottom - outer.top for line in page if line not in row]
    return row if _is_at_edge(outer, height, OUTER) and gaps and min(gaps) > leading + APART * outer.height else []
