"""What can be told of texts in a language beside their summary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, get_args

from summaries.languages import ROOT
from summaries.languages.schema.kinds import Words
from summaries.languages.schema.tables import BadData, load

Capability = Literal["names", "roles", "speech", "dates", "places", "figures"]
"""What can be told of a text beside its summary."""


@dataclass(frozen=True, slots=True)
class Abilities:
    """What can be told of texts in a language; what has not been shown to be reliable is not offered."""

    FILE: ClassVar[str] = "abilities"
    can: Words = frozenset()


def abilities(language: str) -> frozenset[Capability]:
    """Return what can be told of texts in a language."""
    stated = load(Abilities, language).can
    known: tuple[Capability, ...] = get_args(Capability)
    for word in stated - set(known):
        raise BadData(ROOT / language / "abilities.toml", word, "is unknown")
    return frozenset(ability for ability in known if ability in stated)
