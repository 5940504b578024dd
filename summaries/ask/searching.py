"""Full-text search in an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.article import WORD
from summaries.ask.result import Hit
from summaries.ask.terms import find_terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summaries.briefing import Briefing

BEGINNING = 5
"""Minimum number of letters by which the beginning of a word matches the word."""
LIMIT = 30
"""Maximum number of words searched for."""


def search(briefing: Briefing, wanted: str, *, least: int | None = None) -> tuple[Hit, ...]:
    """Return the sentences that contain the words of a query, compared by terms, in text order.

    They contain at least `least` of the words or, failing that, as many as any sentence does, and at least half. The
    beginning of a word matches the word; stop words are ignored.
    """
    language = briefing.article.language
    asked = set(find_terms(" ".join(wanted.split()[:LIMIT]), language))
    found = [(sentence, _places(sentence.text, asked, language)) for sentence in briefing.sentences]
    if least is None:
        most = max((len(terms) for _, (terms, _) in found), default=0)
        least = max(most, -(-len(asked) // 2), 1)
    return tuple(Hit(sentence, spans) for sentence, (terms, spans) in found if len(terms) >= least)


def _places(text: str, asked: Iterable[str], language: str) -> tuple[frozenset[str], tuple[tuple[int, int], ...]]:
    """Return which query terms a text contains, and the spans of their words."""
    found: set[str] = set()
    spans: list[tuple[int, int]] = []
    for word in WORD.finditer(text):
        terms = find_terms(word.group(), language)
        meant = {wanted for wanted in asked if any(_means(wanted, term) for term in terms)}
        if meant:
            found |= meant
            spans.append(word.span())
    return frozenset(found), tuple(spans)


def _means(wanted: str, term: str) -> bool:
    return term == wanted or (len(wanted) >= BEGINNING and term.startswith(wanted))
