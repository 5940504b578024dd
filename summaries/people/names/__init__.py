"""The spans of names of people in a text."""

from __future__ import annotations

from summaries.people.names.datelines import find_datelines
from summaries.people.names.slovnet import find_cyrillic_names
from summaries.people.names.spacy import choose_pipeline, find_with_pipeline
from summaries.people.names.voting import find_latin_names
from summaries.text.tokens import split_tokens
from summaries.text.truecasing import recase

CYRILLIC = frozenset({"ru", "uk", "be", "bg"})


def find_names(text: str, language: str) -> list[tuple[int, int]]:
    """Return the half-open spans of names of people in a text, in code points, in their order.

    An installed pipeline of spaCy goes first; else Cyrillic texts are slovnet's and all others our own tagger's.
    """
    places = find_datelines(text)
    return [(start, stop) for start, stop in _find(text, language) if not any(a <= start < b for a, b in places)]


def _find(text: str, language: str) -> list[tuple[int, int]]:
    prose = recase(text, language)
    pipeline = choose_pipeline(language)
    if pipeline is not None:
        return find_with_pipeline(pipeline, prose)
    if language in CYRILLIC:
        return find_cyrillic_names(prose)
    return find_latin_names(split_tokens(prose, language), language)
