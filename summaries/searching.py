"""Where an article speaks of something: its sentences by the words that a reader asks with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summaries.article import WORD, Sentence
from summaries.text import find_stems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summaries.briefing import Briefing


BEGINNING = 5
"""From so many letters on the beginning of a word says which word is meant."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that holds words asked for, and where they stand: offsets into the sentence, half open."""

    sentence: Sentence
    spans: tuple[tuple[int, int], ...]


def search(briefing: Briefing, wanted: str, *, least: int | None = None) -> tuple[Hit, ...]:
    """Return the sentences that hold the words asked for, by their stems, in the order of the article.

    They hold at least so many of the words, or else as many as any sentence does and no less than half. The beginning
    of a word stands for the word; stop words do not count.
    """
    language = briefing.article.language
    asked = set(find_stems(wanted, language))
    found = [(sentence, _places(sentence.text, asked, language)) for sentence in briefing.sentences]
    if least is None:
        most = max((len(stems) for _, (stems, _) in found), default=0)
        least = max(most, -(-len(asked) // 2), 1)
    return tuple(Hit(sentence, spans) for sentence, (stems, spans) in found if len(stems) >= least)


def _places(text: str, asked: Iterable[str], language: str) -> tuple[frozenset[str], tuple[tuple[int, int], ...]]:
    """Return which of the stems asked for a text has, and the spans of their words."""
    found: set[str] = set()
    spans: list[tuple[int, int]] = []
    for word in WORD.finditer(text):
        stems = find_stems(word.group(), language)
        meant = {wanted for wanted in asked if any(_means(wanted, stem) for stem in stems)}
        if meant:
            found |= meant
            spans.append(word.span())
    return frozenset(found), tuple(spans)


def _means(wanted: str, stem: str) -> bool:
    return stem == wanted or (len(wanted) >= BEGINNING and stem.startswith(wanted))
