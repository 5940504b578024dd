"""The words of a language for places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from summaries.languages.schema.kinds import Forms, Words


@dataclass(frozen=True, slots=True)
class Places:
    """Words for places, in lower case."""

    FILE: ClassVar[str] = "places"
    before: Words
    """Words before a name that make it a place, whatever else it could be."""
    perhaps_before: Words
    never: tuple[str, ...]
    """Longer names that are not places, though they begin or end like one."""
    countries: Forms
    """Names of countries in addition to those in CLDR, with their ISO 3166 codes."""
    doubtful: dict[str, Words]
    """Names that are places only next to one of these words."""
    nouns_in_capitals: bool = False
    """Whether capitals do not indicate names, as in German."""
