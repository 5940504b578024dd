"""Phrases around articles, in all languages: the table `Loading`.

All languages are merged, since these lines are often in a language other than the article's.
"""

from __future__ import annotations

from functools import cache

from summaries.languages import codes
from summaries.languages.schema import Loading, load


@cache
def phrases(name: str) -> tuple[str, ...]:
    """Return the phrases of one kind, a field of `Loading`, in lower case, the longest first."""
    found = {phrase.casefold() for code in codes() for phrase in getattr(load(Loading, code), name)}
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


def strip_phrase(text: str, name: str) -> str | None:
    """Return what follows a phrase, as whole words, at the beginning of a text; ``None`` if none is there."""
    folded = text.casefold()
    for phrase in phrases(name):
        if folded.startswith(phrase):
            rest = text[len(phrase) :]
            if not rest or not (rest[0].isalnum() and phrase[-1].isalnum()):
                return rest.strip()
    return None


def holds_phrase(text: str, name: str) -> bool:
    """Return whether a text contains one of the phrases."""
    folded = text.casefold()
    return any(phrase in folded for phrase in phrases(name))
