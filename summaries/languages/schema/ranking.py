"""The words of a language that link sentences, allow cuts, and name lengths."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from summaries.languages.schema.kinds import Forms, Phrases, Words


@dataclass(frozen=True, slots=True)
class Clauses:
    """Words that decide where a sentence may be cut."""

    FILE: ClassVar[str] = "clauses"
    borders: tuple[str, ...] = ()
    """Words before which a sentence may be cut."""
    unsafe: Words = frozenset()
    """Words that the part left out must not contain."""
    conditions: Words = frozenset()
    """Words that must not open a sentence that is cut."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """The names of lengths and their units."""

    FILE: ClassVar[str] = "lengths"
    headline: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    medium: tuple[str, ...] = ()
    long: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    minutes: tuple[str, ...] = ()
    percent: tuple[str, ...] = ()
    openers: Words = frozenset()
    """Words that may precede a length: “*in* two minutes”."""
    numbers: Forms = field(default_factory=dict)
    """Numerals in words."""


@dataclass(frozen=True, slots=True)
class Openings:
    """Openings of sentences that depend on the one before: *besides*, *as a result*."""

    FILE: ClassVar[str] = "openings"
    openings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlook:
    """Phrases for what is disputed, unknown or to come; apostrophes are straight."""

    FILE: ClassVar[str] = "outlook"
    disputed: Phrases = field(default_factory=dict)
    coming: Phrases = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pointing:
    """Anaphoric words, and the words that may precede them; see ``en/pointing.toml``."""

    FILE: ClassVar[str] = "pointing"
    back: Words = frozenset()
    small: Words = frozenset()
    subject: Words = frozenset()
    impersonal: Words = frozenset()
    forward: Words = frozenset()
    time: Words = frozenset()
    days: Words = frozenset()
    shows: Words = frozenset()
    rest: Words = frozenset()
