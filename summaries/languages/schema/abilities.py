"""Which features besides the summary are available for texts in a language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Literal, get_args

from summaries.languages import ROOT
from summaries.languages.schema.kinds import Shares, Words
from summaries.languages.schema.tables import BadData, load

Capability = Literal["names", "roles", "speech", "dates", "places", "figures"]
"""A feature besides the summary."""
Measured = Capability | Literal["answers"]


@dataclass(frozen=True, slots=True)
class Abilities:
    """The features available in a language; those not shown to be reliable are not offered."""

    FILE: ClassVar[str] = "abilities"
    can: Words = frozenset()
    recall: Shares = field(default_factory=dict)
    """Measured recall by capability, or of ``answers`` to questions."""


def abilities(language: str) -> frozenset[Capability]:
    """Return the features available for texts in a language."""
    stated = load(Abilities, language).can
    known: tuple[Capability, ...] = get_args(Capability)
    for word in stated - set(known):
        raise BadData(ROOT / language / "abilities.toml", word, "is unknown")
    return frozenset(ability for ability in known if ability in stated)


def recall(language: str) -> dict[Measured, float]:
    """Return the recall of a capability in a language, if it has been measured.

    Raises `BadData`.
    """
    stated = load(Abilities, language).recall
    known: tuple[Measured, ...] = (*get_args(Capability), "answers")
    for key, share in stated.items():
        if key not in known or not 0 <= share <= 1:
            raise BadData(ROOT / language / "abilities.toml", f"recall.{key}", "is unknown or no share")
    return {one: stated[one] for one in known if one in stated}
