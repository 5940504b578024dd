"""Books and magazines (EPUB 3.3): their chapters in the order of reading."""

from __future__ import annotations

import posixpath
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
CHAPTERS = 500
UNSEEN = ("script", "style")
"""Elements whose content no reader sees, wherever they stand."""


def is_epub(data: bytes) -> bool:
    """Tell whether bytes are an EPUB file."""
    return holds(data, "mimetype", MEDIA_TYPE) or holds(data, CONTAINER)


def read_epub(data: bytes) -> Draft:
    """Return the draft of a book. Raises `Unreadable`, `Overpacked` or `Protected`."""
    with Archive(data) as archive:
        place = next((root.get("full-path") for root in archive.read_xml(CONTAINER).iter("{*}rootfile")), None)
        if not place:
            raise Unreadable(name="this book")
        package = archive.read_xml(place)
        blocks = [block for name in _chapters(package, place) for block in _blocks(archive, name) if block.text]
    return Draft(
        tuple(blocks),
        title=_stated(package, "title"),
        author=_stated(package, "creator"),
        published=read_day((_stated(package, "date") or "")[:10]),
        language=_stated(package, "language"),
    )


def _stated(package: Any, name: str) -> str | None:
    found = next(package.iter(f"{DUBLIN}{name}"), None)
    return tidy(found.text or "") or None if found is not None else None


def _chapters(package: Any, place: str) -> Iterator[str]:
    """Yield the names of the chapters' files, without the table of contents."""
    items = {item.get("id"): item for item in package.iter("{*}item")}
    for reference in [*package.iter("{*}itemref")][:CHAPTERS]:
        item = items.get(reference.get("idref"))
        if item is None or "nav" in (item.get("properties") or "").split() or reference.get("linear") == "no":
            continue
        name = unquote((item.get("href") or "").partition("#")[0])
        yield posixpath.normpath(posixpath.join(posixpath.dirname(place), name))


def _blocks(archive: Archive, name: str) -> Iterator[Block]:
    from lxml import etree, html  # noqa: PLC0415 - heavy, and only documents need it

    if not archive.has(name):
        return
    try:
        tree = html.document_fromstring(archive.read(name))
    except (etree.LxmlError, ValueError):
        return
    etree.strip_elements(tree, *UNSEEN, with_tail=False)
    body = tree.find("body")
    if body is not None:
        yield from read_elements(body)
