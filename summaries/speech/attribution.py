"""What people say, directly or as reported: verbs of speech with their subjects, *according to*, *in his opinion*.

Words in quotation marks that nobody says are no speech.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.briefing import Statement
from summaries.speech.cues import find_cues
from summaries.speech.quotations import stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.article import Article
    from summaries.document import Document
    from summaries.people.analysis import PeopleAnalysis
    from summaries.people.mentions import Line
    from summaries.speech.cues import Cue


def find_statements(document: Document, people: PeopleAnalysis) -> list[tuple[Statement, ...]]:
    """Return for each entity what they say, in the order of the text, a sentence once."""
    article, lines = document.article, people.lines
    prose = [paragraph.kind != "heading" for paragraph in article.paragraphs]
    found: list[list[tuple[int, int, Cue]]] = [[] for _ in people.entities]
    for cue in find_cues(lines, article.language, people.entities, people.roles):
        if not prose[lines[cue.line].sentence.paragraph]:
            continue
        first, last = stretch(lines, cue.line, document.quotations)
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
