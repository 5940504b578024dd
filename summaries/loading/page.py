"""Web pages: HTML."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from summaries.errors import NoArticle
from summaries.loading.draft import Block, Draft, tidy

TAG = re.compile(r"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|\?xml|html|head|body|meta|title|article|main|section|"
                 r"div|p|h[1-6]|table|span|nav|header|br|a\s)\b", re.IGNORECASE | re.DOTALL)  # fmt: skip
INNER = re.compile(r"</(?:p|div|article|html|body)>", re.IGNORECASE)


def looks_like_page(text: str) -> bool:
    """Tell whether a text is HTML: it begins with a tag, or holds several ends of paragraphs."""
    return bool(TAG.match(text.lstrip("\ufeff"))) or len(INNER.findall(text[:100_000])) > 2


def read_page(html: str, url: str | None = None) -> Draft:
    """Return the draft of a page. Raises `NoArticle`."""
    import trafilatura  # noqa: PLC0415 - heavy, and only pages need it

    found: Any = trafilatura.bare_extraction(html, url=url, with_metadata=True, include_comments=False)
    if found is None or found.body is None:
        raise NoArticle(host=urlsplit(url).hostname if url else "this page")
    blocks = [Block(tidy("".join(e.itertext())), "heading" if e.tag == "head" else "prose") for e in found.body]
    day = None
    if found.date:
        import datetime as dt

        day = dt.date.fromisoformat(found.date)
    return Draft(
        tuple(block for block in blocks if block.text),
        title=found.title,
        author=found.author,
        url=url,
        site=found.sitename,
        published=day,
    )
