"""How a language writes dates, and how its verbs show past and future."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from summaries.languages.schema.kinds import ByValue, Forms, Pattern, Words


@dataclass(frozen=True, slots=True)
class Dates:
    """How a language writes dates; the notation of forms is that of `summaries.timeline.grammar`."""

    FILE: ClassVar[str] = "dates"
    order: str = "DMY"
    """The order of day, month and year between slashes: ``DMY`` or ``MDY``."""
    capitalised: Words = frozenset()
    """Roles that a word has only if capitalised."""
    lowered: Words = frozenset()
    """Roles that a word has only in lower case."""
    endings: Forms = field(default_factory=dict)
    """Sets of endings by name, separated by spaces; ``0`` is no ending."""
    declension: Forms = field(default_factory=dict)
    """Declension of the names of months and weekdays, by ending."""
    compounds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Roles of compounds, with the roles of their two parts."""
    macros: Forms = field(default_factory=dict)
    rule: tuple[Pattern, ...] = ()
    """Rules; if two match the same words, the earlier one wins."""
    words: dict[str, ByValue] = field(default_factory=dict)
    """By role, its values and the words for each; a list has the single value ``1``."""
    filler: Words = frozenset()
    """Roles that express no time by themselves."""


@dataclass(frozen=True, slots=True)
class Tenses:
    """Endings of verb forms, in lower case; words in a language's other tables are not considered."""

    FILE: ClassVar[str] = "tenses"
    past: Words = frozenset()
    """Endings of past tenses: *-ed*."""
    future: Words = frozenset()
    """Endings of future tenses: French *-ront*."""
    conditional: Words = frozenset()
    """Endings of conditionals: French *-erait*. The longest matching ending decides."""
    infinitive: Words = frozenset()
    split: Words = frozenset()
    """Patterns of infinitives that have *to* inside, as in German *einzustellen*: ``(ein|auf)zu*en``."""
    perfective: Words = frozenset()
    """Patterns of perfective verbs, whose present means the future, as in Ukrainian: ``(по|за)*ить``, ``*`` for
    letters."""
    imperfective: Words = frozenset()
    """Patterns of imperfective verbs with the same endings, whose present means the present: ``*ходить``."""
    participle: Words = frozenset()
    """Patterns of participles that form a past tense with an auxiliary: ``(ver|er)*t``, with ``*`` for any letters."""
    frame: bool = False
    """Whether the participle ends the clause that its auxiliary opens, as in German."""
    attributive: bool = False
    """Whether a form after an article modifies a noun: *the proposed closure*."""
    dictionary: bool = False
    """Whether the endings only select the words to look up in a dictionary of forms."""
    other: Words = frozenset()
    """Words with such endings that are not verb forms: *hundred*."""
