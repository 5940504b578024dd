"""Whom *he*, *she* and *the Belarusian leader* mean: the nearest person before who fits, in the paragraph first."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summaries.languages.schema import People, load
from summaries.people.role_phrases import phrases_of
from summaries.text.morphology import INFLECTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.document import Document
    from summaries.people.entities import Entity
    from summaries.people.mentions import Line, Named
    from summaries.people.roles import Role

FARTHEST = 12
"""So many sentences a pronoun looks back."""
RECENT = 6
"""So many sentences ago a person may have been named last whom an office alone means."""


@dataclass(frozen=True, slots=True)
class Link:
    """A word that stands for a person without a name: *he*, *her*, *the minister*."""

    line: int
    """Index of the sentence."""
    first: int
    after: int
    """The numbers of its tokens, half open."""
    person: int
    antecedent: int
    """Index of the sentence that names the person last before it."""


def find_links(
    document: Document, lines: Sequence[Line], entities: Sequence[Entity], roles: Sequence[Role | None]
) -> Iterator[Link]:
    """Yield the pronouns and offices that stand for somebody, in the order of the text; the uncertain are left out."""
    data = load(People, document.language)
    context = Context(lines, [entity.sex for entity in entities], document.language)
    offices = Offices(lines, roles, document.language)
    known = {**data.possessives, **data.pronouns}
    last: dict[int, int] = {}
    for number, line in enumerate(lines):
        for i, token in enumerate(line.tokens):
            name = line.name_at(i)
            if name is not None:
                last[name.person] = number
                continue
            sex = known.get(token.text.lower())
            person = context.resolve(number, i, sex) if sex else offices.ending_at(number, i + 1)
            if person is not None and person in last:
                yield Link(number, i, i + 1, person, last[person])


class Context:
    """The people of a text in their order, to be asked whom a word means."""

    def __init__(self, lines: Sequence[Line], sexes: Sequence[str | None], language: str) -> None:
        self.lines = lines
        self.sexes = sexes
        self.prepositions = load(People, language).prepositions

    def resolve(self, number: int, token: int, sex: str | None) -> int | None:
        """Return whom a token in a sentence means, ``None`` where nobody fits.

        The subject of the nearest sentence before comes first: the first name in it that is no possessive and
        follows no preposition. A name of the other sex never fits; behind one, beyond the paragraph, only a name
        whose sex shows does.
        """
        paragraph = self.lines[number].sentence.paragraph
        passed = False
        for names, line in self._before(number, token):
            sure = sex is None or (passed and line.sentence.paragraph != paragraph)
            wanted = {sex} if sex and sure else {sex, None}
            fitting = [name for name in names if sex is None or self.sexes[name.person] in wanted]
            if fitting:
                return min(fitting, key=lambda name: (self._rank(line, name), name.first)).person
            passed = passed or bool(names)
        return None

    def _before(self, number: int, token: int) -> Iterator[tuple[list[Named], Line]]:
        line = self.lines[number]
        yield [name for name in line.names if name.after <= token], line
        for i in range(number - 1, max(-1, number - FARTHEST), -1):
            yield list(self.lines[i].names), self.lines[i]

    def _rank(self, line: Line, name: Named) -> int:
        if line.lemma(name.after) in {"'s", "’s"}:
            return 2
        return 1 if line.lemma(name.first - 1) in self.prepositions else 0


class Offices:
    """The people of a text by their offices, to be asked whom an office without a name means."""

    def __init__(self, lines: Sequence[Line], roles: Sequence[Role | None], language: str) -> None:
        self.lines = lines
        self.grammar = phrases_of(language)
        self.declines = language in INFLECTED
        self.joins = load(People, language).role_joins
        found: defaultdict[str, set[int]] = defaultdict(set)
        starts = [line.sentence.start for line in lines]
        for person, role in enumerate(roles):
            if role:
                line = lines[max(0, bisect_right(starts, role.start) - 1)]
                for head in self._heads(line, role):
                    found[head].add(person)
        self.holders = {head: people.pop() for head, people in found.items() if len(people) == 1}

    def _heads(self, line: Line, role: Role) -> list[str]:
        """Return the words of a role that name its office: those before *of*; in Russian the first alone."""
        heads: list[str] = []
        for i, token in enumerate(line.tokens):
            if role.start <= token.start < role.stop:
                if line.lemma(i) in self.joins and heads:
                    break
                if self.grammar.is_head(line, i):
                    heads.append(line.lemma(i))
        return heads[:1] if self.declines else heads[-1:]

    def ending_at(self, number: int, stop: int) -> int | None:
        """Return whom an office means that ends before a token: *the **minister** said*."""
        line = self.lines[number]
        person = self.holders.get(line.lemma(stop - 1)) if stop else None
        if person is None or line.name_at(stop - 1):
            return None
        span = self.grammar.ending_at(line, stop)
        alone = span is not None and span[0] == stop - 1
        opened = self.declines or line.lemma(stop - 2) == "the"
        return person if alone and opened and self._is_recent(number, person) else None

    def starting_at(self, number: int, start: int) -> int | None:
        """Return whom an office means that starts at a token: *said the **minister***."""
        line = self.lines[number]
        head = start + (line.lemma(start) == "the")
        if (head == start and not self.declines) or head >= len(line.tokens):
            return None
        after = head + 1
        closed = after >= len(line.tokens) or not line.tokens[after].word
        person = self.holders.get(line.lemma(head)) if closed else None
        return person if person is not None and self._is_recent(number, person) else None

    def _is_recent(self, number: int, person: int) -> bool:
        return any(
            name.person == person for line in self.lines[max(0, number - RECENT) : number + 1] for name in line.names
        )
