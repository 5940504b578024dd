"""A judge of openings: does a shown sentence open with words that need the sentence before it, which is not shown?

It knows nothing of how sentences are chosen. Its words stand beside the cases in ``tests/cases/summaries/hanging``, and
it reads the whole opening clause where the engine compares phrases with a list.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summaries.article import Sentence

FOLDER = Path(__file__).parent.parent / "cases" / "summaries" / "hanging"
TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*['’]?|[,;:.!?—–()“”„«»\"]")
SINGLE = frozenset({"pronouns", "pointers", "subjects", "leads", "days", "impersonal"})
READ = 160
"""How many characters of a sentence are its opening."""
CLAUSE = 8
"""How many words an opening clause has at most."""


def hanging_word(text: str, language: str) -> str | None:
    """Return the words at a sentence's opening that point back, ``None`` if it stands alone."""
    words = _words(language)
    pieces = [piece.replace("’", "'") for piece in TOKEN.findall(text[:READ])]
    while pieces and not pieces[0][0].isalnum():
        pieces.pop(0)
    lower = [piece.lower() for piece in pieces[:CLAUSE]]
    if any(" ".join(lower[:count]) in words["stands"] for count in range(1, 5)):
        return None
    for count in range(4, 0, -1):
        phrase = " ".join(lower[:count])
        if phrase in words["connectives"]:
            return phrase
    return _after_leads(pieces, words) or _after_a_clause(pieces, words)


def _after_leads(pieces: Sequence[str], words: dict[str, frozenset[str]]) -> str | None:
    """Find a pointer or pronoun that only small words come before: “According to him”, “When this …”."""
    for place, piece in enumerate(pieces[:CLAUSE]):
        if piece.lower() in words["pronouns"]:
            return None if place and _name_follows(pieces[place + 1 :]) else piece
        if piece.lower() in words["pointers"] and not _relates(pieces, place):
            return piece
        if piece.lower() not in words["leads"]:
            return None
    return None


def _relates(pieces: Sequence[str], place: int) -> bool:
    """Tell “those who came” and “that the bridge”, where the word points forward, by its being no opening."""
    return place + 1 < len(pieces) and pieces[place + 1].lower() in {
        "who",
        "which",
        "qui",
        "que",
        "кто",
        "который",
        "что",
    }


def _after_a_clause(pieces: Sequence[str], words: dict[str, frozenset[str]]) -> str | None:
    """Find a subject that is a pronoun after a clause without a name: “Two days later, she …”."""
    comma = next((place for place, piece in enumerate(pieces[: CLAUSE + 1]) if piece == ","), None)
    if comma is None or comma + 1 >= len(pieces) or pieces[comma + 1].lower() not in words["subjects"]:
        return None
    if any(piece.lower() in words["impersonal"] for piece in pieces[comma + 2 : comma + 3]):
        return None
    named = any(piece[0].isupper() and piece.lower() not in words["days"] for piece in pieces[1:comma])
    opens_small = pieces[0].lower() in words["leads"] | words["days"] or pieces[0][0].isdigit()
    return None if named or not opens_small else pieces[comma + 1]


def _name_follows(pieces: Sequence[str]) -> bool:
    """Tell “In his speech, Obama said …” from “In his speech, the president said …”."""
    after = next((place for place, piece in enumerate(pieces) if piece == ","), None)
    return after is not None and after <= CLAUSE and pieces[after + 1 :][:1] != [] and pieces[after + 1][0].isupper()


def find_hanging(sentences: Sequence[Sentence], shown: Iterable[int], language: str) -> list[tuple[int, str]]:
    """Return the shown sentences whose opening hangs, each with its word: the sentence before it is not shown.

    The first sentence of a text has none before it.
    """
    indices = set(shown)
    found = [
        (index, hanging_word(sentences[index].text, language))
        for index in sorted(indices)
        if index and index - 1 not in indices
    ]
    return [(index, word) for index, word in found if word]


@cache
def _words(language: str) -> dict[str, frozenset[str]]:
    table = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    keys = ("pronouns", "pointers", "subjects", "connectives", "leads", "days", "impersonal", "stands")
    return {
        key: frozenset(" ".join(table.get(key, [])).split() if key in SINGLE else table.get(key, [])) for key in keys
    }
