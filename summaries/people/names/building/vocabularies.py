"""Base forms of ordinary words, from the dictionaries of simplemma (MIT), for `ordinary_words.py`."""

from __future__ import annotations

import lzma
from typing import TYPE_CHECKING

from simplemma.strategies.dictionaries import DefaultDictionaryFactory

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = ("de", "es", "fr")
COMPOUNDING = frozenset({"de"})
SHORTEST_STEM, SHORTEST_PART = 3, 5


def build_vocabularies(folder: Path) -> None:
    """Write a packed list for each language into a folder, and report how many words and bytes it has."""
    for language in LANGUAGES:
        words = _words(language)
        kept = {word for word in words if not _is_compound(word, words)} if language in COMPOUNDING else words
        path = folder / f"words_{language}.xz"
        path.write_bytes(lzma.compress("\n".join(sorted(kept)).encode(), preset=9 | lzma.PRESET_EXTREME))
        print(f"{language}: {len(kept)} words, {path.stat().st_size} bytes")  # noqa: T201 - a command that reports


def _words(language: str) -> set[str]:
    return {word.lower() for word in DefaultDictionaryFactory().get_dictionary(language).values() if word.isalpha()}


def _is_compound(word: str, words: set[str]) -> bool:
    return any(word[i:] in words for i in range(SHORTEST_STEM, len(word) - SHORTEST_PART + 1))
