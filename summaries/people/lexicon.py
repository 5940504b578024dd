"""The packed lists of names: first names, surnames, places."""

from __future__ import annotations

import lzma
from functools import cache
from itertools import groupby
from pathlib import Path

DATA = Path(__file__).parent / "data"
PREFIX = 3


class Lexicon:
    """Words in lower case, kept as one text for each beginning: a set of strings would take ten times the memory."""

    __slots__ = ("_parts",)

    def __init__(self, words: list[str]) -> None:
        grouped = groupby(sorted(words), key=lambda word: word[:PREFIX])
        self._parts = {prefix: f"\n{chr(10).join(group)}\n" for prefix, group in grouped}

    def __contains__(self, word: str) -> bool:
        """Tell whether a word in lower case is in the list."""
        return f"\n{word}\n" in self._parts.get(word[:PREFIX], "")


@cache
def load_lexicon(name: str) -> Lexicon:
    """Return a packed list of names: ``first``, ``last``, ``common`` or ``cities``."""
    return Lexicon(lzma.decompress((DATA / f"{name}.xz").read_bytes()).decode("utf-8").split("\n"))
