"""What a language says of people, from its data file."""

from __future__ import annotations

from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError

from summaries.languages import read_list, read_table

INFLECTED = frozenset({"ru"})
"""Languages that decline names."""


@cache
def words(language: str, key: str) -> frozenset[str]:
    """Return the words under a key of ``people.toml``; empty where the language says nothing of it."""
    return frozenset(str(_value(language, key)).split())


@cache
def phrases(language: str, key: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases under a key, one a line, as words, by their first word; the longest first."""
    lines = filter(None, (tuple(line.split()) for line in str(_value(language, key)).splitlines()))
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(lines, key=len, reverse=True):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


@cache
def forms(language: str, key: str) -> dict[str, str]:
    """Return a table of words and their values."""
    table: dict[str, str] = read_table(language, "people").get(key, {})
    return table


def _value(language: str, key: str) -> Any:
    return read_table(language, "people").get(key, "")


@cache
def places(language: str) -> frozenset[str]:
    """Return countries, languages and adjectives of places, in lower case."""
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    own = read_table(language, "places").get("countries", ())
    names = (*locale.territories.values(), *locale.languages.values(), *read_list(language, "demonyms"), *own)
    return frozenset(name.lower() for name in names)


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return the words of a language that carry no meaning."""
    return frozenset(read_list(language, "stopwords"))
