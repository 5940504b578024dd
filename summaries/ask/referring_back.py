"""Sentences that point back to the one before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.languages.schema import Questions, load
from summaries.text.words import WORD

if TYPE_CHECKING:
    from summaries.article import Sentence
    from summaries.briefing import Briefing

EDGE = 3
"""Number of words at the beginning or end of a sentence among which a pronoun leaves it hanging: “…,” he said."""


def sentence_before(briefing: Briefing, sentence: Sentence) -> Sentence | None:
    """Return the sentence before one that opens or ends with a word such as *he* or *this*."""
    back = load(Questions, briefing.article.language).back
    words = [match[0].lower() for match in WORD.finditer(sentence.text)]
    if not sentence.index or back.isdisjoint(words[:EDGE] + words[-EDGE:]):
        return None
    return briefing.sentences[sentence.index - 1]
