"""Texts of any length to measure on: made-up words that repeat as words do, in sentences and paragraphs."""

from __future__ import annotations

import random

from summaries.article import Article, compose

WORDS = 8000
FLATTEN = 5
"""The frequency of the word at rank r is 1 / (r + 5), near to Zipf's law."""
SENTENCE = (8, 28)
PARAGRAPH = 5
SYLLABLES = [first + second for first in "bcdfglmnprstv" for second in "aeiou"]


def make_up(sentences: int, seed: int = 1) -> Article:
    """Return an article of so many sentences, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(WORDS)]
    weights = [1 / (rank + FLATTEN) for rank in range(WORDS)]
    texts = [
        " ".join(chance.choices(words, weights, k=chance.randint(*SENTENCE))).capitalize() + "."
        for _ in range(sentences)
    ]
    paragraphs = [" ".join(texts[first : first + PARAGRAPH]) for first in range(0, sentences, PARAGRAPH)]
    return compose(paragraphs, language="en", title=" ".join(words[20:26]))
