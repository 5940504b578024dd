"""What stands around articles, in the words of all languages: the table `Loading`.

The languages are read together: these lines are often in another language than the article.
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
    """Return what follows a phrase at the beginning of a text; ``None`` if none stands there as whole words."""
    folded = text.casefold()
    for phrase in phrases(name):
        if folded.startswith(phrase):
            rest = text[len(phrase) :]
            if not rest or not (rest[0].isalnum() and phrase[-1].isalnum()):
                return rest.strip()
    return None


def holds_phrase(text: str, name: str) -> bool:
    """Tell whether a text holds one of the phrases."""
    folded = text.casefold()
    return any(phrase in folded for phrase in phrases(name))
