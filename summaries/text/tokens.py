"""Tokenization for finding names: compounds and possessives are split, and tokens are grouped by sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summaries.languages.schema import People, load

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECE = re.compile(r"(?:[A-ZÀ-ÖØ-ÞА-ЯЁ]\.)+(?=[\s-]?\w|['’]s\b)|\w+(?:['’]\w+)*|['’]s\b|\S")
POSSESSIVE = re.compile(r"['’][sS]$")
ELIDING = frozenset({"fr", "it", "ca"})
ELISION = re.compile(r"(?:[cdjlmnst]|qu|dell|all|dall|nell|sull)['’](?=\w)", re.IGNORECASE)
FINAL = frozenset(".!?…")
CLOSING = frozenset("\"'”’»)]")


class Token(NamedTuple):
    """A word, a punctuation mark, initials (*J.K.*) or a possessive ending; offsets are half open."""

    start: int
    stop: int
    text: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def word(self) -> bool:
        """Whether it is a word rather than a mark."""
        return self.text[0].isalnum()


def tokenize(text: str, language: str = "") -> Iterator[Token]:
    """Yield the tokens of a text in order; in languages with elision, *l'Intérieur* is two tokens."""
    elides = language in ELIDING
    for match in PIECE.finditer(text):
        start, stop = match.span()
        piece = match[0]
        elision = ELISION.match(piece) if elides else None
        if elision:
            yield Token(start, start + elision.end(), elision[0].replace("’", "'"))
            start += elision.end()
            piece = piece[elision.end() :]
        ending = POSSESSIVE.search(piece)
        if ending and ending.start():
            yield Token(start, start + ending.start(), piece[: ending.start()])
            yield Token(start + ending.start(), stop, ending[0])
        else:
            yield Token(start, stop, piece)


def split_tokens(text: str, language: str) -> list[list[Token]]:
    """Return the tokens of a text by sentence; a line break always ends a sentence."""
    sentences: list[list[Token]] = []
    current: list[Token] = []
    ended = False
    short = load(People, language).abbreviations
    for token in tokenize(text, language):
        if current:
            gap = text[current[-1].stop : token.start]
            if "\n" in gap or (ended and gap and (token.capital or not token.word)):
                sentences.append(current)
                current, ended = [], False
        if token.text in FINAL:
            ended = not (current and _abbreviated(current[-1], token, short))
        elif token.text not in CLOSING:
            ended = False
        current.append(token)
    return [*sentences, current] if current else sentences


def _abbreviated(before: Token, mark: Token, short: frozenset[str]) -> bool:
    return mark.text == "." and before.stop == mark.start and before.text.lower() in short
