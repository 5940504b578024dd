"""What comes of a question: sentences, the words of the question in them, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summaries.article import Sentence

Certainty = Literal["sure", "unsure", "none"]
SHOWN: dict[Certainty, int] = {"sure": 1, "unsure": 3, "none": 1}
"""How many sentences are shown: the answer, three that may hold it, or the nearest where the article does not say."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that holds words asked for, and where they stand: offsets into the sentence, half open."""

    sentence: Sentence
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in an article's own words."""

    question: str
    certainty: Certainty
    hits: tuple[Hit, ...]
    """The sentences that have to do with the question, the best first; empty where there are none."""
    before: Sentence | None = None
    """The sentence before the best, where that points back at it."""
    language: str | None = None
    """The language of the question where it is not the article's: then the sentences hold what the question names."""

    @property
    def shown(self) -> tuple[Hit, ...]:
        """The sentences to be shown."""
        return self.hits[: SHOWN["unsure" if self.language else self.certainty]]

    @property
    def more(self) -> tuple[Hit, ...]:
        """The sentences that are left."""
        return self.hits[len(self.shown) :]
