"""Word files (ECMA-376, Office Open XML): the paragraphs of the main part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from summaries.loading.calendar_days import read_day
from summaries.loading.draft import Block, Draft, Kind, tidy
from summaries.loading.formats.archive import Archive, holds

if TYPE_CHECKING:
    from collections.abc import Iterator

MAIN = "word/document.xml"
CORE = "docProps/core.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT, TAB, BREAKS = f"{W}t", f"{W}tab", frozenset({f"{W}br", f"{W}cr"})
PASSED_BY = frozenset({f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}footnoteReference", f"{W}txbxContent"})
HEADING = re.compile(r"(?:heading|title|subtitle|überschrift|titre|заголовок|название)", re.IGNORECASE)
TITLE = re.compile(r"(?:title|titel|titre|название)$", re.IGNORECASE)
DUBLIN = "{http://purl.org/dc/elements/1.1/}"
TERMS = "{http://purl.org/dc/terms/}"


def is_docx(data: bytes) -> bool:
    """Tell whether bytes are a Word file."""
    return holds(data, MAIN)


def read_docx(data: bytes) -> Draft:
    """Return the draft of a Word file. Raises `Unreadable`, `Overpacked` or `Protected`."""
    with Archive(data) as archive:
        styled = [(block, style) for block, style in _paragraphs(archive.read_xml(MAIN)) if block.text]
        core = archive.read_xml(CORE) if archive.has(CORE) else None
    title = _stated(core, f"{DUBLIN}title")
    if styled and (TITLE.match(styled[0][1]) or styled[0][0].text == title):
        title = styled.pop(0)[0].text
    return Draft(
        tuple(block for block, _ in styled),
        title=title,
        author=_stated(core, f"{DUBLIN}creator"),
        published=read_day((_stated(core, f"{TERMS}created") or "")[:10]),
        language=_stated(core, f"{DUBLIN}language"),
    )


def _stated(core: Any, name: str) -> str | None:
    return tidy(core.findtext(name) or "") or None if core is not None else None


def _paragraphs(root: Any) -> Iterator[tuple[Block, str]]:
    """Yield each paragraph with the name of its style."""
    for paragraph in root.iter(f"{W}p"):
        form = paragraph.find(f"{W}pPr")
        style = form.find(f"{W}pStyle") if form is not None else None
        name = style.get(f"{W}val", "") if style is not None else ""
        listed = form is not None and form.find(f"{W}numPr") is not None
        kind: Kind = "heading" if HEADING.match(name) else "item" if listed else "prose"
        yield Block(tidy("".join(_words(paragraph))), kind), name


def _words(paragraph: Any) -> Iterator[str]:
    """Yield the text of a paragraph, without what stands in it that is no text of its own."""
    waiting = [iter(paragraph)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag == TEXT:
            yield child.text or ""
        elif child.tag == TAB or child.tag in BREAKS:
            yield " "
        elif child.tag not in PASSED_BY and child.tag != f"{W}p":
            waiting.append(iter(child))
