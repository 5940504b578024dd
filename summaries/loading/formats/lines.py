"""Printed lines, and what their position on the page tells."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

from summaries.loading.formats.plain import ends_sentence
from summaries.loading.superscripts import RAISED, RAISED_LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

COLUMN = 30.0
"""Maximum distance in points between left edges of one column."""
COLUMN_LINES = 4
"""Minimum number of lines with one left edge that may be a column."""
TALLER = 0.15
"""Minimum relative difference in letter height between two kinds of text."""
OTHER_SIZE = 0.04
"""The same if the font sizes stated in the file differ as well."""
NARROW = 0.2
"""Minimum width of a column, as a share of the width of a page's text."""
WIDE = 0.75
"""Maximum share of its column that a centred line fills."""
BOLDER = 1.3
RAGGED = 0.02
"""The share of a column's width by which a full line may fall short of it in ragged text."""
ROOM = 1.15
"""Factor by which the room after a line that ends a paragraph exceeds what the next word needs."""
JUSTIFIED = 0.6
"""Minimum share of lines that end at one edge in a justified column."""
CELL = 0.75
"""Minimum gap between two cells of a table, as a share of the letter height."""
NOTE_MARK = re.compile(r"\d{1,3}|[*†‡§]{1,3}|[a-z]")
MARKER = re.compile(r"^\W{0,2}(?:\d{1,3}(?:\.\d{1,2}){0,3}|[IVXivx]{1,5}|[a-zA-Z])?[.)\]:]?\W{0,2}$")
"""What may precede a wide gap that does not separate cells: a bullet, or the number of a heading or item."""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its page from 0, its text, and its box in points from the lower left corner."""

    page: int
    text: str
    left: float
    bottom: float
    right: float
    top: float
    letters: float = 0.0
    """The usual height of its letters' boxes, in points; 0 for the line's."""
    size: float = 0.0
    """Its font size as stated in the file; 0 if unknown."""
    weight: int = 0
    """The font weight of its lightest letters, 400 for regular; 0 if unknown."""
    widest: float = 0.0
    """The widest gap between its words, in points, except after a bullet or number; `narrowest` likewise."""
    narrowest: float = 0.0

    @property
    def height(self) -> float:
        """The height of its letters."""
        return self.letters or self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Edges:
    """The edges of a column, in points, and whether its lines are justified."""

    left: float
    right: float
    is_justified: bool = False

    @property
    def width(self) -> float:
        """The width of the column."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Print:
    """The usual letter height, font weight and line gap of a document."""

    columns: dict[int, Edges]
    """The column of each line, by the line's identity."""
    height: float
    weight: float
    leading: float

    def is_bold(self, line: Line) -> bool:
        """Return whether all of a line is bolder than the text."""
        return line.weight > BOLDER * self.weight > 0

    def is_larger(self, line: Line) -> bool:
        """Return whether a line is larger than the text."""
        return line.height > self.height * (1 + OTHER_SIZE)

    def is_smaller(self, line: Line) -> bool:
        """Return whether a line is smaller than the text."""
        return line.height < self.height * (1 - OTHER_SIZE)

    def is_centred(self, line: Line) -> bool:
        """Return whether a line is centred in its column, away from both edges."""
        column = self.columns[id(line)]
        before, after = line.left - column.left, column.right - line.right
        return (
            before > 2 * line.height
            and line.right - line.left < WIDE * column.width
            and abs(before - after) < 0.02 * column.width
        )

    def is_short(self, line: Line, following: Line) -> bool:
        """Return whether a line ends before its column does, although the next word would have fitted."""
        column = self.columns[id(line)]
        room = column.right - line.right
        if self.are_inset(line, following):
            return False
        if column.is_justified or self.is_row(line):
            return room > 0.015 * column.width
        word = len(following.text.partition(" ")[0]) + 1
        return room > max(RAGGED * column.width, ROOM * word * (line.right - line.left) / max(len(line.text), 1))

    def are_inset(self, line: Line, following: Line) -> bool:
        """Return whether two lines belong to a block narrower than its column, such as an abstract or a quotation."""
        column = self.columns[id(line)]
        return (
            min(line.left, following.left) > column.left + 2
            and abs(line.left - following.left) < 2
            and abs(line.right - following.right) < 0.01 * column.width
        )

    def is_row(self, line: Line) -> bool:
        """Return whether a line is a row of cells: it has a gap too wide for a space between words."""
        if line.widest < CELL * line.height:
            return False
        column = self.columns[id(line)]
        is_full = line.left - column.left < 4 * line.height and column.right - line.right < 0.015 * column.width
        return line.widest > 2 * line.narrowest or not is_full


def join_pieces(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield lines, rejoining those that a file has in pieces, as around superscripts."""
    before: Line | None = None
    for line in lines:
        if before is None:
            before = line
        elif _is_mark_of(before, line):
            before = replace(
                line, text=before.text.translate(RAISED).translate(RAISED_LETTERS) + line.text, left=before.left
            )
        elif _is_piece_behind(before, line):
            before = _joined(before, line)
        else:
            yield before
            before = line
    if before is not None:
        yield before


def _is_mark_of(mark: Line, line: Line) -> bool:
    """Return whether a short piece before a line is the superscript mark of a note."""
    return (
        NOTE_MARK.fullmatch(mark.text) is not None
        and mark.height < (1 - TALLER) * line.height
        and line.bottom < mark.bottom < line.top
        and mark.right - 1 <= line.left < mark.right + line.height
    )


def _is_piece_behind(before: Line, line: Line) -> bool:
    gap = line.left - before.right
    return (
        before.page == line.page
        and abs(before.bottom - line.bottom) < 0.2 * line.height
        and -1 <= gap < CELL * line.height
        and not differ(before, line)
    )


def _joined(before: Line, line: Line) -> Line:
    space = " " if line.left - before.right > 0.1 * line.height else ""
    return replace(
        before,
        text=f"{before.text}{space}{line.text}",
        right=line.right,
        bottom=min(before.bottom, line.bottom),
        top=max(before.top, line.top),
        weight=min(before.weight, line.weight),
        widest=max(before.widest, line.widest),
        narrowest=min(before.narrowest, line.narrowest),
    )


def measure(lines: Sequence[Line]) -> Print:
    """Return the usual measures of the lines of a document, of which there is at least one."""
    weights = [line.weight for line in lines for _ in range(1 + len(line.text) // 20) if line.weight > 0]
    return Print(
        find_columns(lines),
        median(line.height for line in lines for _ in range(1 + len(line.text) // 20)),
        median(weights) if weights else 0.0,
        find_leading(lines),
    )


def find_columns(lines: Sequence[Line]) -> dict[int, Edges]:
    """Return the edges of the column of each line, by its identity. Lines over several columns have their own."""
    found: dict[int, Edges] = {}
    width = max(line.right for line in lines) - min(line.left for line in lines)
    before: list[Edges] = []
    for page in group_by_page(lines):
        groups = _by_left_edge(page)
        starts = _starts(groups, width)
        columns: list[Edges] = []
        others: list[Line] = []
        for group in groups:
            over = [line for line in group if _is_over(line, starts)]
            within = [line for line in group if not _is_over(line, starts)]
            for part in (over, within):
                if _is_column(part, width) and (part is over or group[0].left in starts):
                    columns.append(_edges(part))
                    found.update((id(line), columns[-1]) for line in part)
                else:
                    others += part
        for line in others:
            around = _column_around(line, columns) or _column_around(line, before)
            found[id(line)] = around or Edges(line.left, line.right)
        before = columns or before
    return found


def _by_left_edge(lines: Iterable[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.left):
        if groups and line.left - groups[-1][0].left < COLUMN:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _starts(groups: Iterable[Sequence[Line]], width: float) -> list[float]:
    """Return where columns begin. Lines above or below a column, such as indented ones, belong to it."""
    starts: list[float] = []
    ends: list[float] = []
    for group in groups:
        left, right = group[0].left, median(line.right for line in group)
        over = (min(right, end) - left for end in ends)
        if _is_column(group, width) and all(2 * shared < right - left for shared in over):
            starts.append(left)
            ends.append(right)
    return starts


def _is_column(lines: Sequence[Line], width: float) -> bool:
    """Return whether lines that begin at one edge may be a column of text: neither cells of a table nor a few words.

    `width` is that of the text of a page.
    """
    full = [line for line in lines if line.widest < CELL * line.height]
    return (
        len(full) >= max(COLUMN_LINES, len(lines) / 3)
        and median(line.right - line.left for line in full) > NARROW * width
    )


def _column_around(line: Line, columns: Iterable[Edges]) -> Edges | None:
    """Return the narrowest column that contains a line."""
    around = (column for column in columns if column.left <= line.left + 1 and line.right <= column.right + 1)
    return min(around, key=lambda column: column.width, default=None)


def group_by_page(lines: Iterable[Line]) -> list[list[Line]]:
    """Return the lines of each page that is not empty."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    return list(pages.values())


def _is_over(line: Line, starts: Iterable[float]) -> bool:
    """Return whether a line reaches from one column into the next."""
    return any(line.left + COLUMN <= start < line.right - COLUMN for start in starts)


def _edges(lines: Sequence[Line]) -> Edges:
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    often, count = Counter(round(line.right) for line in lines).most_common(1)[0]
    near = sum(abs(line.right - often) <= 1.5 for line in lines)
    is_justified = len(lines) > COLUMN_LINES and count > 2 and near > JUSTIFIED * len(lines)
    return Edges(left, max(often, 1) if is_justified else right, is_justified)


def find_leading(lines: Sequence[Line]) -> float:
    """Return the usual gap between two lines that follow one another in a column."""
    gaps = [before.bottom - line.top for before, line in itertools.pairwise(lines) if follows(before, line)]
    return median(gaps) if gaps else 0.0


def follows(before: Line, line: Line) -> bool:
    """Return whether a line is below another in the same column."""
    return before.page == line.page and abs(before.left - line.left) < COLUMN + 10 and line.top <= before.top


def differ(line: Line, other: Line) -> bool:
    """Return whether two lines differ in letter size."""
    share = abs(line.height - other.height) / max(line.height, other.height)
    if share > TALLER:
        return True
    return share > OTHER_SIZE and abs(line.size - other.size) > OTHER_SIZE * max(line.size, other.size)


def has_ended(line: Line) -> bool:
    """Return whether a line ends as a sentence does."""
    return ends_sentence(line.text)
