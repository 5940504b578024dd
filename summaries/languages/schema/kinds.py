"""The kinds of values in tables of language data, and how each is read from a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

Words = frozenset[str]
Phrases = dict[str, tuple[tuple[str, ...], ...]]
"""Phrases as words, by their first word; the longest first."""
Forms = dict[str, str]
"""Words with their values."""
ByValue = dict[str, tuple[str, ...]]
"""Words by their value."""
Shares = dict[str, float]
"""Shares between 0 and 1, by name."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Forms that are interpreted in the same way: `read` names a resolver of `summaries.timeline.resolution`."""

    read: str
    forms: tuple[str, ...]


def _words(value: Any) -> Words:
    return frozenset(value.split() if isinstance(value, str) else _strings(value))


def _lines(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(" ".join(line.split()) for line in value.splitlines() if line.strip())
    return tuple(_strings(value))


def _strings(value: Any) -> list[str]:
    if not all(isinstance(entry, str) for entry in value):
        raise TypeError
    return list(value)


def _phrases(value: Any) -> Phrases:
    found: Phrases = {}
    for phrase in sorted((tuple(line.split()) for line in _lines(value)), key=len, reverse=True):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


def _forms(value: Any) -> Forms:
    return dict(zip(value.keys(), _strings(value.values()), strict=True))


def _shares(value: Any) -> Shares:
    return {key: float(share) for key, share in value.items()}


def _groups(value: Any) -> dict[str, Words]:
    return {key: _words(words) for key, words in value.items()}


def _by_value(value: Any) -> ByValue:
    groups = value.items() if isinstance(value, dict) else [("1", value)]
    return {key: tuple(_strings(words)) for key, words in groups}


def _roles(value: Any) -> dict[str, ByValue]:
    return {role: _by_value(words) for role, words in value.items()}


def _patterns(value: Any) -> tuple[Pattern, ...]:
    return tuple(Pattern(row["read"], tuple(_strings(row["forms"]))) for row in value)


READERS: dict[Any, Callable[[Any], Any]] = {
    Words: _words,
    tuple[str, ...]: _lines,
    Phrases: _phrases,
    Forms: _forms,
    Shares: _shares,
    dict[str, Words]: _groups,
    ByValue: _by_value,
    dict[str, ByValue]: _roles,
    tuple[Pattern, ...]: _patterns,
    str: str,
    bool: bool,
}
"""The reader of each kind of value; each reads ``{}`` as empty."""
