"""Turns HTML elements into paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summaries.loading.draft import Block, Kind, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
KINDS: dict[str, Kind] = {"li": "item", **dict.fromkeys(HEADINGS, "heading")}
PARTS = frozenset(
    (
        *("address", "article", "blockquote", "body", "dd", "details", "div", "dl", "dt", "figure", "footer", "header"),
        *("li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "tr", "ul", *KINDS),
    )
)
"""Elements that begin a paragraph of their own."""


def read_elements(element: Any, kind: Kind = "prose") -> Iterator[Block]:
    """Return the blocks inside an element in order: text between two parts is a paragraph."""
    words = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str):
            words.append(child.tail or "")
        elif child.tag in PARTS or _holds_parts(child):
            yield Block(tidy("".join(words)), kind)
            yield from read_elements(child, KINDS.get(child.tag, kind))
            words = [child.tail or ""]
        else:
            words += ["\n" if child.tag == "br" else "", *child.itertext(), child.tail or ""]
    yield Block(tidy("".join(words)), kind)


def _holds_parts(element: Any) -> bool:
    return any(child.tag in PARTS for child in element.iterdescendants())
