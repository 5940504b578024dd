"""Finds openings that point back by their grammar: “Of those …”, “According to him, …”, “Two days later, she …”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summaries.languages.schema import Pointing, load

if TYPE_CHECKING:
    from collections.abc import Sequence

PIECE = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*|[,;:.!?—–()“”„«»\"]")
ENDS = frozenset(".!?")
CLAUSE = 8
"""Maximum length of an opening clause in words."""


def is_a_rest(sentence: str, language: str) -> bool:
    """Find a clause that stands alone but is the rest of the sentence before: “Without asking anybody.”."""
    pieces = PIECE.findall(sentence)
    whole = bool(pieces) and pieces[-1] in ENDS
    return whole and pieces[0].lower() in load(Pointing, language).rest and "," not in pieces


def points_back(opening: str, language: str) -> bool:
    """Return whether the opening of a sentence points back to the one before it.

    Marks before its first word are stripped, and apostrophes are straight.
    """
    words = load(Pointing, language)
    if not words.back:
        return False
    pieces = PIECE.findall(opening)
    return _at_once(pieces, words) or _after_a_clause(pieces, words)


def _at_once(pieces: Sequence[str], words: Pointing) -> bool:
    for place, piece in enumerate(pieces[:CLAUSE]):
        word = piece.lower()
        if word in words.back:
            following = next((piece.lower() for piece in pieces[place + 1 : place + 3] if piece != ","), "")
            if following in words.forward | words.time:
                return False
            return place == 0 or word in words.shows or not _name_after_comma(pieces[place + 1 :])
        if word not in words.small:
            return False
    return False


def _name_after_comma(pieces: Sequence[str]) -> bool:
    """Distinguish “In his speech, Obama …” from “In his speech, the president …”."""
    comma = _first_comma(pieces)
    return comma is not None and any(piece[0].isupper() for piece in pieces[comma + 1 : comma + 2])


def _after_a_clause(pieces: Sequence[str], words: Pointing) -> bool:
    comma = _first_comma(pieces)
    if comma is None or comma + 2 >= len(pieces):
        return False
    subject, verb = pieces[comma + 1].lower(), pieces[comma + 2].lower()
    if subject not in words.subject or verb in words.impersonal:
        return False
    return not any(piece[0].isupper() and piece not in words.days for piece in pieces[1:comma])


def _first_comma(pieces: Sequence[str]) -> int | None:
    return next((place for place, piece in enumerate(pieces[: CLAUSE + 1]) if piece == ","), None)
