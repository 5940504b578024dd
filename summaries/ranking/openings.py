"""Finds sentences that do not stand alone: “He …”, “But …”, “This …”, or the rest of a quotation begun before."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summaries.languages.schema import Openings, load
from summaries.ranking.pointing import is_a_rest, points_back
from summaries.text import find_words

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 5
"""Maximum length of a phrase in words."""
OPENING = 120
"""Number of characters read at the start of a sentence."""
OPENER = re.compile(r"[\s`\"“”„«»‘’'(\[—–-]*")
OPENING_MARK = re.compile(r"[“„«]|``|(?<![^\s(\[—–-])\"(?=\S)")
CLOSING_MARK = re.compile(r"[”»]|''|(?<=\S)\"(?![^\s.,;:!?)\]—–-])")
FARTHEST = 6
"""Maximum length of a quotation in sentences."""


def find_leaning(texts: Sequence[str], paragraphs: Sequence[int], language: str) -> tuple[bool, ...]:
    """Return for each sentence whether it depends on the one before it; the first of a text never does.

    A sentence is given as its text and its paragraph number.
    """
    leaning = [place > 0 and leans(text, language) for place, text in enumerate(texts)]
    for last, text in enumerate(texts):
        if last and _first_mark_closes(text):
            for index in _rest_of_quotation(texts, paragraphs, last):
                leaning[index] = True
    return tuple(leaning)


def leans(sentence: str, language: str) -> bool:
    """Return whether a sentence opens with words that point back, so that it does not stand alone.

    The words are the language's phrases in `Openings`, of up to five words, and those in `Pointing`.
    """
    opening = _opening(sentence)
    return _opens_with(opening, language) or points_back(opening, language) or is_a_rest(sentence[:OPENING], language)


def _opening(sentence: str) -> str:
    opening = sentence[:OPENING]
    return opening[OPENER.match(opening).end() :].replace("’", "'")  # type: ignore[union-attr] # it matches nothing too


def _opens_with(opening: str, language: str) -> bool:
    phrases = _phrases(language)
    if not phrases:
        return False
    words = find_words(opening)[:LONGEST]
    return any(tuple(words[:count]) in phrases for count in range(1, len(words) + 1))


@cache
def _phrases(language: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(find_words(entry.replace("’", "'"))) for entry in load(Openings, language).openings)


def _first_mark_closes(text: str) -> bool:
    closing = CLOSING_MARK.search(text)
    opening = OPENING_MARK.search(text)
    return closing is not None and (opening is None or closing.start() < opening.start())


def _rest_of_quotation(texts: Sequence[str], paragraphs: Sequence[int], last: int) -> range:
    """Return the sentences of the quotation that ends in one, except its first; none if nothing opens it."""
    for first in range(last - 1, max(-1, last - 1 - FARTHEST), -1):
        if paragraphs[first] != paragraphs[last]:
            break
        if leaves_open(texts[first]):
            return range(first + 1, last + 1)
    return range(0)


def leaves_open(text: str) -> bool:
    """Return whether a quotation begins in a sentence and does not end in it."""
    opened = [found.start() for found in OPENING_MARK.finditer(text)]
    closed = [found.start() for found in CLOSING_MARK.finditer(text)]
    return bool(opened) and (not closed or closed[-1] < opened[-1])
