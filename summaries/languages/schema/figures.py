"""The words that a language uses around numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from summaries.languages.schema.kinds import Words


@dataclass(frozen=True, slots=True)
class Figures:
    """Words around a number; case does not matter, except in `symbols`."""

    FILE: ClassVar[str] = "figures"
    magnitudes: tuple[str, ...]
    shares: tuple[str, ...]
    symbols: tuple[str, ...]
    """Currency symbols before a number: *$*."""
    money: tuple[str, ...]
    """Currencies after a number: *euros*."""
    words: tuple[str, ...]
    """Numerals in words that count as figures if a magnitude or a unit follows."""
    labels: Words
    """Words after which a number is a label, not a quantity: *page*."""
    not_units: Words
    between: Words
    """Words between a number and its unit: *new*."""
    large: Words
    """Numerals in words that count as figures even without a magnitude after them."""
    counted_by: tuple[str, ...]
    """Verbs before a number that indicate what is counted: *killed*."""
    totals: tuple[str, ...]
    """Nouns that do the same: *attendance*."""
    linking: tuple[str, ...]
    """Words between such a noun and its number."""
    about: tuple[str, ...]
    """Words such as *more than*."""
    weights: Words
    """Currencies that are weights next to a word in `of_weight`: *pounds*."""
    of_weight: Words
    aged: tuple[str, ...]
    """Words that make a number an age: *year-old*."""
    adjectives: tuple[str, ...] = ()
    """Endings of adjectives: the noun that they modify is the unit."""
    nouns: Words = frozenset()
    """Nouns with one of these endings."""
    articles: Words = frozenset()
    """Words before a name that a number is part of: *the Falcon 9 rocket*."""
    locatives: Words = frozenset()
    """Words before the article of a place, of which no number is part: *in the Donbas 27 people*."""
    nouns_in_capitals: bool = False
    """Whether units are capitalised, as in German."""
    compounds: bool = False
    """Whether a singular noun may precede the unit: *52 tornado warnings*."""
