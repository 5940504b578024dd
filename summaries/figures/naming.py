"""Numbers that are part of a name and count nothing: *page 12*, *iPhone 11*, *S&P 500*, *the Falcon 9 rocket*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summaries.languages.schema import Figures

BEFORE = 40
"""Characters before a number in which a label or a name stands."""
THOUSANDS = re.compile(r"\d[.,\u00a0\u202f ]\d{3}")
MODEL = re.compile(r"\b[A-ZА-ЯЁІЇЄҐ]{2,}$")
BRAND = re.compile(r"\w*[a-zа-яё][A-ZА-ЯЁ]\w*|[A-Z]\w*&[A-Z]\w*")
"""A capital within a word, or letters joined by *&*, as brands and indices write themselves."""
LATIN = re.compile(r"[A-Z][A-Za-z]+")
CYRILLIC = re.compile(r"[А-Яа-яЁё]")
SPLIT = re.compile(r"[\s\u00a0'’«»“”\"(]+")


def is_named(before: str, number: str, words: Figures) -> bool:
    """Return whether a number names a thing; `before` is what stands in the text right before it."""
    pieces = [piece for piece in SPLIT.split(before[-BEFORE:]) if piece]
    if pieces and pieces[-1].casefold() in {"of", "de", "von"}:
        pieces.pop()
    if pieces and pieces[-1].casefold().rstrip(".") in words.labels:
        return True
    if not pieces or not number.isdecimal() or THOUSANDS.search(number):
        return False
    last = pieces[-1]
    foreign = LATIN.fullmatch(last) is not None and any(map(CYRILLIC.match, words.magnitudes))
    return bool(MODEL.search(before.rstrip()) or BRAND.fullmatch(last)) or foreign or _is_defined(pieces, words)


def _is_defined(pieces: list[str], words: Figures) -> bool:
    """Return whether a name with its article stands before a number, and no place: not *in the Donbas 27 people*."""
    name = len(pieces)
    while name and pieces[name - 1][:1].isupper() and pieces[name - 1].casefold() not in words.articles:
        name -= 1
    if name == len(pieces) or not name or pieces[name - 1].casefold() not in words.articles:
        return False
    return name < 2 or pieces[name - 2].casefold() not in words.locatives
