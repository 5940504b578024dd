"""From a source to an article: an address, a file, or text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summaries.article import compose

if TYPE_CHECKING:
    from summaries.article import Article


def load(source: str | Path) -> Article:
    """Load an article from an address or a file. Raises `SourceError` and `TextError`."""
    text = Path(source).read_text(encoding="utf-8")
    return compose([" ".join(block.split()) for block in text.split("\n\n") if block.strip()], language="en")
