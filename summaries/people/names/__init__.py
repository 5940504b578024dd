"""Finds the spans of people's names in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.people.names.datelines import find_datelines
from summaries.people.names.slovnet import find_cyrillic_names
from summaries.people.names.spacy import choose_pipeline, find_with_pipeline
from summaries.people.names.voting import find_latin_names
from summaries.text.tokens import split_tokens
from summaries.text.truecasing import recase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.text.tokens import Token

Span = tuple[int, int]
"""Half-open offsets."""
CYRILLIC = frozenset({"ru", "uk", "be", "bg"})


def find_names(text: str, language: str) -> list[Span]:
    """Return the half-open spans of people's names in a text, in code points, in order.

    An installed spaCy pipeline takes precedence; otherwise slovnet tags Cyrillic texts, and our own tagger all others.
    """
    prose = recase(text, language)
    return find_in_prose(text, prose, split_tokens(prose, language), language)


def find_in_prose(text: str, prose: str, sentences: Sequence[Sequence[Token]], language: str) -> list[Span]:
    """Return the same for a text already processed: truecased, and as the tokens of its sentences."""
    places = find_datelines(text)
    found = _find(prose, sentences, language)
    return [(start, stop) for start, stop in found if not any(a <= start < b for a, b in places)]


def _find(prose: str, sentences: Sequence[Sequence[Token]], language: str) -> list[Span]:
    pipeline = choose_pipeline(language)
    if pipeline is not None:
        return find_with_pipeline(pipeline, prose)
    if language in CYRILLIC:
        return find_cyrillic_names(prose)
    return find_latin_names(sentences, language)
