"""Words that are not usually names, counted in the training documents: lists of names contain *The*."""

from __future__ import annotations

import json
import lzma
from collections import Counter
from typing import TYPE_CHECKING

from summaries.text.tokens import split_tokens

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LEAST = 2
CAPITALS = 0.2
"""Ratio of capitalised occurrences inside sentences to lower-case ones above which a word may be a name."""


def build_frequent(texts: Iterable[str], path: Path) -> None:
    """Write the words that occur in lower case more than once."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts:
        for tokens in split_tokens(text, "en"):
            small.update(token.text for token in tokens if token.text.isalpha() and token.text.islower())
            capital.update(token.text.lower() for token in tokens[1:] if token.text.istitle())
    kept = sorted(word for word, n in small.items() if n >= LEAST and capital[word] <= CAPITALS * n)
    path.write_bytes(lzma.compress("\n".join(kept).encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"small: {len(kept)} words, {path.stat().st_size} bytes")  # noqa: T201 - a command that reports


def read_texts(paths: Iterable[Path]) -> list[str]:
    """Return the texts of JSON Lines files."""
    return [json.loads(line)["text"] for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
