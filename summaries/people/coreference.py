"""Coreference: nameless mentions of people, such as *he*, *she*, *the minister*."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summaries.languages.schema import People, load
from summaries.people.mentions import line_at
from summaries.people.pronouns import choose_resolver
from summaries.people.roles.phrases import phrases_of
from summaries.text.morphology import INFLECTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.document import Document
    from summaries.people.entities import Entity
    from summaries.people.mentions import Line
    from summaries.people.roles import Role, Roles

RECENT = 6
"""Maximum distance of an office from the last name of the person it refers to, in sentences."""


@dataclass(frozen=True, slots=True)
class Link:
    """A nameless mention of a person: *he*, *her*, *the minister*."""

    line: int
    """Index of the sentence."""
    first: int
    after: int
    """Its half-open range of tokens."""
    person: int
    antecedent: int
    """Index of the last sentence before it that names the person."""


def find_links(
    document: Document, lines: Sequence[Line], entities: Sequence[Entity], roles: Sequence[Roles]
) -> Iterator[Link]:
    """Yield the pronouns and offices that refer to somebody, in text order; uncertain ones are left out."""
    resolver = choose_resolver(document, lines, entities)
    offices = Offices(lines, roles, document.language)
    grammar = phrases_of(document.language)
    for number, line in enumerate(lines):
        resolver.begin(number)
        standing = {stop - 1 for _, stop in grammar.standing_alone(line)}
        for i in range(len(line.tokens)):
            name = line.name_at(i)
            if name is not None:
                if name.first == i:
                    resolver.see_name(number, i)
                continue
            holder = offices.ending_at(number, i + 1)
            if holder is None and i in standing:
                holder = resolver.resolve_noun(number, i)
            person = holder if holder is not None else resolver.resolve(number, i)
            if person is None:
                resolver.see_unnamed(number, i)
            else:
                resolver.see(number, i, person)
                yield Link(number, i, i + 1, person, offices.last_named(number, person))


class Offices:
    """The people of a text by office, for resolving an office without a name."""

    def __init__(self, lines: Sequence[Line], roles: Sequence[Roles], language: str) -> None:
        self.lines = lines
        self.grammar = phrases_of(language)
        self.declines = language in INFLECTED
        self.joins = load(People, language).role_joins
        found: defaultdict[str, set[int]] = defaultdict(set)
        self.words: dict[int, set[str]] = {}
        for person, stated in enumerate(roles):
            for role in stated:
                line = line_at(lines, role.start)
                inside = [n for n, token in enumerate(line.tokens) if role.start <= token.start < role.stop]
                self.words.setdefault(person, set()).update(line.lemma(n) for n in inside)
                for head in self._heads(line, role):
                    found[head].add(person)
        self.holders = {head: people.pop() for head, people in found.items() if len(people) == 1}
        self.named: defaultdict[int, list[int]] = defaultdict(list)
        for number, line in enumerate(lines):
            for name in line.names:
                self.named[name.person].append(number)

    def _heads(self, line: Line, role: Role) -> list[str]:
        """Return the words of a role that name its office: those before *of*; in Russian only the first."""
        heads: list[str] = []
        for i, token in enumerate(line.tokens):
            if role.start <= token.start < role.stop:
                if line.lemma(i) in self.joins and heads:
                    break
                if self.grammar.is_head(line, i):
                    heads.append(line.lemma(i))
        return heads[:1] if self.declines else heads[-1:]

    def ending_at(self, number: int, stop: int) -> int | None:
        """Return the referent of an office that ends before a token: *the **minister** said*."""
        line = self.lines[number]
        person = self.holders.get(line.lemma(stop - 1)) if stop else None
        if person is None or line.name_at(stop - 1):
            return None
        span = self.grammar.ending_at(line, stop)
        if span is None or not {line.lemma(n) for n in range(*span)} <= self.words[person]:
            return None
        opened = self.declines or line.lemma(span[0] - 1) == "the"
        return person if opened and self._is_near(number, person) else None

    def _is_near(self, number: int, person: int) -> bool:
        """Return whether a person is named in the sentences before a sentence, or in the one after it."""
        numbers = self.named[person]
        i = bisect_left(numbers, number - RECENT)
        return i < len(numbers) and numbers[i] <= number + 1

    def last_named(self, number: int, person: int) -> int:
        """Return the last sentence up to a given one that names a person, else the first after it."""
        numbers = self.named[person]
        return numbers[max(0, bisect_right(numbers, number) - 1)]
