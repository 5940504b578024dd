"""From an article to its people: names → persons → roles and statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.briefing import Mention, Person
from summaries.people.merging import Individual, merge_names, read_name, with_aliases
from summaries.people.names import find_names
from summaries.people.organisations import find_organisations
from summaries.people.reading import find_sentence, read_lines
from summaries.people.roles import find_roles
from summaries.people.speech import find_statements

if TYPE_CHECKING:
    from summaries.article import Article, Sentence


def draw(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Person, ...]:
    """Return the people whom the body names, those first who are named and heard most."""
    people = find_individuals(article) if sentences else []
    lines = read_lines(article, sentences, people)
    roles = find_roles(lines, article.language, len(people))
    statements = find_statements(article, lines, people, roles)
    organisations = find_organisations(lines, roles, article.language)
    starts = [sentence.start for sentence in sentences]
    drawn = [
        Person(
            name=person.called,
            role=article.quote(role.start, role.stop) if role else None,
            mentions=tuple(
                Mention(article.quote(name.start, name.stop), find_sentence(starts, name.start))
                for name in person.names
            ),
            says=says,
            organisation=article.quote(*organisation) if organisation else None,
        )
        for person, role, says, organisation in zip(people, roles, statements, organisations, strict=True)
    ]
    return tuple(sorted(drawn, key=lambda person: (-_weight(person), person.mentions[0].quote.start)))


def find_individuals(article: Article) -> list[Individual]:
    """Return the people of the body; what stands above it helps to find and to name them."""
    head = "\n".join(part for part in (article.title, article.standfirst, article.author) if part)
    above = f"{head}\n\n" if head else ""
    text, offset = above + article.text, len(above)
    names = (read_name(text, *span, article.language) for span in find_names(text, article.language))
    merged = merge_names(with_aliases(text, names), article.language)
    return [person.moved(-offset) for person in merged if person.names[-1].start >= offset]


def _weight(person: Person) -> int:
    return len(person.mentions) + len(person.says)
