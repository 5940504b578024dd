"""A page's machine-readable metadata: meta elements and JSON-LD."""

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
    from collections.abc import Iterable, Iterator

MOST_TAGS = 60_000
MOST_ATTRIBUTES = 120_000
MOST_BREAKS = 20_000
MOST_LINKS = 20_000
DEEPEST = 12
MOST_METAS = 40
ATTRIBUTE = re.compile(r"""\s[\w:@.-]{1,80}\s?=\s?["']""")
CROWDED_TAG = re.compile(r"<[a-zA-Z][^<>]{2000,}")
QUOTED = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")
MOST_IN_ONE = 1_000
"""Attributes of one element: the parser compares each with all the others."""
LINK = re.compile(r"<a\s", re.IGNORECASE)
RAW_TEXT = re.compile(r"<(script|style|!--)")
ASCII_UPPER = re.compile(r"[A-Z]+")
BREAK = re.compile(r"<br\b", re.IGNORECASE)
IS_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|CreativeWork|WebPage)$")
BEST_KINDS = re.compile(r"(?:Article|Posting|Report)$")
INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")
LISTS = ("itemListElement", "hasPart")
"""Entries in these may be other articles."""
LISTED = " listed"
XML_HEAD = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page. `metas` has all contents of each name or property in lower case; `articles` are JSON-LD."""

    tree: Any
    metas: Mapping[str, tuple[str, ...]]
    articles: tuple[Mapping[str, Any], ...]
    things: Mapping[str, Mapping[str, Any]]
    """Everything described in JSON-LD, by its ``@id``."""

    @property
    def meta(self) -> Mapping[str, str]:
        """The first content of each name or property."""
        return {name: contents[0] for name, contents in self.metas.items()}

    def resolve(self, value: Any) -> Any:
        """Return the thing that a bare reference of JSON-LD points to, or else the value itself."""
        if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
            return self.things.get(value["@id"], value)
        return value

    def first_meta(self, *names: str) -> str | None:
        """Return the content of the first of these meta elements that is not empty."""
        return next((self.metas[name][0] for name in names if name in self.metas), None)


def parse_page(text: str, host: str) -> Page:
    """Parse a page. Raises `TooTangled` if it has more tags, attributes, links or line breaks than any article has."""
    from lxml import etree  # noqa: PLC0415 - heavy, and only pages need it
    from lxml import html as lxml_html  # noqa: PLC0415

    text = XML_HEAD.sub("", text.replace("\0", ""))
    if _is_tangled(_without_raw_text(text)):
        raise TooTangled(host=host)
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        tree = lxml_html.document_fromstring("<html><body></body></html>")
    _gather(tree)
    found = [thing for script in tree.iter("script") if _is_json(script) for thing in _things(_parse(script.text))]
    named = {thing["@id"]: thing for thing in found if isinstance(thing.get("@id"), str) and "name" in thing}
    return Page(tree, _read_meta(tree), tuple(_articles(found)), named)


def _gather(tree: Any) -> None:
    """Move what stands behind the end of a page into its body, in place, as browsers do.

    The parser leaves it beside the body, or in a second page behind the first.
    """
    body = tree.find("body")
    if body is None:
        return
    parts = [part for one in (tree, *tree.itersiblings()) for part in one if part is not body and part.tag != "head"]
    for part in parts:
        if part.tag == "body":
            body.extend(list(part))
        else:
            body.append(part)


def _without_raw_text(text: str) -> str:
    """Return a page without the contents of scripts, styles and comments."""
    lower = text.lower() if text.isascii() else ASCII_UPPER.sub(lambda letter: letter[0].lower(), text)
    parts: list[str] = []
    place = 0
    while start := RAW_TEXT.search(lower, place):
        parts.append(text[place : start.start()])
        place = lower.find("-->" if start[1] == "!--" else f"</{start[1]}", start.end())
        if place < 0:
            return "".join(parts)
    return "".join((*parts, text[place:]))


def _is_tangled(markup: str) -> bool:
    """Return whether a page has more tags, attributes, links or line breaks than can be read in time."""
    return (
        markup.count("<") > MOST_TAGS * 2
        or _more(BREAK, markup, MOST_BREAKS)
        or _more(LINK, markup, MOST_LINKS)
        or _more(ATTRIBUTE, markup, MOST_ATTRIBUTES)
        or any(len(QUOTED.sub("", tag.group()).split()) > MOST_IN_ONE for tag in CROWDED_TAG.finditer(markup))
    )


def _more(pattern: re.Pattern[str], text: str, limit: int) -> bool:
    return sum(1 for _ in pattern.finditer(text)) > limit


def _read_meta(tree: Any) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = tidy(html.unescape(element.get("content") or ""))
        if name and content:
            key = name.strip().lower()
            if len(found.get(key, ())) < MOST_METAS:
                found[key] = (*found.get(key, ()), content)
    return found


def _articles(found: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the JSON-LD items that are articles, those of the most specific types first."""
    articles = [thing for thing in found if any(IS_ARTICLE.search(kind) for kind in _kinds(thing))]
    return sorted(
        articles, key=lambda thing: (LISTED in thing, not any(BEST_KINDS.search(kind) for kind in _kinds(thing)))
    )


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
        for key in LISTS:
            yield from ({**thing, LISTED: True} for thing in _things(value.get(key), depth + 1))


def _kinds(thing: Mapping[str, Any]) -> list[str]:
    kinds = thing.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
