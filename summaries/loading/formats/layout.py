"""Lines of print to paragraphs: by where they stand on the page, for a PDF knows nothing of paragraphs."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from summaries.loading.draft import Block, tidy
from summaries.loading.formats.plain import BULLET, ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

EDGE = 0.1
"""The share of a page's height, above and below, in which running headers and footers stand."""
DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(r"\W*(?:\w{1,8}\s)?[\dIVXLCivxlc]{1,5}(?:\s?(?:/|of|из|von|de)\s?\d{1,5})?\W*")
HYPHENS = ("-", "‐", "\u00ad")
HYPHEN = re.compile(r"(?<=\w)[-‐\u00ad]\s*$")
COLUMN = 30.0
"""Points within which left edges are of one column."""
TALLER = 0.15
"""By which share two heights of letters differ that are of two kinds of text."""
GAP = 0.35
"""The share of a line's height that the gap before it may have within a paragraph, beyond that of its lines."""
RAGGED = 0.08
"""The share of a column's width by which a full line may fall short of it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print: its page from 0, its text, and its box in points from the lower left corner."""

    page: int
    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """The height of the box."""
        return self.top - self.bottom


def join_lines(lines: Sequence[Line], heights: Sequence[float]) -> Iterator[Block]:
    """Yield the paragraphs of a document; `heights` are those of its pages, in points.

    Lines repeated near the edges of pages and page numbers are left out; a word parted at the end of a line is whole
    again; a paragraph goes on over columns and pages. Larger print is a heading.
    """
    body = list(_without_edges(lines, heights))
    if not body:
        return
    usual = median(line.height for line in body)
    columns = _columns(body)
    leading = _leading(body)
    part: list[Line] = []
    for line in body:
        if part and _begins(part[-1], line, columns, leading):
            yield _block(part, usual)
            part = []
        part.append(line)
    yield _block(part, usual)


def _without_edges(lines: Sequence[Line], heights: Sequence[float]) -> Iterator[Line]:
    at_edge = [line for line in lines if _is_at_edge(line, heights[line.page])]
    repeated = Counter(mask for mask, _ in {(_mask(line), line.page) for line in at_edge})
    often = max(2, len(heights) / 3)
    edges = {id(line) for line in at_edge}
    for line in lines:
        if id(line) in edges and (repeated[_mask(line)] >= often or PAGE_NUMBER.fullmatch(line.text.strip())):
            continue
        yield line


def _is_at_edge(line: Line, height: float) -> bool:
    return line.top > height * (1 - EDGE) or line.bottom < height * EDGE


def _mask(line: Line) -> str:
    return DIGITS.sub("#", line.text.strip())


def _columns(lines: Iterable[Line]) -> dict[int, tuple[float, float]]:
    """Return the left and the right edge of the column of each line, by the line's identity."""
    found: dict[int, tuple[float, float]] = {}
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    for page in pages.values():
        groups: list[list[Line]] = []
        for line in sorted(page, key=lambda line: line.left):
            if groups and line.left - groups[-1][0].left < COLUMN:
                groups[-1].append(line)
            else:
                groups.append([line])
        for group in groups:
            edges = min(line.left for line in group), max(line.right for line in group)
            found.update((id(line), edges) for line in group)
    return found


def _leading(lines: Sequence[Line]) -> float:
    """Return the usual gap between two lines that follow one another in a column."""
    gaps = [
        before.bottom - line.top
        for before, line in itertools.pairwise(lines)
        if before.page == line.page and abs(before.left - line.left) < COLUMN and line.top <= before.top
    ]
    return median(gaps) if gaps else 0.0


def _begins(before: Line, line: Line, columns: dict[int, tuple[float, float]], leading: float) -> bool:
    """Tell whether a line begins a paragraph."""
    if abs(line.height - before.height) > TALLER * max(line.height, before.height):
        return True
    left, _ = columns[id(line)]
    start, right = columns[id(before)]
    is_short = before.right < right - RAGGED * (right - start)
    has_ended = ends_sentence(before.text)
    is_indented = 0.6 * line.height < line.left - left < 4 * line.height
    follows = before.page == line.page and abs(before.left - line.left) < COLUMN + 10 and line.top <= before.top
    if BULLET.match(line.text) and (has_ended or is_short or is_indented):
        return True
    if follows and before.bottom - line.top > leading + GAP * line.height:
        return True
    return (is_indented and (has_ended or is_short)) or (is_short and has_ended)


def _block(lines: Sequence[Line], usual: float) -> Block:
    text = ""
    for line in lines:
        if line.text in HYPHENS or (HYPHEN.search(text) and line.text.startswith("/")):
            text += line.text  # some files place the hyphen of a parted word by itself; that before a slash stays
        elif HYPHEN.search(text) and line.text[:1].islower():
            text = HYPHEN.sub("", text) + line.text
        else:
            text = f"{text} {line.text}"
    text = tidy(text)
    if lines[0].height > usual * (1 + TALLER) and not ends_sentence(text):
        return Block(text, "heading")
    bullet = BULLET.match(text)
    return Block(text[bullet.end() :], "item") if bullet else Block(text)
