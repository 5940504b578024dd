"""The people and bodies of a document with their statements, and the speaker of each sentence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summaries.briefing import Attribution, Body, Coreference, Mention, Person, Statement
from summaries.languages.schema import abilities
from summaries.speech.attribution import Said, attribute_sentences
from summaries.speech.quotations import is_quoted, is_torn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.document import Document
    from summaries.people.analysis import PeopleAnalysis


@dataclass(frozen=True, slots=True)
class Speech:
    """The speakers of a document and their statements, as stored in a briefing."""

    people: tuple[Person, ...]
    """People, those named and quoted most first."""
    bodies: tuple[Body, ...]
    attributions: tuple[Attribution, ...]
    """One per sentence in which somebody speaks, known or not, in order."""
    coreferences: tuple[Coreference, ...]


def find_speech(document: Document, people: PeopleAnalysis) -> Speech:
    """Return the speakers of a document."""
    said = attribute_sentences(document, people) if "speech" in abilities(document.language) else []
    of_people: defaultdict[int, list[Said]] = defaultdict(list)
    of_bodies: defaultdict[str, list[Said]] = defaultdict(list)
    for one in said:
        if one.speaker.person is not None:
            of_people[one.speaker.person].append(one)
        elif one.speaker.body is not None:
            of_bodies[one.speaker.body].append(one)
    described = _describe(document, people, of_people)
    return Speech(
        people=tuple(sorted(described, key=lambda person: (-_weight(person), person.mentions[0].quote.start))),
        bodies=tuple(Body(name, tuple(_statements(document, people, ones))) for name, ones in of_bodies.items()),
        attributions=tuple(_attributions(document, people, said)),
        coreferences=tuple(_coreferences(document, people)),
    )


def _describe(document: Document, people: PeopleAnalysis, said: dict[int, list[Said]]) -> Iterator[Person]:
    quote = document.article.quote
    for number, (entity, roles, organisation) in enumerate(
        zip(people.entities, people.roles, people.organisations, strict=True)
    ):
        yield Person(
            name=entity.called,
            role=quote(roles[0].start, roles[0].stop) if roles else None,
            further_roles=tuple(quote(role.start, role.stop) for role in roles[1:]),
            mentions=tuple(
                Mention(quote(name.start, name.stop), document.sentence_at(name.start)) for name in entity.names
            ),
            says=tuple(_statements(document, people, said.get(number, ()))),
            office=", ".join(role.base for role in roles) or None,
            organisation=quote(*organisation) if organisation else None,
        )


def _weight(person: Person) -> int:
    return len(person.mentions) + len(person.says)


def _statements(document: Document, people: PeopleAnalysis, said: Sequence[Said]) -> Iterator[Statement]:
    """Yield statements: consecutive sentences with the same cue in a paragraph are one."""
    lines = people.lines
    groups: list[list[Said]] = []
    for one in said:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and one.line == last.line + 1
            and (one.cue == last.cue or (last.cue.announces and last.line == last.cue.line))
            and (lines[one.line].sentence.paragraph == lines[last.line].sentence.paragraph or is_torn(lines[last.line]))
        ):
            groups[-1].append(one)
        else:
            groups.append([one])
    for group in groups:
        cue = group[0].cue
        tokens = lines[cue.line].tokens
        yield Statement(
            quote=document.article.quote(lines[group[0].line].sentence.start, lines[group[-1].line].sentence.stop),
            sentence=group[0].line,
            cue=document.article.quote(tokens[cue.first].start, tokens[cue.after - 1].stop),
        )


def _attributions(document: Document, people: PeopleAnalysis, said: Sequence[Said]) -> Iterator[Attribution]:
    speakers: dict[int, tuple[str | None, int]] = {}
    for one in said:
        name = people.entities[one.speaker.person].called if one.speaker.person is not None else one.speaker.body
        speakers.setdefault(one.line, (name, one.cue.line))
    for number, line in enumerate(people.lines):
        direct = is_quoted(line, document.quotations)
        if number in speakers:
            yield Attribution(number, *speakers[number], direct)
        elif direct:
            yield Attribution(number, None, None, direct)


def _coreferences(document: Document, people: PeopleAnalysis) -> Iterator[Coreference]:
    for link in people.links:
        tokens = people.lines[link.line].tokens
        quote = document.article.quote(tokens[link.first].start, tokens[link.after - 1].stop)
        yield Coreference(quote, link.line, people.entities[link.person].called, link.antecedent)
