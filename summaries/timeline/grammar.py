"""Patterns over word roles, compiled to regular expressions over codes (see `vocabulary`).

A pattern is written so: names are roles, quoted words stand for themselves, capitals are macros, ``?``, ``|`` and
brackets mean what they do in regular expressions; ``!role`` looks ahead and ``!<role`` back for a role that must not
be there, ``<role`` for one that must. There is no unbounded repetition, so matching takes linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from summaries.languages.schema import Dates, load
from summaries.timeline.vocabulary import Vocabulary, load_vocabulary

SYMBOL = re.compile(
    r"'(?P<literal>[^']+)'|\"(?P<quote>')\"|(?P<macro>[A-Z][A-Z_]*)|(?P<role>[a-z_]+(?:\.[A-Z]+)?)|(?P<mark>[,.\-/])|\S"
)
SHARED = "_shared"
"""The folder shared by all languages."""
NOTHING = "[^\\s\\S]"


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled pattern: `resolver` names its resolver, `roles` are those of the groups of `regex`."""

    resolver: str
    regex: re.Pattern[str]
    roles: tuple[str, ...]
    form: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """The vocabulary and rules of a language; of two readings of the same words the earlier rule wins."""

    vocabulary: Vocabulary
    rules: tuple[Rule, ...]
    telling: re.Pattern[str]
    """Matches the codes of words that express time by themselves; every date contains one."""


@cache
def load_grammar(language: str) -> Grammar:
    """Return the grammar of a language: its own rules first, then the shared ones."""
    own, shared = load(Dates, language), load(Dates, SHARED)
    macros = shared.macros | own.macros
    forms = [(row.read, _spell_out(form, macros)) for row in (*own.rule, *shared.rule) for form in row.forms]
    literals = frozenset(match["literal"] for _, form in forms for match in SYMBOL.finditer(form) if match["literal"])
    vocabulary = load_vocabulary(language, literals)
    rules = (_compile(resolver, form, vocabulary) for resolver, form in forms)
    return Grammar(vocabulary, tuple(rules), _telling(vocabulary, shared.filler))


def _telling(vocabulary: Vocabulary, filler: frozenset[str]) -> re.Pattern[str]:
    codes = (
        code
        for roles, code in vocabulary.codes.items()
        if any(role not in filler and not role.startswith("'") for role in roles)
    )
    return re.compile(f"[{''.join(codes)}]")


def _spell_out(form: str, macros: dict[str, str]) -> str:
    """Expand macros, including nested ones."""

    def replace(match: re.Match[str]) -> str:
        return f"({_spell_out(macros[match['macro']], macros)})" if match["macro"] else match[0]

    return SYMBOL.sub(replace, form)


def _compile(resolver: str, form: str, vocabulary: Vocabulary) -> Rule:
    pieces: list[str] = []
    roles: list[str] = []
    before = ""
    for match in SYMBOL.finditer(form):
        name = match["role"] or (
            f"'{match['literal'] or match['quote'] or match['mark']}'" if match[0][0] in "'\",.-/" else ""
        )
        if not name:
            if match[0] in "<!":
                before += match[0]
            else:
                pieces.append("(?:" if match[0] == "(" else match[0])
            continue
        codes = "".join(code for found, code in vocabulary.codes.items() if name in found)
        letters = f"[{codes}]" if codes else NOTHING
        if before:
            pieces.append({"!": "(?!", "<": "(?<=", "!<": "(?<!"}[before] + letters + ")")
            before = ""
        else:
            pieces.append(f"({letters})")
            roles.append(name)
    return Rule(resolver, re.compile("".join(pieces)), tuple(roles), form)
