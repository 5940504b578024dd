"""The spans of names of people in a text."""

from __future__ import annotations

from summaries.people.casing import recase
from summaries.people.cyrillic import find_cyrillic_names
from summaries.people.tokens import split_tokens
from summaries.people.voting import find_latin_names

CYRILLIC = frozenset({"ru", "uk", "be", "bg"})


def find_names(text: str, language: str) -> list[tuple[int, int]]:
    """Return the half-open spans of names of people in a text, in code points, in their order."""
    prose = recase(text, language)
    if language in CYRILLIC:
        return find_cyrillic_names(prose)
    return find_latin_names(split_tokens(prose, language), language)
