"""Where an article speaks of something: its sentences by the words that a reader asks with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.article import WORD
from summaries.ask.result import Hit
from summaries.ask.terms import find_terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summaries.briefing import Briefing

BEGINNING = 5
"""From so many letters on the beginning of a word says which word is meant."""
LIMIT = 30
"""So many words are looked for at most."""


def search(briefing: Briefing, wanted: str, *, least: int | None = None) -> tuple[Hit, ...]:
    """Return the sentences that hold the words asked for, by their terms, in the order of the article.

    They hold at least so many of the words, or else as many as any sentence does and no less than half. The beginning
    of a word stands for the word; stop words do not count.
    """
    language = briefing.article.language
    asked = set(find_terms(" ".join(wanted.split()[:LIMIT]), language))
    found = [(sentence, _places(sentence.text, asked, language)) for sentence in briefing.sentences]
    if least is None:
        most = max((len(terms) for _, (terms, _) in found), default=0)
        least = max(most, -(-len(asked) // 2), 1)
    return tuple(Hit(sentence, spans) for sentence, (terms, spans) in found if len(terms) >= least)


def _places(text: str, asked: Iterable[str], language: str) -> tuple[frozenset[str], tuple[tuple[int, int], ...]]:
    """Return which of the terms asked for a text has, and the spans of their words."""
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
