"""From a source to an article: an address, a file, or text.

source → bytes (`fetching`) → text (`decoding`) → draft (`formats`, `html`) → article (`extraction`)
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summaries.errors import NoSuchFile
from summaries.loading.calendar_days import read_day
from summaries.loading.extraction import MINIMUM_WORDS, PAGE_LIMIT_MB, read, read_text

if TYPE_CHECKING:
    from summaries.article import Article
    from summaries.loading.fetching import Fetched, fetch

__all__ = ["MINIMUM_WORDS", "Fetched", "fetch", "load", "read", "read_day", "read_text"]


def load(source: str | Path) -> Article:
    """Load an article from an address (whatever has ``://`` in it) or a file. Raises `SourceError` and `TextError`."""
    if isinstance(source, str) and "://" in source:
        from summaries.loading.fetching import fetch  # noqa: PLC0415 - the HTTP client is needed only here

        page = asyncio.run(fetch(source))
        return read(page.data, media_type=page.media_type, url=page.url)
    path = Path(source)
    try:
        with path.open("rb") as file:
            data = file.read(PAGE_LIMIT_MB * 1_000_000 + 1)  # `read` refuses a file that is one byte too long
    except (OSError, ValueError) as error:
        raise NoSuchFile(name=path.name or str(source)) from error
    return read(data, name=path.name)


def __getattr__(name: str) -> Any:
    """Import the HTTP client on demand (PEP 562): workers that only read never need it."""
    if name in {"Fetched", "fetch"}:
        from summaries.loading import fetching  # noqa: PLC0415

        return getattr(fetching, name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
