"""The spans of names of people in a text."""

from __future__ import annotations

from summaries.people.cyrillic import find_cyrillic_names
from summaries.people.tagging import tag
from summaries.people.tokens import split_tokens

CYRILLIC = frozenset({"ru", "uk", "be", "bg"})


def find_names(text: str, language: str) -> list[tuple[int, int]]:
    """Return the half-open spans of names of people in a text, in code points, in their order."""
    if language in CYRILLIC:
        return find_cyrillic_names(text)
    sentences = split_tokens(text)
    spans: list[tuple[int, int]] = []
    for tokens, labels in zip(sentences, tag(sentences, language), strict=True):
        for token, label in zip(tokens, labels, strict=True):
            if label == "I-PER" and spans and spans[-1][1] <= token.start and tokens[0].start <= spans[-1][0]:
                spans[-1] = (spans[-1][0], token.stop)
            elif label == "B-PER":
                spans.append((token.start, token.stop))
    return spans
