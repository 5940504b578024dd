"""How a language asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from summaries.languages.schema.kinds import Words


@dataclass(frozen=True, slots=True)
class Questions:
    """How a language asks, in lower case: what questions open with, by what they ask for.

    A ``*`` in an opening stands for a few words.
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
    """What a question opens with that is answered with yes or no."""
    frame: Words
    """Words that only frame a question: *name*, *kind*, *called*."""
    reasons: Words
    """Words that give a reason."""
    synonyms: tuple[str, ...]
    """Words that people use for one another, a group an entry."""
    light: Words
    """Words that questions use often and that articles seldom answer with: *famous*, *person*, *part*."""
    numerals: Words
    """Numbers in words."""
    back: Words
    """Words that mean what the sentence before speaks of."""
    money: Words = frozenset()
    """Words with which one asks for a sum of money: *cost*, *price*, *earn*."""
