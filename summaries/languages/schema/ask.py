"""How a language asks questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from summaries.languages.schema.kinds import Words


@dataclass(frozen=True, slots=True)
class Questions:
    """How a language asks questions, in lower case: their openings by what they ask for.

    A ``*`` in an opening matches a few words.
    """

    FILE: ClassVar[str] = "questions"
    who: tuple[str, ...]
    when: tuple[str, ...]
    where: tuple[str, ...]
    number: tuple[str, ...]
    why: tuple[str, ...]
    said: tuple[str, ...]
    how: tuple[str, ...]
    what: tuple[str, ...]
    yes_no: Words
    """Openings of yes/no questions."""
    frame: Words
    """Words that only frame a question: *name*, *kind*, *called*."""
    reasons: Words
    """Words that give a reason."""
    synonyms: tuple[str, ...]
    """Groups of synonyms, one per entry."""
    light: Words
    """Words frequent in questions but rare in their answers: *famous*, *person*, *part*."""
    numerals: Words
    """Numerals in words."""
    back: Words
    """Words that refer to something in the previous sentence."""
    money: Words = frozenset()
    """Words that ask for a sum of money: *cost*, *price*, *earn*."""
