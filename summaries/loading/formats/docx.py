"""Word files (ECMA-376, Office Open XML): the paragraphs of the main part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from summaries.loading.draft import Block, Draft, Kind, tidy
from summaries.loading.formats.archive import Archive, holds
from summaries.loading.superscripts import POWER, RAISED

if TYPE_CHECKING:
    from collections.abc import Iterator

MAIN = "word/document.xml"
CORE = "docProps/core.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT, TAB, BREAKS = f"{W}t", f"{W}tab", frozenset({f"{W}br", f"{W}cr"})
MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
CHOICE, FALLBACK, BOX = f"{MARKUP}Choice", f"{MARKUP}Fallback", f"{W}txbxContent"
"""What newer programs show of a drawing; what older ones do, mostly the same text again; and the text of a box."""
PASSED_BY = frozenset({f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}footnoteReference", BOX, FALLBACK})
SIGNS = {f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": ""}
HEADING = re.compile(r"(?:heading|title|subtitle|überschrift|titre|заголовок|название)", re.IGNORECASE)
TITLE = re.compile(r"(?:title|titel|titre|название)$", re.IGNORECASE)
DUBLIN = "{http://purl.org/dc/elements/1.1/}"


def is_docx(data: bytes) -> bool:
    """Return whether bytes are a Word file."""
    return holds(data, MAIN)


def read_docx(data: bytes) -> Draft:
    """Return the draft of a Word file. Raises `Unreadable`, `Overpacked` or `Protected`.

    Of its properties only title and language are used: templates, converters and other people's files leave their names
    and days in the rest.
    """
    with Archive(data) as archive:
        styled = [(block, style) for block, style in _paragraphs(archive.read_xml(MAIN)) if block.text]
        core = archive.read_xml(CORE) if archive.has(CORE) else None
    title = _stated(core, f"{DUBLIN}title")
    if styled and (TITLE.match(styled[0][1]) or styled[0][0].text == title):
        title = styled.pop(0)[0].text
    return Draft(
        tuple(block for block, _ in styled),
        title=title,
        language=_stated(core, f"{DUBLIN}language"),
    )


def _stated(core: Any, name: str) -> str | None:
    return tidy(core.findtext(name) or "") or None if core is not None else None


def _paragraphs(root: Any) -> Iterator[tuple[Block, str]]:
    """Yield each paragraph with the name of its style."""
    for paragraph in root.iter(f"{W}p"):
        if any(above.tag == FALLBACK and _is_said(above) for above in paragraph.iterancestors()):
            continue
        form = paragraph.find(f"{W}pPr")
        style = form.find(f"{W}pStyle") if form is not None else None
        name = style.get(f"{W}val", "") if style is not None else ""
        listed = form is not None and form.find(f"{W}numPr") is not None
        kind: Kind = "heading" if HEADING.match(name) else "item" if listed else "prose"
        yield Block(tidy("".join(_words(paragraph))), kind), name


def _is_said(fallback: Any) -> bool:
    """Return whether what older programs show is there for newer ones as well."""
    return fallback.getparent().find(f"{CHOICE}//{BOX}") is not None


def _words(paragraph: Any) -> Iterator[str]:
    """Yield the text of a paragraph, without nested content such as notes and boxes."""
    waiting = [iter(paragraph)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag == TEXT:
            text = child.text or ""
            yield text.translate(RAISED) if POWER.fullmatch(text) and _is_raised(child.getparent()) else text
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag == f"{W}r" and _is_hidden(child):
            continue
        elif child.tag == TAB or child.tag in BREAKS:
            yield " "
        elif child.tag not in PASSED_BY and child.tag != f"{W}p":
            waiting.append(iter(child))


def _is_hidden(run: Any) -> bool:
    """Return whether a run is hidden or struck through."""
    form = run.find(f"{W}rPr")
    if form is None:
        return False
    marks = (form.find(f"{W}{name}") for name in ("vanish", "strike", "dstrike"))
    return any(mark is not None and mark.get(f"{W}val") not in {"0", "false", "off"} for mark in marks)


def _is_raised(run: Any) -> bool:
    place = run.find(f"{W}rPr/{W}vertAlign")
    return place is not None and place.get(f"{W}val") == "superscript"
