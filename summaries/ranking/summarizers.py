"""Summarizers behind sumy's own interface, each exchangeable for any of sumy's.

They are called with a document of sumy and a count and return sentences of the document in its order. This module is
imported on first use, for sumy loads slowly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sumy.summarizers._summarizer import AbstractSummarizer

from summaries.ranking.classics import (
    rate_by_lexrank,
    rate_by_lsa,
    rate_by_luhn,
    rate_by_textrank,
    significant_words,
)
from summaries.ranking.openings import read_openings
from summaries.ranking.scoring import Material, score_sentences
from summaries.ranking.selection import order_sentences
from summaries.ranking.topics import find_parts
from summaries.text import find_stems
from summaries.text.labels import without_labels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


class BriefingSummarizer(AbstractSummarizer):  # type: ignore[misc]
    """Our own: see `summaries.ranking.scoring` for what counts and `summaries.ranking.selection` for the choice.

    `language` is an ISO 639-1 code. The document's headings that stand before its first sentence are its title.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __call__(self, document: Any, sentences_count: Any) -> tuple[Any, ...]:
        """Return so many sentences of a document, or those that `sentences_count`, if a function, chooses."""
        sentences = document.sentences
        if not sentences:
            return ()
        texts = without_labels([str(sentence) for sentence in sentences])
        paragraphs = [number for number, one in enumerate(document.paragraphs) for _ in one.sentences]
        sections = self._sections(document)
        stems = [find_stems(text, self.language) for text in texts]
        openings = read_openings(texts, paragraphs, self.language)
        scores = score_sentences(Material(texts, stems, openings, self._title(document), sections[-1] + 1))
        order = order_sentences(scores, find_parts(stems, paragraphs, sections), openings.leaning)
        ratings = dict(zip(order, range(0, -len(order), -1), strict=True))
        places = iter(range(len(sentences)))
        return tuple(self._get_best_sentences(sentences, sentences_count, lambda _: ratings[next(places)]))

    def _sections(self, document: Any) -> list[int]:
        """Return for each sentence the number of its section: how many headings stand between it and the first."""
        sections: list[int] = []
        number = 0
        for paragraph in document.paragraphs:
            number += bool(sections) and bool(paragraph.headings)
            sections += [number] * len(paragraph.sentences)
        return sections

    def _title(self, document: Any) -> list[str]:
        first = document.paragraphs[0]
        return (
            [] if first.sentences else [stem for one in first.headings for stem in find_stems(str(one), self.language)]
        )


class _Classic(AbstractSummarizer):  # type: ignore[misc]
    """An algorithm of sumy over arrays."""

    stop_words: frozenset[str] = frozenset()

    def __call__(self, document: Any, sentences_count: Any) -> tuple[Any, ...]:
        """Return so many sentences of a document, or those that `sentences_count`, if a function, chooses."""
        if not document.sentences:
            return ()
        ratings = iter(self.rate([sentence.words for sentence in document.sentences], document.words))
        return tuple(self._get_best_sentences(document.sentences, sentences_count, lambda _: next(ratings)))

    def rate(self, sentences: Sequence[Sequence[str]], words: Iterable[str]) -> Iterable[float]:
        """Return the rating of each sentence, given as its words; `words` are those of headings too."""
        raise NotImplementedError

    def stems(self, words: Iterable[str]) -> list[str]:
        """Return the stems of all words but stop words."""
        return [self.stem_word(word) for word in words if self.normalize_word(word) not in self.stop_words]


class LexRank(_Classic):
    """LexRank, as sumy's."""

    def rate(self, sentences: Sequence[Sequence[str]], words: Iterable[str]) -> Iterable[float]:  # noqa: ARG002
        """See `summaries.ranking.classics`."""
        return rate_by_lexrank([self.stems(sentence) for sentence in sentences])


class TextRank(_Classic):
    """TextRank, as sumy's."""

    def rate(self, sentences: Sequence[Sequence[str]], words: Iterable[str]) -> Iterable[float]:  # noqa: ARG002
        """See `summaries.ranking.classics`."""
        return rate_by_textrank([self.stems(sentence) for sentence in sentences])


class Lsa(_Classic):
    """LSA, as sumy's."""

    def rate(self, sentences: Sequence[Sequence[str]], words: Iterable[str]) -> Iterable[float]:
        """See `summaries.ranking.classics`."""
        known = dict.fromkeys(self.stems(words))
        stemmed = [[stem for stem in map(self.stem_word, sentence) if stem in known] for sentence in sentences]
        return rate_by_lsa(stemmed, len(known))


class Luhn(_Classic):
    """Luhn's method, as sumy's."""

    def rate(self, sentences: Sequence[Sequence[str]], words: Iterable[str]) -> Iterable[float]:
        """See `summaries.ranking.classics`."""
        significant = significant_words(self.stems(words))
        return rate_by_luhn([[self.stem_word(word) for word in sentence] for sentence in sentences], significant)


OURS: dict[str, Callable[..., Any]] = {"lexrank": LexRank, "textrank": TextRank, "lsa": Lsa, "luhn": Luhn}
"""Forms of sumy's algorithms that take any number of sentences."""
