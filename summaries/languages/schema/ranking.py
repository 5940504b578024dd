"""What a language says of how its sentences hang together, where they may be cut, and what lengths are called."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from summaries.languages.schema.kinds import Forms, Phrases, Words


@dataclass(frozen=True, slots=True)
class Clauses:
    """Where a sentence of a language may be cut."""

    FILE: ClassVar[str] = "clauses"
    borders: tuple[str, ...] = ()
    """What a cut may stand before."""
    unsafe: Words = frozenset()
    """Words that what is left out must not have."""
    conditions: Words = frozenset()
    """Words that a sentence which is cut must not open with."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """What readers of a language call the lengths and their units."""

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
    """Words that may stand before a length: “*in* two minutes”."""
    numbers: Forms = field(default_factory=dict)
    """Numbers in words."""


@dataclass(frozen=True, slots=True)
class Openings:
    """How sentences open that lean on the one before: *besides*, *as a result*."""

    FILE: ClassVar[str] = "openings"
    openings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlook:
    """How a language says that something is disputed or unknown, and what is to come; apostrophes are straight."""

    FILE: ClassVar[str] = "outlook"
    disputed: Phrases = field(default_factory=dict)
    coming: Phrases = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pointing:
    """The words of a language that point back, and those that may stand before them; see ``en/pointing.toml``."""

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
