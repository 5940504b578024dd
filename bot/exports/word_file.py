"""A briefing as a Word file (ECMA-376, Office Open XML): its lines, each linked to its sentence in the article below.

lxml, which reads such files for the engine, writes them too: python-docx has no call for a link or a bookmark, which
is most of what a briefing needs.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from bot.exports.outline import by_paragraph, outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from bot.exports.outline import Line, Outline
    from bot.locales import Wording
    from summaries.article import Sentence
    from summaries.briefing import Briefing

PARTS = Path(__file__).with_name("word_parts")
FIXED = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_relationships.xml",
    "word/numbering.xml": "numbering.xml",
}
"""The parts that are the same in every file."""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DUBLIN = "http://purl.org/dc/elements/1.1/"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SOURCE = "rId3"
"""The relationship that holds the article's address."""
A4 = {"w": "11906", "h": "16838"}
MARGINS = dict.fromkeys(("top", "right", "bottom", "left"), "1191") | {"header": "567", "footer": "567", "gutter": "0"}
"""In twentieths of a point."""
MADE = (1980, 1, 1, 0, 0, 0)
"""The fixed time stamp in the archive, so that the same briefing gives the same bytes."""
STYLES = {"heading": "Heading2", "item": "ListBullet"}
"""The styles of an article's paragraphs by their kind."""
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(briefing: Briefing, words: Wording) -> bytes:
    """Return the briefing as the bytes of a .docx file."""
    shown = outline(briefing, words)
    parts = {name: (PARTS / file).read_bytes() for name, file in FIXED.items()}
    parts["word/document.xml"] = _packed(_document(briefing, shown, words))
    parts["word/styles.xml"] = _packed(_styles(briefing.article.language))
    parts["word/_rels/document.xml.rels"] = _packed(_relationships(shown.address))
    parts["docProps/core.xml"] = _packed(_properties(shown.title, briefing.article.language))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, MADE), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _document(briefing: Briefing, shown: Outline, words: Wording) -> _Element:
    body = _w("body", _paragraph("Title", _run(shown.title)))
    if shown.byline:
        body.append(_paragraph("Subtitle", _run(shown.byline)))
    if shown.address:
        link = _w("hyperlink", _run(shown.address, linked=True))
        link.set(f"{{{OFFICE}}}id", SOURCE)
        body.append(_paragraph("Subtitle", link))
    if shown.remark:
        body.append(_paragraph("Subtitle", _run(shown.remark)))
    for section in shown.sections:
        body.append(_paragraph("Heading1", _run(section.title)))
        style = "ListNumber" if section.kind == "points" else "Normal"
        body.extend(_paragraph(style, *_line(line)) for line in section.lines)
    body.append(_paragraph("Heading1", _run(words.say("The whole article"))))
    for paragraph, pieces in by_paragraph(briefing):
        body.append(_paragraph(STYLES.get(paragraph.kind, "Normal"), *_sentences(pieces)))
    body.append(_w("sectPr", _w("pgSz", **A4), _w("pgMar", **MARGINS)))
    return _w("document", body)


def _line(line: Line) -> Iterator[_Element]:
    if line.label:
        yield _run(line.label + (": " if line.text else " "), bold=True)
    if line.text:
        yield _run(line.text + " ")
    for place, number in enumerate(line.sources):
        if place:
            yield _run(" ")
        yield _w("hyperlink", _run(f"[{number + 1}]", linked=True), anchor=f"s{number + 1}")


def _sentences(pieces: Iterable[Sentence | str]) -> Iterator[_Element]:
    """Yield a paragraph piece by piece, each of its sentences with a bookmark."""
    for piece in pieces:
        if isinstance(piece, str):
            yield _run(piece)
            continue
        number = str(piece.index + 1)
        yield _w("bookmarkStart", id=number, name=f"s{number}")
        yield _run(piece.text)
        yield _w("bookmarkEnd", id=number)


def _paragraph(style: str, *content: _Element) -> _Element:
    return _w("p", _w("pPr", _w("pStyle", val=style)), *content)


def _run(text: str, *, bold: bool = False, linked: bool = False) -> _Element:
    look = [_w("rStyle", val="Hyperlink")] if linked else []
    look += [_w("b")] if bold else []
    run = _w("r", _w("rPr", *look)) if look else _w("r")
    for number, line in enumerate(NOT_XML.sub("", text).split("\n")):
        if number:
            run.append(_w("br"))
        written = _w("t")
        written.text = line
        written.set(SPACE, "preserve")
        run.append(written)
    return run


def _w(tag: str, *content: _Element, **values: str) -> _Element:
    """Return an element of WordprocessingML."""
    named = {f"{{{WORD}}}{name}": value for name, value in values.items()}
    element = etree.Element(f"{{{WORD}}}{tag}", named, nsmap={"w": WORD, "r": OFFICE})
    element.extend(content)
    return element


def _styles(language: str) -> _Element:
    """Return the styles, for a text in a language, which Word uses to check its spelling."""
    styles = etree.fromstring((PARTS / "styles.xml").read_bytes())
    for element in styles.iter(f"{{{WORD}}}lang"):
        element.set(f"{{{WORD}}}val", language)
    return styles


def _relationships(address: str | None) -> _Element:
    root = etree.fromstring(f'<Relationships xmlns="{PACKAGE}"/>')
    known: list[tuple[str, str, str, dict[str, str]]] = [
        ("rId1", "styles", "styles.xml", {}),
        ("rId2", "numbering", "numbering.xml", {}),
    ]
    known += [(SOURCE, "hyperlink", NOT_XML.sub("", address), {"TargetMode": "External"})] if address else []
    for name, kind, goal, mode in known:
        values = {"Id": name, "Type": f"{OFFICE}/{kind}", "Target": goal, **mode}
        etree.SubElement(root, f"{{{PACKAGE}}}Relationship", values)
    return root


def _properties(title: str, language: str) -> _Element:
    root = etree.Element(f"{{{CORE}}}coreProperties", nsmap={"cp": CORE, "dc": DUBLIN})
    for name, value in (("title", NOT_XML.sub("", title)), ("language", language)):
        etree.SubElement(root, f"{{{DUBLIN}}}{name}").text = value
    return root


def _packed(root: _Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
