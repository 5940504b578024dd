"""Finds the organisations of people: in the words of their office, or by *of* after their name.

Precision comes first: a run of capitals counts only if it contains a word such as *University*, if it is an
abbreviation, or if it directly precedes an office in lower case. Countries and cities are not organisations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.languages.schema import People, load
from summaries.people.mentions import line_at
from summaries.people.roles.phrases import phrases_of
from summaries.text import morphology
from summaries.text.lexicon import load_lexicon, territory_words
from summaries.text.morphology import INFLECTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.people.mentions import Line
    from summaries.people.roles import Role, Roles

Span = tuple[int, int]
ACRONYM = 2
LONGEST = 8
INNER = frozenset({"of", "for", "and", "&", "the", "-"})
OPENING, CLOSING = frozenset('«“„"'), frozenset('»”“"')


def find_organisations(lines: Sequence[Line], roles: Sequence[Roles], language: str) -> list[Span | None]:
    """Return for each person the offsets of their organisation in the text, or ``None``."""
    finder = _Finder(lines, language)
    found: list[Span | None] = []
    for stated in roles:
        named = (finder.in_role(line_at(lines, role.start), role) for role in stated)
        found.append(next((span for span in named if span), None))
    for line in lines:
        for name in line.names:
            found[name.person] = found[name.person] or finder.behind(line, name.after)
    return found


class _Finder:
    """The organisations of one language."""

    def __init__(self, lines: Sequence[Line], language: str) -> None:
        self.capitals = {lemma for line in lines for lemma in _capitals(line)}
        self.grammar = phrases_of(language)
        self.declines = language in INFLECTED
        self.bodies = load(People, language).organisations
        self.kin = load(People, language).kin
        self.openers = load(People, language).office_openers
        self.origins = load(People, language).origins
        self.places = territory_words(language)

    def in_role(self, line: Line, role: Role) -> Span | None:
        """Return the organisation within the words of an office."""
        inside = [i for i, token in enumerate(line.tokens) if role.start <= token.start < role.stop]
        if not inside or line.lemma(inside[0]) in self.kin:
            return None
        runs = self._quoted(line, inside) if self.declines else self._runs(line, inside[0], inside[-1] + 1)
        return next((_offsets(line, run) for run in runs), None)

    def behind(self, line: Line, after: int) -> Span | None:
        """Return the organisation in *Wei Lin of Northgate Securities*."""
        if self.declines or line.lemma(after) not in self.origins:
            return None
        first = after + 1 + (line.lemma(after + 1) == "the")
        stop = first
        while stop < min(len(line.tokens), first + LONGEST) and self._goes_on(line, stop):
            stop += 1
        return next((_offsets(line, run) for run in self._runs(line, first, stop) if run[0] == first), None)

    def _runs(self, line: Line, first: int, stop: int) -> Iterator[Span]:
        i = first
        while i < stop:
            if not self._is_part(line, i):
                i += 1
                continue
            n = i
            while n < stop and self._goes_on(line, n):
                n += 1
            start, end = self._trim(line, i, self._before_office(line, i, n))
            if start < end and self._is_body(line, start, end, stop):
                yield start, end
            i = max(n, i + 1)

    def _is_part(self, line: Line, i: int) -> bool:
        return line.tokens[i].capital and not line.name_at(i)

    def _goes_on(self, line: Line, i: int) -> bool:
        return self._is_part(line, i) or (line.lemma(i) in INNER and not line.name_at(i))

    def _before_office(self, line: Line, start: int, stop: int) -> int:
        """Return the end of a run before an office in capitals: *White House **Chief of Staff***.

        The word may be part of a body's name instead: *Lahore General Hospital*.
        """
        for i in range(start + 1, stop):
            if self.grammar.is_head(line, i) and self.bodies.isdisjoint(line.lemmas[i:stop]):
                return i if self._is_body(line, *self._trim(line, start, i), stop) else stop
        return stop

    def _trim(self, line: Line, start: int, stop: int) -> Span:
        """Cut offices, adjectives of place and small words off both ends: *U.S. **Treasury** Secretary of*."""
        while start < stop and self._is_edge(line, start) and not self._opens_city(line, start):
            start += 1
        while start < stop and (self._is_edge(line, stop - 1) and line.lemma(stop - 1) not in self.bodies):
            stop -= 1
        return start, stop

    def _opens_city(self, line: Line, i: int) -> bool:
        """Return whether a word that may open an office begins the name of a city: *New York*."""
        return line.tokens[i].capital and " ".join(line.lemmas[i : i + 2]) in load_lexicon("cities")

    def _is_edge(self, line: Line, i: int) -> bool:
        lemma = line.lemma(i)
        return lemma in INNER or lemma in self.openers or lemma in self.places or self.grammar.is_head(line, i)

    def _is_body(self, line: Line, start: int, stop: int, end: int) -> bool:
        lemmas = line.lemmas[start:stop]
        if len(lemmas) > 1 and any(lemma in self.bodies for lemma in lemmas):
            return True
        if " ".join(lemmas) in load_lexicon("cities"):
            return False
        if len(lemmas) == 1 and len(lemmas[0]) >= ACRONYM and line.tokens[start].text.isupper():
            return line.tokens[start].text.isalpha()
        if start == 0 and len(lemmas) == 1 and lemmas[0] not in self.capitals:
            return False
        before_office = stop < end and not line.tokens[stop].capital
        return before_office and (self.grammar.is_head(line, stop) or line.lemma(stop) in self.openers)

    def _quoted(self, line: Line, inside: Sequence[int]) -> Iterator[Span]:
        """Yield *«Северной энергии»*, *МИД*, *Института геологии* in the words of an office in Russian."""
        last = inside[-1] + 1
        for i in inside:
            token = line.tokens[i]
            if token.text in OPENING:
                closing = next((n for n in range(i + 1, len(line.tokens)) if line.tokens[n].text in CLOSING), None)
                if closing is not None and closing <= last:
                    yield i, closing + 1
            elif self._is_acronym(line, i):
                yield i, i + 1
            elif token.capital and line.lemma(i) in self.bodies:
                yield i, last

    def _is_acronym(self, line: Line, i: int) -> bool:
        text = line.tokens[i].text
        known = line.lemma(i) in self.places or text.lower() in self.places
        return len(text) >= ACRONYM and text.isupper() and text.isalpha() and not known and morphology.is_nominal(text)


def _capitals(line: Line) -> Iterator[str]:
    """Yield the words that are capitalised though they do not open the sentence."""
    for i in range(1, len(line.tokens)):
        if line.tokens[i].capital and line.tokens[i - 1].word:
            yield line.lemma(i)


def _offsets(line: Line, span: Span) -> Span:
    return line.tokens[span[0]].start, line.tokens[span[1] - 1].stop
