"""The people and bodies of a document with what they say, and for each sentence who speaks in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summaries.briefing import Attribution, Body, Coreference, Mention, Person, Statement
from summaries.speech.attribution import find_statements
from summaries.speech.quotations import is_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.document import Document
    from summaries.people.analysis import PeopleAnalysis


@dataclass(frozen=True, slots=True)
class Speech:
    """What a document says of its speakers, as a briefing holds it."""

    people: tuple[Person, ...]
    """Those first who are named and heard most."""
    bodies: tuple[Body, ...]
    attributions: tuple[Attribution, ...]
    """One for each sentence in which somebody speaks, known or not, in order."""
    coreferences: tuple[Coreference, ...]


def find_speech(document: Document, people: PeopleAnalysis) -> Speech:
    """Return the speakers of a document."""
    statements = find_statements(document, people)
    described = list(_describe(document, people, statements))
    return Speech(
        people=tuple(sorted(described, key=lambda person: (-_weight(person), person.mentions[0].quote.start))),
        bodies=(),
        attributions=tuple(_attributions(document, people, described)),
        coreferences=tuple(_coreferences(document, people)),
    )


def _describe(
    document: Document, people: PeopleAnalysis, statements: Sequence[tuple[Statement, ...]]
) -> Iterator[Person]:
    quote = document.article.quote
    for entity, role, says, organisation in zip(
        people.entities, people.roles, statements, people.organisations, strict=True
    ):
        yield Person(
            name=entity.called,
            role=quote(role.start, role.stop) if role else None,
            mentions=tuple(
                Mention(quote(name.start, name.stop), document.sentence_at(name.start)) for name in entity.names
            ),
            says=says,
            organisation=quote(*organisation) if organisation else None,
        )


def _weight(person: Person) -> int:
    return len(person.mentions) + len(person.says)


def _attributions(document: Document, people: PeopleAnalysis, described: Sequence[Person]) -> Iterator[Attribution]:
    speakers: dict[int, tuple[str, int]] = {}
    for person in described:
        for said in person.says:
            last = document.sentence_at(said.quote.stop - 1)
            for number in range(document.sentence_at(said.quote.start), last + 1):
                speakers[number] = person.name, said.sentence
    for number, line in enumerate(people.lines):
        direct = is_quoted(line, document.quotations)
        name, source = speakers.get(number, (None, None))
        if direct or name:
            yield Attribution(number, name, source, direct)


def _coreferences(document: Document, people: PeopleAnalysis) -> Iterator[Coreference]:
    for link in people.links:
        tokens = people.lines[link.line].tokens
        quote = document.article.quote(tokens[link.first].start, tokens[link.after - 1].stop)
        yield Coreference(quote, link.line, people.entities[link.person].called, link.antecedent)
