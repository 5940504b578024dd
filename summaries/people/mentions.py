"""The sentences of a document with the people named in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summaries.article import Sentence
from summaries.text.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.document import Document
    from summaries.people.entities import Entity

MARKS = frozenset('"“”«»„')


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a sentence: its entity, and its half-open range of tokens."""

    person: int
    first: int
    after: int
    doubtful: bool = False
    """Whether another person with the same surname may be meant."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: its tokens with offsets in the article, their base forms, and the names in it."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    lemmas: tuple[str, ...]
    names: tuple[Named, ...]
    quotes: bool
    """Whether it contains quotation marks."""
    covered: dict[int, Named]
    """The name that covers a token, by token number."""

    def lemma(self, i: int) -> str:
        """Return the base form of a token in lower case; empty outside the sentence."""
        return self.lemmas[i] if 0 <= i < len(self.lemmas) else ""

    def name_at(self, i: int) -> Named | None:
        """Return the name that covers a token."""
        return self.covered.get(i)

    def names_between(self, first: int, last: int) -> Iterator[Named]:
        """Yield the names that begin at one of the tokens in a range, both ends included."""
        for i in range(first, min(last + 1, len(self.tokens))):
            name = self.covered.get(i)
            if name is not None and name.first == i:
                yield name


def read_lines(document: Document, people: Sequence[Entity]) -> tuple[Line, ...]:
    """Return the sentences with their tokens and names, in order."""
    named: dict[int, list[tuple[int, int, int, bool]]] = {}
    for number, person in enumerate(people):
        for name in person.names:
            named.setdefault(document.sentence_at(name.start), []).append(
                (name.start, name.stop, number, name.doubtful)
            )
    return tuple(_read(document, i, sorted(named.get(i, ()))) for i in range(len(document.sentences)))


def line_at(lines: Sequence[Line], offset: int) -> Line:
    """Return the sentence that contains an offset, else the last one before it."""
    return lines[max(0, bisect_right(lines, offset, key=lambda line: line.sentence.start) - 1)]


def _read(document: Document, index: int, named: Sequence[tuple[int, int, int, bool]]) -> Line:
    tokens = document.tokens[index]
    begins = [token.start for token in tokens]
    found = (
        Named(
            person, bisect_left(begins, start), max(bisect_left(begins, start) + 1, bisect_left(begins, stop)), doubtful
        )
        for start, stop, person, doubtful in named
    )
    names = tuple(name for name in found if name.first < len(tokens))
    covered = {i: name for name in reversed(names) for i in range(name.first, name.after)}
    quotes = any(token.text in MARKS for token in tokens)
    return Line(document.sentences[index], tokens, document.lemmas[index], names, quotes, covered)
