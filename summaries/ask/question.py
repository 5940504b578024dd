"""Parses a question: the expected type of answer, and its focus."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, cast, get_args

from summaries.ask.terms import find_terms, plain
from summaries.languages.schema import Questions, load
from summaries.text.words import WORD, find_words, stop_words

if TYPE_CHECKING:
    from collections.abc import Iterable

Kind = Literal["said", "who", "when", "where", "number", "why", "how", "what"]
"""Types of answer. Among openings of equal length the first one wins."""
KINDS: tuple[Kind, ...] = get_args(Kind)
LIMIT = 30
"""Maximum number of words of a question that are used."""
OPENING = 4
"""Number of words at the beginning that identify a question without a question mark."""
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
FEW = r"(?:\S+ ){1,4}?"
"""Maximum number of words for ``*`` in an opening: the name of whoever is asked about."""

PART = re.compile(r"[^\W\d_]+(?:['’](?=\w))?")
"""A word, or a part of one with hyphens or an apostrophe: *dit-il*, *l'accord*."""
LINK = re.compile(r"\s+|-(?:t-)?")
"""What joins a verb to the pronoun behind it: *démissionne-t-il*."""
ASKED_OF: frozenset[Kind | None] = frozenset({"who", "number", "what"})
"""After what opens these, a verb or what is asked for may stand: *who blamed him?*, *which bridge did she close?*"""


@dataclass(frozen=True, slots=True)
class Question:
    """A parsed question."""

    text: str
    language: str
    kind: Kind | None
    """The type of answer; ``None`` for a question without a question word, such as *did he resign?*"""
    words: tuple[str, ...]
    """All words, in lower case."""
    terms: tuple[str, ...]
    """The terms that carry its meaning, each once, without what only frames a question, such as *how long*."""
    names: frozenset[str]
    """Those terms that are written as names."""
    numbers: frozenset[str]
    focus: frozenset[str]
    """The focus: *how many **cars***, *which **bridge***; taken from the first words after the opening."""
    framed: bool = False
    """It holds nothing but words that frame a question and stop words: `terms` are those of all its words."""


def read_question(text: str, language: str) -> Question:
    """Read a question in a language (ISO 639-1); of one that is longer than `LIMIT` words, its beginning."""
    matches = list(WORD.finditer(text))[:LIMIT]
    text = text[: matches[-1].end()] if matches else ""
    words = tuple(plain(match[0]) for match in matches)
    kind, opening = _opening(words, language)
    framing = load(Questions, language).frame
    if kind == "number":
        framing |= set(words[opening])
    carrying = [word for word in find_words(text) if plain(word) not in framing]
    own = tuple(dict.fromkeys(find_terms(" ".join(carrying), language)))
    terms = own or _all_terms(text, language)
    names = [match[0] for match in matches[1:] if match[0][0].isupper()]
    focus = find_terms(" ".join(words[opening.stop : opening.stop + 3]), language)[:2]
    return Question(
        text=text,
        language=language,
        kind=kind,
        words=words,
        terms=terms,
        names=frozenset(find_terms(" ".join(names), language)) & frozenset(terms),
        numbers=frozenset(NUMBER.findall(text)),
        focus=frozenset(focus) & frozenset(terms),
        framed=not own,
    )


def opens_as_question(text: str, language: str) -> bool:
    """Return whether a text opens with question words of a language."""
    words = tuple(plain(match[0]) for match in WORD.finditer(text))[:OPENING]
    return _opening(words, language)[0] is not None


def is_question(text: str, language: str) -> bool:
    """Return whether a text is a question: it ends with a question mark, or opens with a question word."""
    first = WORD.search(text)
    if first is None:
        return False
    if text.rstrip().endswith(("?", "？", "؟")) or opens_as_question(text, language):
        return True
    return plain(first[0]) in load(Questions, language).yes_no


def names_before(text: str, place: int, language: str) -> bool:
    """Return whether a question speaks of something, by any content word, before a place in it, where a pronoun stands.

    A word right after the opening does not count if a pronoun there cannot mean it: a verb before its pronoun (*warum
    ging er?*), or what stands there in a question for *who*, *what* or *how many*.
    """
    matches = list(WORD.finditer(text))
    words = tuple(plain(match[0]) for match in matches)
    kind, opening = _opening(words, language)
    table = load(Questions, language)
    known = stop_words(language) | table.frame | table.yes_no | set(words[opening])
    first = matches[opening.stop].start() if opening.stop < len(matches) else -1
    for part in PART.finditer(text, 0, place):
        word = plain(part[0])
        if len(word) == 1 or not known.isdisjoint({word, word.rstrip("'")}) or word.endswith("'"):
            continue
        is_asked_of = kind in ASKED_OF and "," not in text[part.end() : place]
        is_verb = part[0].islower() and LINK.fullmatch(text, part.end(), place)
        if part.start() != first or not (is_asked_of or is_verb):
            return True
    return False


def _all_terms(text: str, language: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(find_terms(text, language)))


def _opening(words: tuple[str, ...], language: str) -> tuple[Kind | None, slice]:
    """Return what the first opening in a question asks for, the longest there, and the words of the opening."""
    found: list[tuple[int, int, int, slice, Kind]] = []
    text = " ".join(words) + " "
    for rank, (kind, pattern) in enumerate(_patterns(language)):
        match = pattern.search(text)
        if match:
            opening = slice(text[: match.start(1)].count(" "), text[: match.end(1)].count(" ") + 1)
            found.append((match.start(1), -match.end(1), rank, opening, kind))
    if not found:
        return None, slice(0, 0)
    *_, opening, kind = min(found, key=lambda one: one[:3])
    return kind, opening


@cache
def _patterns(language: str) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    table = load(Questions, language)
    return tuple((kind, _any(phrases)) for kind in KINDS if (phrases := cast("tuple[str, ...]", getattr(table, kind))))


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    rows = sorted((plain(phrase) for phrase in phrases), key=len, reverse=True)
    choices = "|".join(re.escape(row).replace(re.escape("* "), FEW) for row in rows)
    return re.compile(rf"(?<!\S)({choices})(?=\s)")
