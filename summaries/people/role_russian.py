"""Phrases that name an office in Russian: a head such as *министр* with its adjectives and complements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.languages import read_list
from summaries.languages.schema import People, load
from summaries.text import morphology

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.people.mentions import Line

Span = tuple[int, int]
MOST_BEFORE = 5
MOST_AFTER = 14
LONGEST = 25
"""So many words has an office with all that belongs to it at most."""
JOINS_AFTER = frozenset({"с", "против", "за", "для", "и"})
"""Words that go on with an office behind a name; before one they may part it from what is done: *встреча с*."""
CLOSERS = frozenset(".,;:!?…)—–")
QUOTES = frozenset('«»"“”„')


class RussianPhrases:
    """The grammar of phrases in Russian."""

    openers_after = frozenset({",", "(", "–", "—"})

    def __init__(self, language: str) -> None:
        self.kin = load(People, language).kin
        self.heads = load(People, language).offices
        self.endings = tuple(load(People, language).office_endings)
        self.titles = load(People, language).titles
        self.joins = load(People, language).role_joins
        self.relatives = load(People, language).relatives
        self.between = load(People, language).between
        self.copulas = load(People, language).copulas
        self.inverting = load(People, language).inverting
        self.introducing = load(People, language).introducing
        self.origins = load(People, language).origins
        self.demonyms = frozenset(read_list(language, "demonyms"))

    def ending_at(self, line: Line, stop: int) -> Span | None:
        """Return the phrase that ends before a token: *посол России в Белоруссии*; its head agrees with the name."""
        named = line.name_at(stop)
        wanted = morphology.cases(line.tokens[named.first].text) if named else frozenset()
        i, best = stop - 1, None
        while i >= max(0, stop - LONGEST) and self._inside(line, i):
            if self.is_head(line, i) and (not wanted or self._cases(line, i) & wanted) and not self._plural(line, i):
                best = i
            i -= 1
        return None if best is None else (self._with_adjectives(line, best), stop)

    def starting_at(self, line: Line, start: int) -> Span | None:
        """Return the phrase that starts at a token: *министр иностранных дел России*."""
        last = min(start + MOST_BEFORE, len(line.tokens))
        head = next((n for n in range(start, last) if self.is_head(line, n)), None)
        if head is None or any(not self._precedes(line, n) for n in range(start, head)):
            return None
        stop = head + 1
        while stop < len(line.tokens) and stop - head < MOST_AFTER and self._inside_after(line, stop):
            stop += 1
        while stop > head + 1 and line.lemma(stop - 1) in self.joins | JOINS_AFTER:
            stop -= 1
        relative = line.name_at(stop) if line.lemma(head) in self.kin and stop == head + 1 else None
        if relative is not None:
            return start, relative.after
        return None if line.name_at(stop) else (start, stop)

    def standing_alone(self, line: Line) -> Iterator[Span]:
        """Yield *белорусский лидер*: an adjective of place and a head without a name beside it."""
        for i in range(len(line.tokens) - 1):
            adjective = line.lemma(i) in self.demonyms and self.is_head(line, i + 1) and not self._plural(line, i + 1)
            if adjective and not line.name_at(i + 2) and "gent" not in self._only_genitive(line, i + 2):
                yield i, i + 2

    def is_title(self, line: Line, i: int) -> bool:
        """Tell whether a token is a form of address."""
        return line.lemma(i) in self.titles

    def closes(self, line: Line, i: int) -> bool:
        """Tell whether a token may follow a phrase set off by a comma."""
        return i >= len(line.tokens) or line.lemma(i) in CLOSERS

    def opens(self, line: Line, i: int) -> bool:
        """Tell whether a phrase may stand before a comma and a name; Russian puts no comma there."""
        return bool(line.tokens) and i < 0

    def skip_age(self, line: Line, i: int) -> int:
        """Return where to go on after an age: *, 45 лет, фермер*."""
        if line.lemma(i).isdigit() and line.lemma(i + 1) in {"год", "лето"} and line.lemma(i + 2) == ",":
            return i + 3
        return i

    def is_head(self, line: Line, i: int) -> bool:
        """Tell whether a token names an office; an adjective before a noun does not: *учёное звание*."""
        if i < 0 or i >= len(line.tokens) or line.name_at(i):
            return False
        if morphology.is_adjective(line.tokens[i].text) and i + 1 < len(line.tokens) and not line.name_at(i + 1):
            following = line.tokens[i + 1]
            if following.word and (morphology.is_noun(following.text) or morphology.is_adjective(following.text)):
                return False
        return line.lemma(i) in self.heads or line.lemma(i) in self.kin or self._is_profession(line, i)

    def base_form(self, line: Line, span: Span) -> str:
        """Return the words of an office with the head and its adjectives in the nominative."""
        head = next((i for i in range(*span) if self.is_head(line, i)), None)
        words = [token.text for token in line.tokens[slice(*span)]]
        if head is None or self._plural(line, head):
            return _join(line, span, words)
        sex = morphology.noun_sex(line.tokens[head].text)
        for i in range(span[0], head + 1):
            if i == head or morphology.is_adjective(line.tokens[i].text):
                words[i - span[0]] = morphology.base_form(line.tokens[i].text, sex)
        return _join(line, span, words)

    def _is_profession(self, line: Line, i: int) -> bool:
        """Tell *палеонтолог* by its ending, and *нападающий*, a participle that serves as a noun."""
        word = line.tokens[i].text
        if line.lemma(i).endswith(self.endings):
            return morphology.is_animate(word)
        return bool(morphology.nouns(word) & self.heads)

    def _plural(self, line: Line, i: int) -> bool:
        return morphology.is_plural(line.tokens[i].text)

    def _cases(self, line: Line, i: int) -> frozenset[str]:
        return morphology.cases(line.tokens[i].text)

    def _only_genitive(self, line: Line, i: int) -> frozenset[str]:
        if i >= len(line.tokens) or not line.tokens[i].word:
            return frozenset()
        found = self._cases(line, i)
        return found if "nomn" not in found else frozenset()

    def _inside_after(self, line: Line, i: int) -> bool:
        return self._inside(line, i) or line.lemma(i) in JOINS_AFTER

    def _inside(self, line: Line, i: int) -> bool:
        lemma, token = line.lemma(i), line.tokens[i]
        if line.name_at(i):
            return False
        if lemma in self.joins or lemma in QUOTES:
            return True
        if lemma == "-":
            return True
        return token.word and morphology.is_nominal(token.text)

    def _precedes(self, line: Line, i: int) -> bool:
        return not line.name_at(i) and (
            line.lemma(i) == "-"
            or morphology.is_adjective(line.tokens[i].text)
            or (line.lemma(i + 1) == "-" and line.tokens[i].word)
        )

    def _with_adjectives(self, line: Line, head: int) -> int:
        i = head
        while i and not line.name_at(i - 1):
            if line.lemma(i - 1) == "-" and i > 1:
                i -= 2
            elif morphology.is_adjective(line.tokens[i - 1].text):
                i -= 1
            else:
                break
        return i


def _join(line: Line, span: Span, words: Sequence[str]) -> str:
    """Return words with the spaces that stand between them in the text."""
    pieces = [words[0]]
    for i, word in zip(range(span[0] + 1, span[1]), words[1:], strict=True):
        pieces += [" "] * (line.tokens[i].start > line.tokens[i - 1].stop) + [word]
    return "".join(pieces)
