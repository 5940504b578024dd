"""Finds the people of a document: names → entities → roles, organisations, coreference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summaries.article import PARAGRAPH_BREAK
from summaries.languages.schema import abilities
from summaries.people.coreference import Link, find_links
from summaries.people.entities import Entity, merge_names, read_name, with_aliases
from summaries.people.entity_typing import keep_persons
from summaries.people.mentions import Line, read_lines
from summaries.people.names import find_in_prose
from summaries.people.organisations import find_organisations
from summaries.people.roles import Roles, find_roles
from summaries.text.tokens import Token, split_tokens
from summaries.text.truecasing import recase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summaries.article import Article
    from summaries.document import Document

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PeopleAnalysis:
    """The people of a document. `roles` and `organisations` have one entry per entity."""

    entities: tuple[Entity, ...]
    lines: tuple[Line, ...]
    """The sentences of the document, with the names in them."""
    roles: tuple[Roles, ...]
    organisations: tuple[Span | None, ...]
    """Offsets in the article, ``None`` if the text gives no organisation for the person."""
    links: tuple[Link, ...]
    """Nameless mentions of the entities, in text order."""


def analyze(document: Document) -> PeopleAnalysis:
    """Return the people named in the body, in text order."""
    can = abilities(document.language)
    found = find_entities(document) if document.sentences and "names" in can else []
    lines = read_lines(document, found)
    entities = keep_persons(lines, found, document.language)
    if entities != found:
        lines = read_lines(document, entities)
    roles: list[Roles] = [()] * len(entities)
    if "roles" in can:
        roles = find_roles(lines, document.language, len(entities))
    return PeopleAnalysis(
        entities=tuple(entities),
        lines=lines,
        roles=tuple(roles),
        organisations=tuple(find_organisations(lines, roles, document.language)),
        links=tuple(find_links(document, lines, entities, roles)),
    )


def find_entities(document: Document) -> list[Entity]:
    """Return the people in the body; what precedes it helps to find and name them."""
    article, language = document.article, document.language
    head = "\n".join(part for part in (article.title, article.standfirst, article.author) if part)
    above = f"{head}\n\n" if head else ""
    text, offset = above + _without_references(article, article.text), len(above)
    cased = recase(above + document.prose, language)[:offset] if above else ""
    prose = cased + _without_references(article, document.prose)
    sentences = [*split_tokens(cased, language), *_body(document, offset)]
    names = (read_name(text, *span, language) for span in find_in_prose(text, prose, sentences, language))
    merged = merge_names(with_aliases(text, names), language)
    return [person.moved(-offset) for person in merged if person.names[-1].start >= offset]


def _without_references(article: Article, text: str) -> str:
    """Return the text with its bibliographic references blanked out, so that offsets stay valid."""
    lines = (text[one.start : one.stop] for one in article.paragraphs)
    kinds = (one.kind for one in article.paragraphs)
    blanked = (" " * len(line) if kind == "reference" else line for line, kind in zip(lines, kinds, strict=True))
    return PARAGRAPH_BREAK.join(blanked)


def _body(document: Document, offset: int) -> Iterator[list[Token]]:
    """Yield the sentences as tokens shifted by a number of characters, without those in references."""
    for sentence, tokens in zip(document.sentences, document.tokens, strict=True):
        if document.article.paragraphs[sentence.paragraph].kind != "reference":
            yield [Token(token.start + offset, token.stop + offset, token.text) for token in tokens]
