"""Joins printed lines to paragraphs by their position on the page, since a PDF knows nothing of paragraphs."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summaries.loading.cue_phrases import phrases
from summaries.loading.draft import Block, tidy
from summaries.loading.formats.furniture import find_furniture
from summaries.loading.formats.lines import Line, Print, differ, follows, has_ended, measure
from summaries.loading.formats.margins import strip_margins
from summaries.loading.formats.plain import BULLET, ends_sentence
from summaries.loading.superscripts import strip_marks
from summaries.text.sections import NUMBER, find_section

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

__all__ = ["Line", "join_lines"]

HYPHENS = ("-", "‐", "\u00ad")
HYPHEN = re.compile(r"(?<=\w)[-‐\u00ad]\s*$")
COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
LAST_PART = re.compile(r"[^\W\d_]+(?=[-‐\u00ad]\s*$)")
FIRST_PART = re.compile(r"[^\W\d_]+")
GAP = 0.35
"""Maximum extra gap between lines within a paragraph, beyond the usual one, as a share of a line's height."""
HEADING_WORDS = 16
LARGE_WORDS = 30


def join_lines(lines: Sequence[Line], heights: Sequence[float]) -> Iterator[Block]:
    """Yield the paragraphs of a document; `heights` are those of its pages, in points.

    Running titles, page numbers, contents, captions, tables and notes are left out; words hyphenated at the end of a
    line are rejoined; a paragraph continues over columns, pages and anything in between. Larger or bolder print is a
    heading.
    """
    body = list(strip_margins(lines, heights))
    if not body:
        return
    usual = measure(body)
    furniture = find_furniture(list(_paragraphs(body, usual)), usual)
    interrupted = {id(line) for before, line in itertools.pairwise(body) if id(before) in furniture.lines}
    text = [line for line in body if id(line) not in furniture.lines]
    compounds = {word.casefold() for line in text for word in COMPOUND.findall(line.text)}
    for part in _paragraphs(text, usual, interrupted):
        block = _block(part, usual, compounds)
        yield replace(block, text=strip_marks(block.text, furniture.notes))


def _paragraphs(lines: Iterable[Line], usual: Print, interrupted: Container[int] = ()) -> Iterator[list[Line]]:
    part: list[Line] = []
    for line in lines:
        if part and _begins(part[-1], line, usual, is_interrupted=id(line) in interrupted):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _begins(before: Line, line: Line, usual: Print, *, is_interrupted: bool) -> bool:
    """Return whether a line begins a paragraph."""
    if differ(line, before):
        return True
    is_next = follows(before, line) and not is_interrupted
    has_gap = is_next and before.bottom - line.top > usual.leading + GAP * line.height
    if has_gap or (is_next and usual.is_larger(line)):
        return has_gap
    is_short = usual.is_short(before, line)
    is_over = is_short or has_ended(before)
    is_other = (usual.is_bold(line), usual.is_centred(line)) != (usual.is_bold(before), usual.is_centred(before))
    if is_over and (is_other or usual.is_row(line) != usual.is_row(before)):
        return True
    if is_short and (_is_section(before) or _is_section(line)):
        return True
    is_indented = 0.6 * line.height < line.left - usual.columns[id(line)].left < 4 * line.height
    is_indented = is_indented and not (is_next and usual.are_inset(before, line))
    if BULLET.match(line.text) and (is_over or is_indented):
        return True
    return (is_indented and is_over) or (is_short and has_ended(before))


def _is_section(line: Line) -> bool:
    return is_section(line.text)


def is_section(text: str) -> bool:
    """Return whether a line is just the name of a section of a paper: ``4. Conclusions``."""
    name = NUMBER.sub("", text.strip()).rstrip(":").casefold()
    return find_section(text) is not None or name in phrases("references")


def _block(lines: Sequence[Line], usual: Print, compounds: Container[str]) -> Block:
    text = ""
    for line in lines:
        if line.text in HYPHENS or (HYPHEN.search(text) and line.text.startswith("/")):
            text += line.text  # some files place the hyphen of a parted word by itself; that before a slash stays
        elif HYPHEN.search(text) and line.text[:1].islower():
            text = (text if _is_compound(text, line.text, compounds) else HYPHEN.sub("", text)) + line.text
        else:
            text = f"{text} {line.text}"
    text = tidy(text)
    if _is_heading(text, lines, usual):
        return Block(text, "heading")
    bullet = BULLET.match(text)
    return Block(text[bullet.end() :], "item") if bullet else Block(text)


def _is_compound(text: str, following: str, compounds: Container[str]) -> bool:
    """Return whether a word broken at its hyphen is written with a hyphen elsewhere in the document."""
    first, second = LAST_PART.search(text), FIRST_PART.match(following)
    return bool(first and second and f"{first[0]}-{second[0]}".casefold() in compounds)


def _is_heading(text: str, lines: Sequence[Line], usual: Print) -> bool:
    if is_section(text):
        return True
    words = len(text.split())
    if ends_sentence(text) or words > LARGE_WORDS:
        return False
    if differ(lines[0], lines[-1]) or words > HEADING_WORDS:
        return usual.is_larger(lines[0]) and lines[0].height > 1.15 * usual.height
    is_set_off = usual.is_larger(lines[0]) or all(map(usual.is_bold, lines))
    return is_set_off or (NUMBER.match(text) is not None and all(map(usual.is_centred, lines)))
