"""Compressed lists of names: first names, surnames, places."""

from __future__ import annotations

import lzma
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

from summaries.languages import read_list
from summaries.languages.schema import People, Places, load

if TYPE_CHECKING:
    from collections.abc import Sequence

DATA = Path(__file__).parent / "data"
PREFIX = 3
SYLLABLE = 5
"""Maximum length in letters of a syllable in a Korean or Chinese name."""


class Lexicon:
    """A set of lower-case words, stored as one string per prefix: a set of strings would take ten times the memory."""

    __slots__ = ("_parts",)

    def __init__(self, entries: list[str]) -> None:
        grouped = groupby(sorted(entries), key=lambda word: word[:PREFIX])
        self._parts = {prefix: f"\n{chr(10).join(group)}\n" for prefix, group in grouped}

    def __contains__(self, word: str) -> bool:
        """Return whether a lower-case word is in the list."""
        return f"\n{word}\n" in self._parts.get(word[:PREFIX], "")


@cache
def load_lexicon(name: str) -> Lexicon:
    """Return a list of names: ``first``, ``last``, ``common`` or ``cities``."""
    return read_lexicon(DATA / f"{name}.xz")


def read_lexicon(path: Path) -> Lexicon:
    """Return the list in a compressed file: lower-case words, one per line."""
    return Lexicon(lzma.decompress(path.read_bytes()).decode("utf-8").split("\n"))


def is_eastern(name: Sequence[str], language: str) -> bool:
    """Return whether a name, given as lower-case words, has its surname first: *xi jinping*, *kim jong un*."""
    if len(name) < 2 or name[0] not in load(People, language).eastern_surnames:
        return False
    usual = load_lexicon("usual")
    return name[0] not in usual or all(len(word) <= SYLLABLE and word not in usual for word in name[1:])


@cache
def territory_words(language: str) -> frozenset[str]:
    """Return the names of countries and languages, and adjectives derived from places, in lower case."""
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    own = load(Places, language).countries
    names = (*locale.territories.values(), *locale.languages.values(), *read_list(language, "demonyms"), *own)
    return frozenset(name.lower() for name in names)


@cache
def calendar_words(language: str) -> frozenset[str]:
    """Return the names of days and months, in lower case."""
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    tables = (locale.days["format"]["wide"], locale.months["format"]["wide"], locale.months["stand-alone"]["wide"])
    return frozenset(name.lower() for table in tables for name in table.values())


@cache
def language_names(language: str) -> frozenset[str]:
    """Return the names of languages in lower case; in most languages these are also adjectives of nationality."""
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    return frozenset(name.lower() for name in locale.languages.values())
