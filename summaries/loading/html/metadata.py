"""What a page says of itself in machine-readable form: meta elements and JSON-LD."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summaries.errors import TooTangled
from summaries.loading.draft import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_TAGS = 60_000
MOST_ATTRIBUTES = 120_000
MOST_BREAKS = 20_000
MOST_LINKS = 20_000
DEEPEST = 12
ATTRIBUTE = re.compile(r"""\s[\w:@.-]{1,80}\s?=\s?["']""")
CROWDED_TAG = re.compile(r"<[a-zA-Z][^<>]{2000,}")
QUOTED = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")
MOST_IN_ONE = 300
"""Attributes of one element: the parser compares each with all the others."""
LINK = re.compile(r"<a\s", re.IGNORECASE)
BREAK = re.compile(r"<br\b", re.IGNORECASE)
IS_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|CreativeWork|WebPage)$")
BEST_KINDS = re.compile(r"(?:Article|Posting|Report)$")
INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart")
XML_HEAD = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page. `meta` has the first content of each name or property in lower case; `articles` are JSON-LD."""

    tree: Any
    meta: Mapping[str, str]
    articles: tuple[Mapping[str, Any], ...]

    def first_meta(self, *names: str) -> str | None:
        """Return the content of the first of these meta elements that says anything."""
        return next((self.meta[name] for name in names if self.meta.get(name)), None)


def parse_page(text: str, host: str) -> Page:
    """Parse a page. Raises `TooTangled` if it has more tags, attributes, links or line breaks than any article has."""
    from lxml import etree  # noqa: PLC0415 - heavy, and only pages need it
    from lxml import html as lxml_html  # noqa: PLC0415

    if (
        text.count("<") > MOST_TAGS * 2
        or _more(BREAK, text, MOST_BREAKS)
        or _more(LINK, text, MOST_LINKS)
        or _more(ATTRIBUTE, text, MOST_ATTRIBUTES)
        or any(len(QUOTED.sub("", tag.group()).split()) > MOST_IN_ONE for tag in CROWDED_TAG.finditer(text))
    ):
        raise TooTangled(host=host)
    try:
        tree = lxml_html.document_fromstring(XML_HEAD.sub("", text.replace("\0", "")))
    except (etree.LxmlError, ValueError, AssertionError):
        tree = lxml_html.document_fromstring("<html><body></body></html>")
    return Page(tree, _read_meta(tree), tuple(_read_articles(tree)))


def _more(pattern: re.Pattern[str], text: str, limit: int) -> bool:
    return sum(1 for _ in pattern.finditer(text)) > limit


def _read_meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = tidy(html.unescape(element.get("content") or ""))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _read_articles(tree: Any) -> list[Mapping[str, Any]]:
    """Return the JSON-LD things that are articles, those of the most telling types first."""
    found = [thing for script in tree.iter("script") if _is_json(script) for thing in _things(_parse(script.text))]
    articles = [thing for thing in found if any(IS_ARTICLE.search(kind) for kind in _kinds(thing))]
    return sorted(articles, key=lambda thing: not any(BEST_KINDS.search(kind) for kind in _kinds(thing)))


def _is_json(script: Any) -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def _parse(text: str | None) -> Any:
    try:
        return json.loads((text or "").strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _things(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _things(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in INSIDE:
            yield from _things(value.get(key), depth + 1)


def _kinds(thing: Mapping[str, Any]) -> list[str]:
    kinds = thing.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
