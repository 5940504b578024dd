"""Superscripts and subscripts, written so that plain text keeps their meaning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

RAISED = str.maketrans("0123456789+-−–=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿ")
LOWERED = str.maketrans("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")
POWER = re.compile(r"[-−–+]?\d{1,4}")
RAISED_LETTERS = str.maketrans("abcdefgh", "ᵃᵇᶜᵈᵉᶠᵍʰ")
LETTERS = str.maketrans("ᵃᵇᶜᵈᵉᶠᵍʰ", "abcdefgh")
BEHIND_WORDS = r"(?<=[^\W\d_]{3})|(?<=[.,;:!?”»\"')\]])"
"""Where the mark of a note may be; a superscript after less is a power, an ordinal or an abbreviation."""
NUMBER_MARK = re.compile(rf"(?:{BEHIND_WORDS})(?P<mark>[⁰¹²³⁴-⁹]{{1,3}}|[*†‡§])(?!\w)")
LETTER_MARK = re.compile(rf"(?:{BEHIND_WORDS})[ᵃᵇᶜᵈᵉᶠᵍʰ](?!\w)")


def strip_marks(text: str, notes: Container[str]) -> str:
    """Return a text without the marks of known notes, and without superscript letters that are marks."""
    text = NUMBER_MARK.sub(lambda found: "" if found["mark"] in notes else found[0], text)
    return LETTER_MARK.sub("", text).translate(LETTERS)
