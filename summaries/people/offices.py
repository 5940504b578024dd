"""Whom an office alone means: *the minister said*, where one person of the text is minister."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from summaries.languages.schema import People, load
from summaries.people.phrases import phrases_of
from summaries.text.morphology import INFLECTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.people.reading import Line
    from summaries.people.roles import Role

RECENT = 6
"""So many sentences ago a person may have been named last whom an office alone means."""


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
        if person is None or line.naming_at(stop - 1):
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
