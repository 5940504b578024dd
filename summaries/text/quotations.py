"""Finds quotations, by the quotation marks of each language, even if they run over several paragraphs.

Newspapers omit the closing mark at the end of a paragraph if the same speaker continues in the next one, which starts
with an opening mark (Chicago Manual of Style 13.30). In Russian, French, Spanish and other languages, a paragraph that
starts with a dash is speech, except for the author's words between dashes: *— Пора, — сказал он. — Едем.*
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from summaries.article import PARAGRAPH_BREAK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.article import Paragraph

Kind = Literal["marks", "dash"]
CLOSING = {"“": "”", "«": "»", "„": "“”", '"': '"', "‘": "’", "»": "«", "”": "”", "‚": "‘"}
"""The closing marks of each opening mark. *»* opens only in German books, *”* only in Swedish and Finnish ones."""
OPENING_ELSEWHERE = {"»": frozenset({"de", "da"}), "”": frozenset({"sv", "fi"}), "‚": frozenset({"de"})}
DASH = re.compile(r"[—–―-]\s*(?=\S)")
AUTHOR = re.compile(r"(?<=[,!?.…])\s+[—–―-]\s+(?=[^\W\d_])")
"""Where the author's words may begin or end in a paragraph of speech."""
SPANISH_AUTHOR = re.compile(r"\s[—–―](?=[^\W\d_])|(?<=\S)[—–―](?=[\s.,;:!?…])[.,;:]?\s*")
"""The same in Spanish, which sets the dash close to the author's words: *—Pasen —dijo Ana—. Ya está.*"""
DASH_LANGUAGES = frozenset({"ru", "uk", "be", "bg", "pl", "fr", "es", "pt", "ro", "it", "tr", "sv", "da", "no", "fi"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, ``text[start:stop]`` including its marks; offsets are code points, half open.

    `run` is a number shared by the parts of one quotation that continues over paragraphs, or around the author's words.
    `closed` is whether the text has its closing mark.
    """

    start: int
    stop: int
    run: int
    kind: Kind = "marks"
    closed: bool = True


def find_quotations(paragraphs: Sequence[Paragraph], language: str) -> tuple[Quotation, ...]:
    """Return the quotations of a text in order; they neither cross paragraphs nor overlap."""
    found: list[Quotation] = []
    for paragraph in paragraphs:
        if paragraph.kind == "heading":
            continue
        parts = _spoken(paragraph.text, language) or _marked(paragraph.text, language)
        for start, stop, kind, closed in parts:
            goes_on = found and _goes_on(found[-1], paragraph, start, kind)
            run = found[-1].run if goes_on else len(found)
            found.append(Quotation(paragraph.start + start, paragraph.start + stop, run, kind, closed))
    return tuple(found)


Part = tuple[int, int, Kind, bool]


def _goes_on(before: Quotation, paragraph: Paragraph, start: int, kind: Kind) -> bool:
    """Return whether the part that starts here continues a quotation from the paragraph before, or around an author."""
    if kind == "dash":
        return before.kind == "dash" and before.start >= paragraph.start
    adjacent = before.stop + len(PARAGRAPH_BREAK) == paragraph.start
    return not before.closed and start == 0 and adjacent


def _marked(text: str, language: str) -> list[Part]:
    parts: list[Part] = []
    opened, closing = -1, ""
    last = text.rfind("’")
    for i, letter in enumerate(text):
        if opened < 0:
            if letter in CLOSING and _opens(text, i, language):
                opened, closing = i, CLOSING[letter]
        elif letter in closing and _closes(text, i, opened, last):
            parts.append((opened, i + 1, "marks", True))
            opened = -1
    if opened >= 0 and text[opened] != "‘":
        parts.append((opened, len(text), "marks", False))
    return parts


def _opens(text: str, i: int, language: str) -> bool:
    mark = text[i]
    if mark in OPENING_ELSEWHERE and language not in OPENING_ELSEWHERE[mark]:
        return False
    before, after = text[i - 1 : i], text[i + 1 : i + 2]
    if not after or after.isspace():
        return mark == "«" and bool(after)
    return mark not in '‘"' or not before.isalnum()


def _closes(text: str, i: int, opened: int, last: int) -> bool:
    """Return whether a mark closes; an apostrophe inside a word, or after a plural if another one follows, does not."""
    if text[opened] != "‘":
        return True
    before, after = text[i - 1], text[i + 1 : i + 2]
    return not after.isalnum() and not before.isspace() and (before != "s" or i == last)


def _spoken(text: str, language: str) -> list[Part]:
    """Return the spoken parts of a paragraph that starts with a dash, without the author's words."""
    opening = DASH.match(text) if language in DASH_LANGUAGES else None
    if opening is None:
        return []
    parts: list[Part] = []
    start, speaking = 0, True
    authors = SPANISH_AUTHOR if language == "es" else AUTHOR
    for border in authors.finditer(text, opening.end()):
        if speaking and text[border.end() : border.end() + 1].islower():
            parts.append((start, border.start(), "dash", True))
            speaking = False
        elif not speaking:
            start, speaking = border.end(), True
    return [*parts, (start, len(text), "dash", True)] if speaking else parts
