"""What a language says of places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from summaries.languages.schema.kinds import Forms, Words


@dataclass(frozen=True, slots=True)
class Places:
    """What a language says of places, in lower case."""

    FILE: ClassVar[str] = "places"
    before: Words
    """Words before a name that make it a place, whatever else it may mean."""
    perhaps_before: Words
    never: tuple[str, ...]
    """Longer names that are no place, though they begin or end as one."""
    countries: Forms
    """Names of countries beside those of CLDR, with their ISO 3166 codes."""
    doubtful: dict[str, Words]
    """Names that are places only beside one of these words."""
    nouns_in_capitals: bool = False
    """Whether a capital tells nothing of a name: German."""
