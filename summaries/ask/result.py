"""The result of a question: sentences, the question's words in them, and the certainty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summaries.article import Sentence

Certainty = Literal["sure", "unsure", "none"]
SHOWN: dict[Certainty, int] = {"sure": 1, "unsure": 3, "none": 1}
"""Number of sentences shown: the answer, three that may contain it, or the nearest if the article does not say."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that contains words of the question, and their half-open spans within the sentence."""

    sentence: Sentence
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in an article's own words."""

    question: str
    certainty: Certainty
    hits: tuple[Hit, ...]
    """The sentences relevant to the question, best first; may be empty."""
    before: Sentence | None = None
    """The sentence before the best one, if that refers back to it."""
    language: str | None = None
    """The language of the question where it is not the article's: then the sentences hold what the question names."""

    @property
    def shown(self) -> tuple[Hit, ...]:
        """The sentences to show."""
        return self.hits[: SHOWN["unsure" if self.language else self.certainty]]

    @property
    def more(self) -> tuple[Hit, ...]:
        """The remaining sentences."""
        return self.hits[len(self.shown) :]
