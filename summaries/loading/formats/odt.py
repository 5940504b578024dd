"""OpenDocument texts (ISO 26300)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summaries.loading.draft import Block, Draft, Kind, tidy
from summaries.loading.formats.archive import Archive, holds

if TYPE_CHECKING:
    from collections.abc import Iterator

MEDIA_TYPE = b"application/vnd.oasis.opendocument.text"
CONTENT, META = "content.xml", "meta.xml"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
DUBLIN = "{http://purl.org/dc/elements/1.1/}"
PARAGRAPHS = frozenset({f"{TEXT}p", f"{TEXT}h"})
SPACES = frozenset({f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"})
PASSED_BY = frozenset({f"{TEXT}note", f"{OFFICE}annotation", f"{TEXT}tracked-changes", f"{OFFICE}annotation-end"})


def is_odt(data: bytes) -> bool:
    """Return whether bytes are an OpenDocument text."""
    return holds(data, "mimetype", MEDIA_TYPE)


def read_odt(data: bytes) -> Draft:
    """Return the draft of an OpenDocument text. Raises `Unreadable`, `Overpacked` or `Protected`.

    Its properties name who saved it last, and when: that is neither author nor day of publication.
    """
    with Archive(data) as archive:
        root = archive.read_xml(CONTENT)
        meta = archive.read_xml(META) if archive.has(META) else None
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    blocks = [block for block in _blocks(body) if block.text] if body is not None else []
    return Draft(
        tuple(blocks),
        title=_stated(meta, "title"),
        language=_stated(meta, "language"),
    )


def _stated(meta: Any, name: str) -> str | None:
    found = next(meta.iter(f"{DUBLIN}{name}"), None) if meta is not None else None
    return tidy(found.text or "") or None if found is not None else None


def _blocks(body: Any) -> Iterator[Block]:
    for element in body.iter(*PARAGRAPHS):
        if any(parent.tag in PASSED_BY for parent in element.iterancestors()):
            continue
        listed = any(parent.tag == f"{TEXT}list" for parent in element.iterancestors())
        kind: Kind = "heading" if element.tag == f"{TEXT}h" else "item" if listed else "prose"
        yield Block(tidy("".join(_words(element))), kind)


def _words(element: Any) -> Iterator[str]:
    """Yield the text of a paragraph, without its notes and comments; depth first and without recursion."""
    yield element.text or ""
    waiting: list[Any] = [*reversed(element)]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            yield part
            continue
        waiting.append(part.tail or "")
        if part.tag in SPACES:
            yield " "
        elif part.tag not in PASSED_BY and part.tag not in PARAGRAPHS:
            waiting += [*reversed(part)]
            yield part.text or ""
