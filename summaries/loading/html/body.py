"""The text of a page: trafilatura chooses what belongs to the article, and its paragraphs stay paragraphs."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from summaries.loading.draft import Block, Kind, tidy
from summaries.loading.html.readability import read_by_readability

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KINDS: dict[str, Kind] = {"head": "heading", "item": "item"}
GROUPS = frozenset({"list", "quote", "table", "row", "cell", "div", "body", "details", "blockquote"})
LEFT_OUT = frozenset({"graphic", "code"})
ENOUGH = 600
"""Words from which on the first opinion stands."""
MUCH_MORE = 1.4


def find_body(tree: Any, text: str, url: str | None = None) -> tuple[Block, ...]:
    """Return the paragraphs of the article in a page; none where no article is found.

    `tree` is the page as lxml parsed it, `text` its source. Where trafilatura (Barbaresi 2021) finds little, a second
    opinion is heard: that of readability, after the bookmarklet of Arc90. It counts where it finds much more.
    """
    found = _by_trafilatura(tree, url)
    words = _words(found)
    if words >= ENOUGH:
        return found
    second = read_by_readability(text)
    return second if _words(second) > MUCH_MORE * words else found


def _words(blocks: Iterable[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks)


def _by_trafilatura(tree: Any, url: str | None) -> tuple[Block, ...]:
    from trafilatura import bare_extraction  # noqa: PLC0415 - heavy, and only pages need it

    try:
        found: Any = bare_extraction(
            deepcopy(tree), url=url, with_metadata=False, include_comments=False, include_formatting=True
        )
    except ValueError:  # characters that no XML may hold
        return ()
    if found is None or found.body is None:
        return ()
    return tuple(block for block in read_blocks(found.body) if block.text)


def read_blocks(element: Any, kind: Kind = "prose") -> Iterator[Block]:
    """Return the blocks inside an element of trafilatura's, in their order."""
    if element.tag in GROUPS:
        yield Block(tidy(element.text or ""), kind)
        for child in element:
            yield from read_blocks(child, KINDS.get(child.tag, kind))
            yield Block(tidy(child.tail or ""), kind)
    elif element.tag not in LEFT_OUT:
        for part in _parts(element):
            yield Block(tidy(part), KINDS.get(element.tag, kind))


def _parts(element: Any) -> Iterator[str]:
    """Return the text of a paragraph; one line break is a space, two in a row begin a new paragraph."""
    words: list[str] = []
    breaks = 0
    for text, is_break in _runs(element):
        if is_break:
            breaks += 1
        elif text.strip():
            if breaks > 1:
                yield "".join(words)
                words = []
            words += [" ", text] if breaks else [text]
            breaks = 0
        else:
            words.append(text)
    yield "".join(words)


def _runs(element: Any) -> Iterator[tuple[str, bool]]:
    yield element.text or "", False
    for child in element:
        if child.tag == "lb":
            yield "", True
        elif child.tag not in LEFT_OUT:
            yield from _runs(child)
        yield child.tail or "", False
