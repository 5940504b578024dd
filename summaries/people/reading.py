"""The sentences of an article as their tokens, with the people named in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summaries.article import Sentence
from summaries.text import morphology
from summaries.text.morphology import INFLECTED
from summaries.text.tokens import Token, tokenize
from summaries.text.truecasing import recase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.article import Article
    from summaries.people.merging import Individual

MARKS = frozenset('"“”«»„')


@dataclass(frozen=True, slots=True)
class Naming:
    """A name in a sentence: who is named, and the numbers of its tokens, half open."""

    person: int
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: its tokens with offsets in the article, their base forms, and the names in it."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    lemmas: tuple[str, ...]
    names: tuple[Naming, ...]
    quotes: bool
    """Whether marks of quotation stand in it."""
    covered: dict[int, Naming]
    """The name that covers a token, by the number of the token."""

    def lemma(self, i: int) -> str:
        """Return the base form of a token in lower case; nothing outside the sentence."""
        return self.lemmas[i] if 0 <= i < len(self.lemmas) else ""

    def naming_at(self, i: int) -> Naming | None:
        """Return the name that covers a token."""
        return self.covered.get(i)

    def names_between(self, first: int, last: int) -> Iterator[Naming]:
        """Yield the names that begin at one of the tokens from one to another, both included."""
        for i in range(first, min(last + 1, len(self.tokens))):
            name = self.covered.get(i)
            if name is not None and name.first == i:
                yield name


def read_lines(article: Article, sentences: Sequence[Sentence], people: Sequence[Individual]) -> tuple[Line, ...]:
    """Return the sentences with their tokens and names, in order."""
    starts = [sentence.start for sentence in sentences]
    named: dict[int, list[tuple[int, int, int]]] = {}
    for number, person in enumerate(people):
        for name in person.names:
            named.setdefault(find_sentence(starts, name.start), []).append((name.start, name.stop, number))
    prose = recase(article.text, article.language)
    return tuple(
        _read(sentence, prose[sentence.start : sentence.stop], article.language, sorted(named.get(i, ())))
        for i, sentence in enumerate(sentences)
    )


def find_sentence(starts: Sequence[int], offset: int) -> int:
    """Return the index of the sentence that an offset lies in."""
    return max(0, bisect_right(starts, offset) - 1)


def _read(sentence: Sentence, prose: str, language: str, named: Sequence[tuple[int, int, int]]) -> Line:
    tokens = tuple(
        Token(sentence.start + token.start, sentence.start + token.stop, token.text) for token in tokenize(prose)
    )
    base = morphology.lemma if language in INFLECTED else str.lower
    lemmas = tuple(base(token.text) if token.word else token.text for token in tokens)
    begins = [token.start for token in tokens]
    found = (
        Naming(person, bisect_left(begins, start), max(bisect_left(begins, start) + 1, bisect_left(begins, stop)))
        for start, stop, person in named
    )
    names = tuple(name for name in found if name.first < len(tokens))
    covered = {i: name for name in reversed(names) for i in range(name.first, name.after)}
    return Line(sentence, tokens, lemmas, names, any(token.text in MARKS for token in tokens), covered)
