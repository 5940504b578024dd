"""Phrases that report speech like a verb: *made it clear*, *s'est indigné*."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summaries.people.mentions import Line


def end_of_phrase(line: Line, i: int, phrase: Sequence[str], skipped: Collection[str]) -> int | None:
    """Return the end of a phrase that begins at a token, else ``None``.

    The `skipped` words, such as adverbs, may split it: *s'est **aussi** indigné*.
    """
    for n, word in enumerate(phrase):
        while n and line.lemma(i) != word and line.lemma(i) in skipped:
            i += 1
        if line.lemma(i) != word:
            return None
        i += 1
    return i
