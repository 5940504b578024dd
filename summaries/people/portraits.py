"""From an article to its people: names → persons → roles and statements."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from summaries.briefing import Mention, Person
from summaries.people.merging import Individual, merge_names, read_name
from summaries.people.names import find_names

if TYPE_CHECKING:
    from summaries.article import Article, Sentence


def draw(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Person, ...]:
    """Return the people whom the body names, those first who are named and heard most."""
    if not sentences:
        return ()
    people = [_draw(article, sentences, individual) for individual in find_individuals(article)]
    return tuple(sorted(people, key=lambda person: (-_weight(person), person.mentions[0].quote.start)))


def find_individuals(article: Article) -> list[Individual]:
    """Return the people of the body; what stands above it helps to find and to name them."""
    head = "\n".join(part for part in (article.title, article.standfirst, article.author) if part)
    above = f"{head}\n\n" if head else ""
    text, offset = above + article.text, len(above)
    names = (read_name(text, *span, article.language) for span in find_names(text, article.language))
    merged = merge_names(names, article.language)
    return [person.moved(-offset) for person in merged if person.names[-1].start >= offset]


def _draw(article: Article, sentences: tuple[Sentence, ...], individual: Individual) -> Person:
    starts = [sentence.start for sentence in sentences]
    mentions = tuple(
        Mention(article.quote(name.start, name.stop), max(0, bisect_right(starts, name.start) - 1))
        for name in individual.names
    )
    return Person(individual.called, None, mentions)


def _weight(person: Person) -> int:
    return len(person.mentions) + len(person.says)
