"""What a language writes around a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from summaries.languages.schema.kinds import Words


@dataclass(frozen=True, slots=True)
class Figures:
    """What stands around a number; case does not matter, except in `symbols`."""

    FILE: ClassVar[str] = "figures"
    magnitudes: tuple[str, ...]
    shares: tuple[str, ...]
    symbols: tuple[str, ...]
    """Money before a number: *$*."""
    money: tuple[str, ...]
    """Money behind a number: *euros*."""
    words: tuple[str, ...]
    """Numbers in words that are figures when a magnitude or a unit follows."""
    labels: Words
    """A number after one of these names a thing and counts nothing: *page*."""
    not_units: Words
    between: Words
    """Words between a number and its unit: *new*."""
    large: Words
    """Numbers in words that are figures without a magnitude behind them."""
    counted_by: tuple[str, ...]
    """Verbs before a number that say what is counted: *killed*."""
    totals: tuple[str, ...]
    """Nouns that do: *attendance*."""
    linking: tuple[str, ...]
    """Words between such a noun and its number."""
    about: tuple[str, ...]
    """Words such as *more than*."""
    weights: Words
    """Money that is a weight beside one of `of_weight`: *pounds*."""
    of_weight: Words
    aged: tuple[str, ...]
    """What makes a number an age: *year-old*."""
    adjectives: tuple[str, ...] = ()
    """Endings of adjectives: what they describe is the unit."""
    nouns: Words = frozenset()
    """Words that end so and are nouns."""
    articles: Words = frozenset()
    """What stands before a name that a number belongs to: *the Falcon 9 rocket*."""
    locatives: Words = frozenset()
    """What stands before the article of a place, to which none belongs: *in the Donbas 27 people*."""
    nouns_in_capitals: bool = False
    """Whether a unit has a capital: German."""
    compounds: bool = False
    """Whether a noun in the singular may stand before the unit: *52 tornado warnings*."""
