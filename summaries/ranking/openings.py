"""Sentences that lean on the one before them: “He …”, “But …”, “This …”."""

from __future__ import annotations

import re
from functools import cache

from summaries.languages import read_list
from summaries.text import find_words

LONGEST = 5
OPENER = re.compile(r"[\s\"“”„«»‘’'(\[—–-]+")


def leans(sentence: str, language: str) -> bool:
    """Say whether a sentence opens with words that point back, so that it does not stand alone.

    The words are those of ``openings.txt`` of the language, phrases of up to five words.
    """
    openings = _openings(language)
    if not openings:
        return False
    words = find_words(OPENER.sub(" ", sentence[:120], count=1).replace("’", "'"))[:LONGEST]
    return any(tuple(words[:n]) in openings for n in range(1, len(words) + 1))


@cache
def _openings(language: str) -> frozenset[tuple[str, ...]]:
    entries = read_list(language, "openings")
    return frozenset(tuple(find_words(entry.replace("’", "'"))) for entry in entries)
