"""The chapters of a long work: as its table of contents names them, else as its headings do."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from summaries.article import Chapter, count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.loading.draft import Block

LONG, LONG_BY_HEADINGS = 1500, 4000
"""Minimum lengths, in words, of a work with listed chapters, and of one whose headings make chapters."""
FEWEST = 2
LEAST = 120
"""Minimum length of a chapter in words; anything shorter is a title page, or part of the chapter before."""
FEWEST_NUMBERED = 3
NUMBERED = re.compile(r"(?:[^\W\d]+\s+(?:\d{1,3}|[IVXLC]{1,7})|\d{1,3})(?:[.:)]?\s|[.:)]?$)")
"""The beginning of a top-level heading: *Chapter 3*, *Глава IV*, *3. The flood*, but not *3.1 A night*."""
MOST = 200
TITLE = 150
"""Characters of a title."""


def find_chapters(blocks: Sequence[Block]) -> tuple[Chapter, ...]:
    """Return the chapters as ranges of blocks; none for a short text, or one without parts."""
    words = [count_words(block.text) for block in blocks]
    if sum(words) < LONG:
        return ()
    stated = _ranges([(n, block.opens) for n, block in enumerate(blocks) if block.opens is not None], words, LEAST)
    if len(stated) >= FEWEST:
        return stated[:MOST]
    if sum(words) < LONG_BY_HEADINGS:
        return ()
    found = _ranges(_by_headings(blocks, words), words, LEAST)
    return found[:MOST] if len(found) >= FEWEST else ()


def open_chapters(blocks: Sequence[Block], titles: Sequence[str]) -> list[Block]:
    """Return the blocks of a file, with those marked that open the chapters in its outline.

    Titles are searched for from the end, so that a printed table of contents is not taken for the chapters.
    """
    opened, stop = list(blocks), len(blocks)
    for title in reversed(titles):
        named = _letters(title)
        place = next((n for n in reversed(range(stop)) if named and _is_called(opened[n], named)), None)
        if place is not None:
            opened[place] = replace(opened[place], opens=title)
            stop = place
    return opened


def leads_chapter(blocks: Sequence[Block], place: int) -> bool:
    """Return whether the heading at a place is that of a chapter, not of the work: its text goes on right below.

    The outline names it, or it is numbered, or all headings of a long text tell chapters.
    """
    words = [count_words(block.text) for block in blocks]
    named = [number for number, block in enumerate(blocks) if block.opens is not None]
    if sum(words) < (LONG if len(named) >= FEWEST else LONG_BY_HEADINGS):
        return False
    opening = named if len(named) >= FEWEST else [n for n, block in enumerate(blocks) if block.kind == "heading"]
    stop = next((number for number in opening if number > place), len(blocks))
    return place in opening and sum(words[place + 1 : stop]) >= LEAST


def _is_called(block: Block, named: str) -> bool:
    """Return whether a block is a chapter's title: “1. The Flood” for “The Flood”, or vice versa."""
    if len(block.text) > TITLE:
        return False
    written = _letters(block.text)
    return written == named or (block.kind == "heading" and bool(written) and written.endswith(named))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _ranges(openings: Sequence[tuple[int, str]], words: Sequence[int], least: int) -> tuple[Chapter, ...]:
    """Return the chapters with a title and enough words, each from its opening to the next."""
    ends = [*openings, (len(words), "")]
    return tuple(
        Chapter(title[:TITLE], start, stop)
        for (start, title), (stop, _) in pairwise(ends)
        if title and sum(words[start:stop]) >= least
    )


def _by_headings(blocks: Sequence[Block], words: Sequence[int]) -> list[tuple[int, str]]:
    """Return the openings of chapters by headings: numbered ones only, if any; consecutive ones count as one.

    A section with few words below its heading belongs to the chapter before.
    """
    places = [place for place, block in enumerate(blocks) if block.kind == "heading"]
    numbered = [place for place in places if NUMBERED.match(blocks[place].text)]
    rows = _in_rows(numbered if len(numbered) >= FEWEST_NUMBERED else places, places)
    ends = [*(row[0] for row in rows), len(blocks)]
    return [
        (row[0], ". ".join(blocks[place].text.rstrip(".") for place in row))
        for row, stop in zip(rows, ends[1:], strict=True)
        if sum(words[row[-1] + 1 : stop]) >= LEAST
    ]


def _in_rows(opening: Sequence[int], headings: Sequence[int]) -> list[list[int]]:
    """Return each heading that may open a chapter, with those directly after it."""
    others = set(headings)
    rows: list[list[int]] = []
    for place in opening:
        if rows and place <= rows[-1][-1]:
            continue
        row = [place]
        while row[-1] + 1 in others:
            row.append(row[-1] + 1)
        rows.append(row)
    return rows
