"""Finds what interrupts the text of a printed page: contents, captions, words in figures, tables, footnotes."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from summaries.loading.cue_phrases import phrases
from summaries.loading.formats.lines import differ, group_by_page, has_ended
from summaries.loading.formats.plain import BULLET
from summaries.loading.superscripts import RAISED
from summaries.text.sections import find_section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from summaries.loading.formats.lines import Line, Print

LEADERS = re.compile(r"(?:[.·…_]\s?){4,}\s*[\divxlcDIVXLC]{1,5}\s*$")
"""The dots between an entry of the contents and its page."""
ENTRY = re.compile(r"\S.*\s[\divxlc]{1,4}$")
NOTE = re.compile(
    r"^(?P<mark>[⁰¹²³⁴-⁹]{1,3}|\d{1,3}(?=\s?(?:[^\W\d_]|[«“\"(]))|[*†‡§]{1,3}|[ᵃ-ᵹ]|[a-h](?=\s?[A-ZÀ-ÞА-Я]))\s?\S"
)
WORD = re.compile(r"[^\W\d_]{3}")
CELL_WORDS = 4
"""Maximum number of words in a cell in small print."""
LABELS = 60
"""Number of pieces of a figure or table examined on either side of its caption."""
Group = list["Line"]


@dataclass(frozen=True, slots=True)
class Furniture:
    """The identities of the lines outside the running text, and the marks of the notes among them."""

    lines: frozenset[int]
    notes: frozenset[str]


def find_furniture(groups: Sequence[Group], usual: Print) -> Furniture:
    """Return what interrupts the running text of a document; `groups` are its paragraphs as printed on the pages."""
    texts = [" ".join(line.text for line in group) for group in groups]
    found = set(_contents(groups, texts))
    notes: set[str] = set()
    pages = {page[0].page: page for page in group_by_page(itertools.chain.from_iterable(groups))}
    for place, group in enumerate(groups):
        note = NOTE.match(texts[place]) if usual.is_smaller(group[0]) else None
        if note and _is_at_foot(group, pages[group[0].page], usual):
            found |= {place, *_rest(groups, place, usual)}
            notes.add(note["mark"].translate(RAISED))
    for place, text in enumerate(texts):
        if kind := _caption(text, groups[place], usual):
            caption = [place, *_rest(groups, place, usual)]
            belongs = _is_cells if kind == "table" else _is_label
            found |= {*caption, *_beside(groups, place, -1, usual, belongs)}
            found |= set(_beside(groups, caption[-1], 1, usual, belongs))
    return Furniture(frozenset(id(line) for place in found for line in groups[place]), frozenset(notes))


def _is_at_foot(group: Group, page: Sequence[Line], usual: Print) -> bool:
    """Return whether no text of the usual size is below a piece on its page."""
    line = group[0]
    return not any(
        other.top < line.bottom and other.left < line.right and line.left < other.right and not usual.is_smaller(other)
        for other in page
    )


def _contents(groups: Sequence[Group], texts: Sequence[str]) -> Iterator[int]:
    """Yield the entries of the contents, and the heading above them."""
    for place, group in enumerate(groups):
        if any(LEADERS.search(line.text) for line in group):
            yield place
        elif find_section(texts[place]) == "contents":
            stop = place + 1
            while stop < len(groups) and all(LEADERS.search(one.text) or ENTRY.match(one.text) for one in groups[stop]):
                stop += 1
            if stop > place + 1:
                yield from range(place, stop)


def _rest(groups: Sequence[Group], place: int, usual: Print) -> Iterator[int]:
    """Yield the pieces that continue a caption or note in small print."""
    while place + 1 < len(groups) and usual.is_smaller(groups[place][0]):
        before, line = groups[place][-1], groups[place + 1][0]
        is_below = before.page == line.page and -1 <= before.bottom - line.top < line.height
        is_beside = line.right < before.left or before.right < line.left
        if differ(before, line) or not is_below or is_beside or NOTE.match(line.text):
            return
        place += 1
        yield place


@cache
def _caption_pattern(name: str) -> re.Pattern[str]:
    labels = "|".join(re.escape(label) for label in phrases(name))
    number = r"\s?(?:\d{1,3}|[IVXLC]{1,6}|[A-Z])(?:[.-]?\d{1,3}){0,2}"
    return re.compile(rf"(?:{labels}){number}(?:\s?(?P<mark>[.:|–—-])|\s*$|\s+(?=[^\W\d_a-zà-ÿа-я]))", re.IGNORECASE)


def _caption(text: str, group: Group, usual: Print) -> str | None:
    """Return whether a paragraph is the caption of a figure or of a table: ``Figure 2: …``, ``Table 3`` alone."""
    for name, kind in (("figure_captions", "figure"), ("table_captions", "table")):
        found = _caption_pattern(name).match(text)
        if found and (found["mark"] or found.end() == len(text) or usual.is_smaller(group[0])):
            return kind
    return None


def _beside(
    groups: Sequence[Group], place: int, step: int, usual: Print, belongs: Callable[[Group, Print], bool]
) -> Iterator[int]:
    for other in range(place + step, place + step * LABELS, step):
        if not 0 <= other < len(groups) or not belongs(groups[other], usual):
            return
        yield other


def _is_label(group: Group, usual: Print) -> bool:
    """Return whether a piece may be text in a figure: not a sentence, and small, in rows or all digits."""
    if has_ended(group[-1]) or any(usual.is_bold(line) or usual.is_larger(line) for line in group):
        return False
    return all(usual.is_smaller(line) or usual.is_row(line) or not WORD.search(line.text) for line in group)


def _is_cells(group: Group, usual: Print) -> bool:
    """Return whether a piece may be cells of a table."""
    if any(usual.is_larger(line) for line in group):
        return False
    if all(usual.is_row(line) or _is_small_piece(line, usual) for line in group):
        return True
    return not BULLET.match(group[0].text) and _is_label(group, usual)


def _is_small_piece(line: Line, usual: Print) -> bool:
    return usual.is_smaller(line) and not has_ended(line) and len(line.text.split()) <= CELL_WORDS
