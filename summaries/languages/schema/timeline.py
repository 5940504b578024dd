"""How a language writes dates, and how its verbs show what is past and what is to come."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from summaries.languages.schema.kinds import ByValue, Forms, Pattern, Words


@dataclass(frozen=True, slots=True)
class Dates:
    """How a language writes dates; the notation of forms is that of `summaries.timeline.grammar`."""

    FILE: ClassVar[str] = "dates"
    order: str = "DMY"
    """Of day, month and year between slashes: ``DMY`` or ``MDY``."""
    capitalised: Words = frozenset()
    """Roles that a word has only with a capital."""
    lowered: Words = frozenset()
    """Roles that it has only without one."""
    endings: Forms = field(default_factory=dict)
    """Sets of endings by name, parted by spaces; ``0`` is none."""
    declension: Forms = field(default_factory=dict)
    """How names of months and weekdays that end so are declined."""
    compounds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Roles of words made of two, with the roles of both."""
    macros: Forms = field(default_factory=dict)
    rule: tuple[Pattern, ...] = ()
    """Rules, the earlier one first where two read the same words."""
    words: dict[str, ByValue] = field(default_factory=dict)
    """By role, the values that it has and the words for each; the one value of a list is ``1``."""
    filler: Words = frozenset()
    """Roles that say nothing of time by themselves."""


@dataclass(frozen=True, slots=True)
class Tenses:
    """How the forms of verbs end, in lower case; words that the other tables of a language name are not looked at."""

    FILE: ClassVar[str] = "tenses"
    past: Words = frozenset()
    """Endings of a past tense: *-ed*."""
    future: Words = frozenset()
    """The same of a future tense: French *-ront*."""
    conditional: Words = frozenset()
    """The same of what would be: French *-erait*. Of several endings the longest tells the form."""
    infinitive: Words = frozenset()
    perfective: Words = frozenset()
    """How verbs look whose present tells what will be, as in Ukrainian: ``(по|за)*ить``, a star for letters."""
    imperfective: Words = frozenset()
    """How others look that end so and tell what is: ``*ходить``."""
    participle: Words = frozenset()
    """How participles look that tell a past tense with an auxiliary: ``(ver|er)*t``, with a star for any letters."""
    frame: bool = False
    """Whether a participle closes the clause that its auxiliary opens, as in German."""
    attributive: bool = False
    """Whether a form describes a noun where it stands behind an article: *the proposed closure*."""
    dictionary: bool = False
    """Whether the endings only say which words to look up in a dictionary of forms."""
    other: Words = frozenset()
    """Words that end so and are no such form: *hundred*."""
