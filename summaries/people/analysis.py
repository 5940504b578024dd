"""From a document to its people: names → entities → roles, organisations, coreference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summaries.article import PARAGRAPH_BREAK
from summaries.languages.schema import abilities
from summaries.people.coreference import Link, find_links
from summaries.people.entities import Entity, merge_names, read_name, with_aliases
from summaries.people.entity_typing import keep_persons
from summaries.people.mentions import Line, read_lines
from summaries.people.names import find_names
from summaries.people.organisations import find_organisations
from summaries.people.roles import Roles, find_roles

if TYPE_CHECKING:
    from summaries.article import Article
    from summaries.document import Document

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PeopleAnalysis:
    """The people of a document. `roles` and `organisations` have one entry for each entity."""

    entities: tuple[Entity, ...]
    lines: tuple[Line, ...]
    """The sentences of the document with their names."""
    roles: tuple[Roles, ...]
    organisations: tuple[Span | None, ...]
    """Offsets in the article, ``None`` where the text ties none to the person."""
    links: tuple[Link, ...]
    """Words that stand for one of the entities without a name, in the order of the text."""


def analyze(document: Document) -> PeopleAnalysis:
    """Return the people whom the body names, in the order of the text."""
    can = abilities(document.language)
    found = find_entities(document.article) if document.sentences and "names" in can else []
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


def find_entities(article: Article) -> list[Entity]:
    """Return the people of the body; what stands above it helps to find and to name them."""
    head = "\n".join(part for part in (article.title, article.standfirst, article.author) if part)
    above = f"{head}\n\n" if head else ""
    text, offset = above + _without_references(article), len(above)
    names = (read_name(text, *span, article.language) for span in find_names(text, article.language))
    merged = merge_names(with_aliases(text, names), article.language)
    return [person.moved(-offset) for person in merged if person.names[-1].start >= offset]


def _without_references(article: Article) -> str:
    """Return the text of an article with spaces for its bibliographic references, so that offsets stay."""
    blanked = (" " * len(one.text) if one.kind == "reference" else one.text for one in article.paragraphs)
    return PARAGRAPH_BREAK.join(blanked)
