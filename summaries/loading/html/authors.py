"""The author of a page."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from summaries.loading.bylines import looks_like_name, split_names
from summaries.loading.cue_phrases import phrases, strip_phrase
from summaries.loading.draft import tidy
from summaries.loading.html.title import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summaries.loading.html.metadata import Page

NAMES = (
    *("author", "article:author", "article:author_name", "parsely-author", "dc.creator", "dcterms.creator"),
    *("sailthru.author", "byl", "citation_author", "cxenseparse:author"),
)
VISIBLE = (
    ".//*[@rel='author']",
    ".//*[@itemprop='author']",
    ".//*[contains(@class, 'author-name') or contains(@class, 'author__name') or contains(@class, 'byline__name')]",
    ".//*[contains(@class, 'byline') or contains(@class, 'Byline')]",
    ".//*[contains(@class, 'author') or contains(@class, 'Author') or contains(@class, 'writer')]",
)
ASIDE = frozenset({"nav", "footer", "aside", "form", "figure"})
SEPARATOR = re.compile(r"\s*[;,|/]\s*")
DEGREE = re.compile(r"(?:[A-Z][a-z]?\.?){2,8}(?:[- ]?\d+)?®?$|(?:Jr|Sr)\.?$")
MOST = 12
BETWEEN = "; "
"""What stands between authors: a comma may belong to one of them, as in ``Ann Lee, MD``."""


def find_author(page: Page, site: str | None) -> str | None:
    """Return the authors with a semicolon between them: from JSON-LD, meta elements, or what readers see.

    A house counts as an author where no person is named.
    """
    stated = _from_things(page) or _from_meta(page)
    if not stated or all((site and fold(name) == fold(site)) or _is_handle(name) for name in stated):
        stated = _from_sight(page) or [name for name in stated if not _is_handle(name)]
    return BETWEEN.join(list(dict.fromkeys(stated))[:MOST]) or None


def _is_handle(name: str) -> bool:
    """Tell whether a name is what somebody logs in with."""
    return " " not in name and (name[:1].islower() or any(map(str.isdigit, name)))


def _from_things(page: Page) -> list[str]:
    for thing in page.articles:
        if names := [name for text in _names(thing.get("author")) for name in _clean(text)]:
            return names
    return []


def _names(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        for text in name if isinstance(name, list) else [name]:
            if isinstance(text, str):
                yield text


def _from_meta(page: Page) -> list[str]:
    for name in NAMES:
        if found := _clean(page.meta.get(name, "")):
            return found
    return []


def _from_sight(page: Page) -> list[str]:
    """Return the names in the first element that is marked as a byline and holds names of people alone."""
    for path in VISIBLE:
        for element in page.tree.xpath(path)[:8]:
            text = tidy(" ".join(element.itertext()))
            if len(text) > 160 or any(above.tag in ASIDE for above in element.iterancestors()):
                continue
            if names := split_names(strip_phrase(text, "bylines") or text):
                return names.split(", ")
    return []


def _clean(text: str) -> list[str]:
    """Return the names in a text that states authors; an address or a handle is none."""
    text = tidy(html.unescape(text))
    text = (strip_phrase(text, "bylines") or text).strip(" ,;|")
    if not text or "://" in text or text.startswith("@") or "@" in text or len(text) > 200:
        return []
    found: list[str] = []
    for part in filter(None, SEPARATOR.split(text)):
        if found and DEGREE.match(part):
            found[-1] += f", {part}"
        else:
            found += _split_joined(part)
    return found


def _split_joined(text: str) -> list[str]:
    for joiner in phrases("joiners"):
        left, found, right = text.partition(f" {joiner} ")
        if found and looks_like_name(left) and looks_like_name(right):
            return [left, right]
    return [text]
