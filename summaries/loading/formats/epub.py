"""Books and magazines (EPUB 3.3): their chapters in the order of reading."""

from __future__ import annotations

import posixpath
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from summaries.errors import Unreadable
from summaries.loading.calendar_days import read_day
from summaries.loading.draft import Block, Draft, tidy
from summaries.loading.formats.archive import Archive, holds
from summaries.loading.html.elements import read_elements

if TYPE_CHECKING:
    from collections.abc import Iterator

MEDIA_TYPE = b"application/epub+zip"
CONTAINER = "META-INF/container.xml"
DUBLIN = "{http://purl.org/dc/elements/1.1/}"
NCX = "application/x-dtbncx+xml"
CHAPTERS = 500
OPENING = 3
"""Number of blocks of a file among which its heading is searched for."""
UNSEEN = ("script", "style")
"""Elements whose content is never visible."""


def is_epub(data: bytes) -> bool:
    """Return whether bytes are an EPUB file."""
    return holds(data, "mimetype", MEDIA_TYPE) or holds(data, CONTAINER)


def read_epub(data: bytes) -> Draft:
    """Return the draft of a book. Raises `Unreadable`, `Overpacked` or `Protected`."""
    with Archive(data) as archive:
        place = next((root.get("full-path") for root in archive.read_xml(CONTAINER).iter("{*}rootfile")), None)
        if not place:
            raise Unreadable(name="this book")
        package = archive.read_xml(place)
        titles = _contents(archive, package, place)
        files = [_opened(_blocks(archive, name), titles.get(name)) for name in _files(package, place)]
    return Draft(
        tuple(chain.from_iterable(files)),
        title=_stated(package, "title"),
        author=_stated(package, "creator"),
        published=read_day((_stated(package, "date") or "")[:10]),
        language=_stated(package, "language"),
    )


def _stated(package: Any, name: str) -> str | None:
    found = next(package.iter(f"{DUBLIN}{name}"), None)
    return tidy(found.text or "") or None if found is not None else None


def _opened(blocks: Iterator[Block], title: str | None) -> list[Block]:
    """Return the blocks of a file; the first opens a chapter if the contents or a heading name one."""
    whole = [block for block in blocks if block.text]
    title = title or next((block.text for block in whole[:OPENING] if block.kind == "heading"), None)
    return [replace(whole[0], opens=title), *whole[1:]] if whole else []


def _contents(archive: Archive, package: Any, place: str) -> dict[str, str]:
    """Return the files' titles in the table of contents: the navigation of EPUB 3, else the NCX of EPUB 2."""
    folder = posixpath.dirname(place)
    found: dict[str, str] = {}
    for item in package.iter("{*}item"):
        is_nav = "nav" in (item.get("properties") or "").split()
        name = _resolve(folder, item.get("href") or "")
        if not (is_nav or item.get("media-type") == NCX) or not archive.has(name):
            continue
        for address, title in _entries(archive, name) if is_nav else _ncx_entries(archive, name):
            found.setdefault(_resolve(posixpath.dirname(name), address), tidy(title))
    return found


def _entries(archive: Archive, name: str) -> Iterator[tuple[str, str]]:
    page = _read_page(archive, name)
    if page is not None:
        yield from ((link.get("href") or "", link.text_content()) for link in page.iter("a"))


def _ncx_entries(archive: Archive, name: str) -> Iterator[tuple[str, str]]:
    root: Any = ()
    with suppress(Unreadable):  # a book without its contents is a book
        root = archive.read_xml(name).iter("{*}navPoint")
    for point in root:
        goal, label = point.find("{*}content"), point.find("{*}navLabel/{*}text")
        if goal is not None and label is not None:
            yield goal.get("src") or "", label.text or ""


def _resolve(folder: str, address: str) -> str:
    """Return the name in the archive that an address in one of its files leads to."""
    return posixpath.normpath(posixpath.join(folder, unquote(address.partition("#")[0])))


def _files(package: Any, place: str) -> Iterator[str]:
    """Yield the names of the files in reading order, without the table of contents."""
    items = {item.get("id"): item for item in package.iter("{*}item")}
    for reference in [*package.iter("{*}itemref")][:CHAPTERS]:
        item = items.get(reference.get("idref"))
        if item is None or "nav" in (item.get("properties") or "").split() or reference.get("linear") == "no":
            continue
        yield _resolve(posixpath.dirname(place), item.get("href") or "")


def _blocks(archive: Archive, name: str) -> Iterator[Block]:
    tree = _read_page(archive, name) if archive.has(name) else None
    body = tree.find("body") if tree is not None else None
    if body is not None:
        yield from read_elements(body)


def _read_page(archive: Archive, name: str) -> Any:
    """Return a page as a tree, without invisible content; ``None`` if it cannot be read."""
    from lxml import etree, html  # noqa: PLC0415 - heavy, and only documents need it

    try:
        tree = html.document_fromstring(archive.read(name))
    except (etree.LxmlError, ValueError):
        return None
    etree.strip_elements(tree, *UNSEEN, with_tail=False)
    return tree
