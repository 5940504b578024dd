"""What people say, directly or as reported: verbs of speech with their subjects, *according to*, *in his opinion*.

Words in quotation marks that nobody says are no speech.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.briefing import Statement
from summaries.people.cues import find_cues
from summaries.people.quotations import find_quotations, stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.article import Article
    from summaries.people.cues import Cue
    from summaries.people.merging import Individual
    from summaries.people.reading import Line
    from summaries.people.roles import Role


def find_statements(
    article: Article, lines: Sequence[Line], people: Sequence[Individual], roles: Sequence[Role | None]
) -> list[tuple[Statement, ...]]:
    """Return for each person what they say, in the order of the text, a sentence once."""
    prose = [paragraph.kind != "heading" for paragraph in article.paragraphs]
    quotations = find_quotations(article)
    found: list[list[tuple[int, int, Cue]]] = [[] for _ in people]
    for cue in find_cues(lines, article.language, people, roles):
        if not prose[lines[cue.line].sentence.paragraph]:
            continue
        first, last = stretch(lines, cue.line, quotations)
        for person in cue.people:
            _add(found[person], first, last, cue, lines)
    return [tuple(_statement(article, lines, *item) for item in items) for items in found]


def _add(items: list[tuple[int, int, Cue]], first: int, last: int, cue: Cue, lines: Sequence[Line]) -> None:
    """Add a statement; one that overlaps the last, or carries on what a *statement from* announced, joins it."""
    if items:
        begun, ended, opening = items[-1]
        together = lines[begun].sentence.paragraph == lines[first].sentence.paragraph
        if first <= ended or (opening.announces and together):
            items[-1] = (min(begun, first), max(ended, last), opening)
            if not cue.announces:
                items[-1] = (min(begun, first), max(ended, last), opening.told())
            return
    items.append((first, last, cue))


def _statement(article: Article, lines: Sequence[Line], first: int, last: int, cue: Cue) -> Statement:
    return Statement(
        quote=article.quote(lines[first].sentence.start, lines[last].sentence.stop),
        sentence=cue.line,
        cue=article.quote(cue.start, cue.stop),
    )
