"""A language's vocabulary of dates, from its data file and CLDR's names.

A word has roles with values: *May* is ``month`` 5, *years* is ``unit`` Y. Every set of roles has one letter, its code,
so that patterns over roles become plain regular expressions over a string with one letter for each token.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from babel import Locale, UnknownLocaleError

from summaries.languages.schema import Dates, load
from summaries.timeline.numbers import Roles, read_number, role_sets
from summaries.timeline.tokens import tokenize
from summaries.timeline.verb_forms import VerbForms, load_verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FIRST_CODE = 0x4E00
SHORTEST_NAME = 3
"""Minimum length in letters; shorter names of months and weekdays are too similar to other words."""
PLAIN: Roles = {"word": 1}
NO_WORD: Roles = {}
BREAK: Roles = {"break": 1}
NAME: Roles = {"name": 1}
PRETERITE: Roles = {"word": 1, "preterite": 1}
FUTURE: Roles = {"word": 1, "ahead": 1}
CONDITIONAL: Roles = {"word": 1, "perhaps": 1}
INFINITIVE: Roles = {"word": 1, "infinitive": 1}
STILL_WORDS = frozenset(
    {
        "preterite",
        "scheduled",
        "fiscal",
        "sport",
        "changes",
        "regular",
        "cancelled",
        "of_months",
        "meant",
        "hearsay",
        "harmed",
        "perfect",
        "stamped",
        "example",
        "habit",
        "document",
        "bare",
        "dating",
        "earliest",
        "unsure",
        "addressed",
        "provided",
        "holds",
        "held",
        "resolved",
        "arranged",
    }
)
"""Roles of words that say something about a nearby date without being part of it."""
NO_BOUND = frozenset({"APPROX", "EXACT"})
MARKS = ",.-/'()\":;!?$€£¥#№+%@_[]"


class Sign(NamedTuple):
    """The meaning of a token: the code of its set of roles, and the roles with their values."""

    code: str
    roles: Mapping[str, str | int | float]


class Entry(NamedTuple):
    """The meanings of a word or phrase in lower case and capitalised."""

    rest: tuple[str, ...]
    small: Sign
    capital: Sign


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language. `phrases` are indexed by first word, longest first; a word is a phrase of one."""

    language: str
    order: str
    phrases: Mapping[str, tuple[Entry, ...]]
    codes: Mapping[frozenset[str], str]
    verbs: VerbForms

    def has(self, role: str) -> bool:
        """Return whether any word of the language has a role."""
        return any(role in roles for roles in self.codes)

    def sign(self, roles: Roles) -> Sign:
        """Return the sign for a set of roles."""
        return Sign(self.codes[frozenset(roles)], roles)

    def number(self, form: str) -> Sign:
        """Return the possible roles of a number."""
        return self.sign(read_number(form, self.order))


@cache
def load_vocabulary(language: str, literals: frozenset[str]) -> Vocabulary:
    """Return the vocabulary of a language; `literals` are words that its patterns name themselves."""
    table = load(Dates, language)
    order = table.order
    phrases: dict[tuple[str, ...], Roles] = {}
    for phrase, role, value in (*_names(language, table), *_words(table), *_literals(literals)):
        key = tuple(token.form for token in tokenize(phrase))
        phrases.setdefault(key, {})[role] = value
    for roles in phrases.values():
        if "plural" in roles:
            roles.pop("big_unit", None)
    _add_compounds(phrases, table.compounds)
    small = {key: {r: v for r, v in roles.items() if r not in table.capitalised} for key, roles in phrases.items()}
    fixed = [frozenset(roles) for roles in (PLAIN, NO_WORD, BREAK, NAME, PRETERITE, FUTURE, CONDITIONAL, INFINITIVE)]
    large = {key: {r: v for r, v in roles.items() if r not in table.lowered} for key, roles in phrases.items()}
    sets = {*fixed, *role_sets(order), *map(frozenset, large.values()), *map(frozenset, small.values())}
    codes = {roles: chr(FIRST_CODE + number) for number, roles in enumerate(sorted(sets, key=sorted))}
    entries: dict[str, list[Entry]] = {}
    for key in sorted(phrases, key=len, reverse=True):
        signs = (Sign(codes[frozenset(roles)], roles) for roles in (small[key], large[key]))
        entries.setdefault(key[0], []).append(Entry(key[1:], *signs))
    by_word = {word: tuple(found) for word, found in entries.items()}
    return Vocabulary(language, order, by_word, codes, load_verb_forms(language))


def _add_compounds(phrases: dict[tuple[str, ...], Roles], compounds: Mapping[str, tuple[str, ...]]) -> None:
    """Add words made of two: *Dienstagabend* is a weekday with a part of the day, its value both values in a row."""
    for role, (head, tail) in compounds.items():
        heads, tails = (
            [(key[0], roles[kind]) for key, roles in phrases.items() if kind in roles and len(key) == 1]
            for kind in (head, tail)
        )
        for (first, value), (second, rest) in product(heads, tails):
            phrases.setdefault((first + second,), {})[role] = f"{value}{rest}"


def _literals(literals: Iterable[str]) -> Iterator[tuple[str, str, Any]]:
    yield from ((literal, f"'{literal}'", 1) for literal in literals)
    yield from ((mark, f"'{mark}'", 1) for mark in MARKS)
    yield from ((mark, "stop", 1) for mark in ".!?;")


def _words(table: Dates) -> Iterator[tuple[str, str, Any]]:
    """Yield phrase, role and value of everything in the tables under ``words``; a list has no values."""
    for role, group in table.words.items():
        for key, forms in group.items():
            value = _value(key)
            for form in forms:
                for phrase in expand(form, table.endings):
                    yield phrase, role, value
                    if role in STILL_WORDS:
                        yield phrase, "word", 1
                    if role == "modifier" and value not in NO_BOUND:
                        yield phrase, "bound", value
                    if role == "unit":
                        yield phrase, f"unit.{value}", 1
                        yield phrase, "small_unit" if value in {"S", "M", "H"} else "big_unit", value


def _value(key: str) -> str | int | float:
    return int(key) if re.fullmatch(r"-?\d+", key) else float(key) if re.fullmatch(r"\d+\.\d+", key) else key


def expand(form: str, endings: Mapping[str, str]) -> Iterator[str]:
    """Yield the forms denoted by a compact notation.

    ``недел<f>`` takes every ending of the set ``f``; ``(a|b)`` is either, with nothing before the bar for none.
    """
    form = re.sub(r"<(\w+)>", lambda match: "(" + endings[match[1]].replace(" ", "|").replace("0", "") + ")", form)
    pieces = re.split(r"\(([^)]*)\)", form)
    choices = [piece.split("|") if number % 2 else [piece] for number, piece in enumerate(pieces)]
    yield from ("".join(choice) for choice in product(*choices))


def _names(language: str, table: Dates) -> Iterator[tuple[str, str, Any]]:
    """Yield the names of months and weekdays in CLDR, with the endings of the language."""
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return
    for role, names in (("month", locale.months), ("weekday", locale.days)):
        wide = {name for context in ("format", "stand-alone") for name in names[context]["wide"].values()}
        for context, width in product(("format", "stand-alone"), ("wide", "abbreviated")):
            for value, name in names[context][width].items():
                if len(name.rstrip(".")) >= SHORTEST_NAME:
                    for form in {name, name.rstrip(".")}:
                        yield from ((phrase, role, value) for phrase in _decline(form, table.endings, table.declension))
                    if width == "abbreviated" and name not in wide:
                        yield name.rstrip("."), "short_form", 1
                        if role == "weekday":
                            yield f"{name.rstrip('.')}.", "short_form", 1
                        yield f"{name.rstrip('.')}.", role, value


def _decline(name: str, endings: Mapping[str, str], declension: Mapping[str, str]) -> Iterator[str]:
    yield name
    for ending, forms in declension.items():
        if name.endswith(ending):
            yield from expand(name.removesuffix(ending) + forms, endings)
