"""The pieces of text on a page, with their position: candidates for paragraphs of the article."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from summaries.loading.draft import Block, Kind, tidy
from summaries.loading.html.elements import HEADINGS, PARTS

NO_TEXT = frozenset(
    (
        *(
            "head",
            "select",
            "option",
            "textarea",
            "input",
            "iframe",
            "svg",
            "object",
            "audio",
            "video",
            "canvas",
            "math",
        ),
        *("nav", "button", "datalist", "dialog", "menu"),
    )
)
ROLES = frozenset({"navigation", "search", "dialog", "alertdialog", "menu", "menubar"})
MOST_SKIPPED = 0.3
"""An element with a larger share of the text is not navigation: somebody forgot to close it before the article."""
NAMED: dict[str, str] = {
    "comments": r"comment|disqus|reply|replies|respond",
    "related": r"relat|recommend|also|teaser|promo|popular|trending|most-?read|latest|read-?more|next|more-|taboola",
    "share": r"share|sharing|social|follow|facebook|twitter|whatsapp|addtoany|sharedaddy|like",
    "signup": r"newsletter|subscri|sign-?up|paywall|donat|cta|membership|register",
    "navigation": r"nav|menu|breadcrumb|pagina|pager|toc\b|tab-|tabs|skip|jump",
    "footer": r"foot|copyright|legal|disclaim|colophon",
    "side": r"side-?bar|aside|widget|rail|secondary|tertiary",
    "advert": r"\bad[sv]?[-_]|[-_]ads?\b|\bads?\b|advert|sponsor|banner|dfp",
    "byline": r"author|byline|bio\b|biograph|about|contributor|writer",
    "meta": r"meta|date|time|info|posted|stats|views|rating|vote",
    "caption": r"caption|credit|figure|image|img|gallery|photo|slide|carousel|lightbox|media|video",
    "tags": r"tags?\b|tag-|categor|topic|label|keyword",
    "popup": r"pop-?up|modal|cookie|consent|gdpr|overlay|notice|alert|toast|login|account",
    "shop": r"product|price|cart|shop|buy|basket",
    "content": r"content|body|text|copy|prose|main",
    "article": r"article|post|entry|story|news",
    "lead": r"lead|standfirst|summary|intro|dek|excerpt|abstract|subtitle|sub-?head|description|deck",
    "quote": r"quote|pull|callout|highlight|box|fact",
}
"""What classes and ids of elements say about their contents."""
NAMES = {name: re.compile(pattern) for name, pattern in NAMED.items()}
TOLD_TAGS = frozenset(
    (
        *(
            "footer",
            "aside",
            "form",
            "header",
            "figure",
            "figcaption",
            "table",
            "article",
            "main",
            "blockquote",
            "ul",
            "ol",
        ),
        *("address", "cite", "details", "pre", "dl", "section", "label"),
    )
)
NEAR = 3
"""Number of ancestors that count as near a text."""
KINDS: dict[str, Kind] = {"li": "item", "figcaption": "caption", **dict.fromkeys(HEADINGS, "heading")}
LONG = 8
"""Number of words from which a text that occurs twice on a page is a duplicate."""
TABLE_WORDS = 12
"""A cell with more words is prose in a layout table."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A piece of text with its element's tag and position, and the share of it that is links."""

    block: Block
    tag: str
    near: frozenset[str]
    """Tags and names of the element and the two above it."""
    far: frozenset[str]
    """Tags and names of those further above."""
    linked: float
    """The share of its characters that are in links."""
    emphasised: float
    parent: int
    """A number shared with other pieces in the same element, and in its parent."""
    grandparent: int


_Run = tuple[str, bool, bool]
"""A text, whether it is in a link, and whether it is emphasised."""


@dataclass(frozen=True, slots=True)
class _Walk:
    holding: set[Any]
    skipped: set[Any]
    numbers: Iterator[int]


@dataclass(frozen=True, slots=True)
class _Place:
    tag: str
    kind: Kind
    levels: tuple[frozenset[str], ...]
    numbers: tuple[int, ...]


def find_candidates(tree: Any) -> list[Candidate]:
    """Return the pieces of text on a page in order; two consecutive line breaks split a piece.

    A long piece that occurs twice, as for two sizes of screens, is returned once.
    """
    body = tree.find("body")
    if body is None:
        return []
    walk = _Walk(_holding_parts(body), _skipped(body), itertools.count(1))
    found: dict[str, Candidate] = {}
    for number, candidate in enumerate(_walk(body, _Place("body", "prose", (), (0, 0)), walk)):
        text = candidate.block.text
        found.setdefault(text if len(text.split()) >= LONG else f"{text}\0{number}", candidate)
    return list(found.values())


def _skipped(body: Any) -> set[Any]:
    """Return the elements whose text never belongs to an article."""
    found = [element for element in body.iter() if element.tag in NO_TEXT or element.get("role") in ROLES]
    most = MOST_SKIPPED * sum(map(len, body.itertext()))
    return {element for element in found if sum(map(len, element.itertext())) <= most}


def _holding_parts(body: Any) -> set[Any]:
    """Return the elements inside which paragraphs begin."""
    holding: set[Any] = set()
    for part in body.iter(*PARTS):
        for above in part.iterancestors():
            if above in holding:
                break
            holding.add(above)
    return holding


def _walk(element: Any, place: _Place, walk: _Walk) -> Iterator[Candidate]:
    here = _descend(element, place, walk, KINDS.get(element.tag, place.kind))
    run: list[_Run] = [(element.text or "", False, False)]
    for child in element:
        tag = child.tag
        if child in walk.skipped:
            pass
        elif tag == "tr" and (cells := _cells(child)):
            yield from _pieces(run, here)
            yield from _candidate(cells, _descend(child, here, walk, "table"))
            run = []
        elif tag in PARTS or child in walk.holding:
            yield from _pieces(run, here)
            yield from _walk(child, here, walk)
            run = []
        else:
            run += _inline(child, is_link=tag == "a", is_strong=tag in STRONG)
        run.append((child.tail or "", False, False))
    yield from _pieces(run, here)


def _descend(element: Any, place: _Place, walk: _Walk, kind: Kind) -> _Place:
    levels = (*place.levels, _describe(element))
    return _Place(element.tag, kind, levels, (*place.numbers[-1:], next(walk.numbers)))


def _cells(row: Any) -> list[_Run]:
    """Return the text of a row of short cells, separated by bars; empty for a row of a layout table."""
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    texts = [tidy("".join(cell.itertext())) for cell in cells]
    if len(cells) < 2 or any(len(text.split()) > TABLE_WORDS for text in texts) or row.find(".//table") is not None:
        return []
    found: list[_Run] = []
    for cell, text in zip(cells, texts, strict=True):
        if text:
            found += [(" | ", False, False)] if found else []
            found.append((text, cell.find(".//a") is not None, False))
    return found


STRONG = frozenset({"b", "strong", "em", "i"})


def _inline(element: Any, *, is_link: bool, is_strong: bool) -> Iterator[_Run]:
    if element.tag == "br":
        yield "\n", False, False
        return
    yield element.text or "", is_link, is_strong
    for child in element:
        tag = child.tag
        if tag not in NO_TEXT:
            yield from _inline(child, is_link=is_link or tag == "a", is_strong=is_strong or tag in STRONG)
        yield child.tail or "", is_link, is_strong


def _pieces(run: list[_Run], place: _Place) -> Iterator[Candidate]:
    part: list[_Run] = []
    breaks = 0
    for text, is_link, is_strong in run:
        if text == "\n" and not is_link:
            breaks += 1
        elif text.strip():
            if breaks > 1 and part:
                yield from _candidate(part, place)
                part = []
            part += [(" ", False, False), (text, is_link, is_strong)] if breaks else [(text, is_link, is_strong)]
            breaks = 0
        else:
            part.append((text, False, False))
    yield from _candidate(part, place)


def _candidate(part: list[_Run], place: _Place) -> Iterator[Candidate]:
    text = tidy("".join(text for text, _, _ in part))
    if not any(map(str.isalnum, text)):
        return
    size = sum(len(text.strip()) for text, _, _ in part) or 1
    told = [(is_link, is_strong) for text, is_link, is_strong in part if text.strip()]
    levels = place.levels
    near = frozenset().union(*levels[-NEAR:])
    yield Candidate(
        Block(text, place.kind, all(strong for _, strong in told), told[0][0], told[-1][0]),
        place.tag,
        near,
        frozenset().union(*levels[:-NEAR]),
        sum(len(text.strip()) for text, is_link, _ in part if is_link) / size,
        sum(len(text.strip()) for text, _, is_strong in part if is_strong) / size,
        place.numbers[-1],
        place.numbers[0],
    )


def _describe(element: Any) -> frozenset[str]:
    found = {element.tag} if element.tag in TOLD_TAGS else set()
    called = " ".join(filter(None, map(element.get, ("class", "id", "itemprop", "role")))).lower()[:300]
    if called:
        found |= _names(called)
    return frozenset(found)


def _names(called: str) -> set[str]:
    return {name for name, pattern in NAMES.items() if pattern.search(called)}
