"""Documents of every format, made for the tests."""

from __future__ import annotations

import io
import zipfile
from html import escape
from typing import TYPE_CHECKING

import typst

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>Bridge closed</dc:title><dc:creator>Nora Field</dc:creator>"
    "<dcterms:created>2024-05-03T08:00:00Z</dcterms:created></cp:coreProperties>"
)
OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def archive(files: Mapping[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", packing) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return packed.getvalue()


def docx(paragraphs: Sequence[str], *, extra: str = "") -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in paragraphs)
    head = '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Bridge closed</w:t></w:r></w:p>'
    document = f"<w:document {W}><w:body>{head}{body}{extra}</w:body></w:document>"
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": document, "docProps/core.xml": CORE})


def odt(paragraphs: Sequence[str], *, extra: str = "") -> bytes:
    body = "".join(f"<text:p>{escape(text)}</text:p>" for text in paragraphs)
    content = (
        f"<office:document-content {OFFICE}><office:body><office:text>{body}{extra}</office:text></office:body>"
        "</office:document-content>"
    )
    meta = (
        f"<office:document-meta {OFFICE}><office:meta><dc:title>Bridge closed</dc:title>"
        "<dc:creator>Nora Field</dc:creator><dc:date>2024-05-03T08:00:00</dc:date></office:meta></office:document-meta>"
    )
    return archive(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "meta.xml": meta},
        zipfile.ZIP_STORED,
    )


def epub(chapters: Sequence[Sequence[str]], *, extra: str = "") -> bytes:
    files: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    }
    items = spine = ""
    for number, paragraphs in enumerate(chapters):
        items += f'<item id="c{number}" href="c%20{number}.xhtml"/>'
        spine += f'<itemref idref="c{number}"/>'
        body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
        files[f"OEBPS/c {number}.xhtml"] = f"<html><body><h1>Chapter {number + 1}</h1>{body}{extra}</body></html>"
    files["OEBPS/nav.xhtml"] = "<html><body><nav><a href=c>Contents</a></nav></body></html>"
    files["OEBPS/book.opf"] = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        "<dc:title>Bridges</dc:title><dc:creator>Nora Field</dc:creator><dc:date>2024-05-03</dc:date>"
        "<dc:language>en</dc:language></metadata><manifest>"
        f'<item id="nav" href="nav.xhtml" properties="nav"/>{items}</manifest>'
        f'<spine><itemref idref="nav"/>{spine}</spine></package>'
    )
    return archive(files)


def rtf(paragraphs: Sequence[str]) -> bytes:
    body = "\\par\n".join("".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text) for text in paragraphs)
    return ("{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times;}}{\\info{\\author Nora}}\\f0 " + body + "\\par}").encode(
        "ascii"
    )


def pdf(
    paragraphs: Sequence[str], *, columns: int = 1, language: str = "en", indented: bool = True, size: int = 9
) -> bytes:
    """Return a PDF with a running header, page numbers, hyphens and justified columns."""
    form = "first-line-indent: 1.2em, spacing: 0.65em" if indented else "spacing: 1.3em"
    text = "\n\n".join(paragraphs)
    source = f"""
#set document(title: "Bridge closed in Riverton", author: "Nora Field")
#set page(paper: "a5", columns: {columns}, margin: 1.6cm, header: [Riverton Times #h(1fr) 4 May 2024],
  footer: context align(center)[#counter(page).display()])
#set text(lang: "{language}", size: {size}pt, hyphenate: true, font: "Libertinus Serif")
#set par(justify: true, {form})
#place(top, scope: "parent", float: true)[= Bridge closed in Riverton]
{text}
"""
    return bytes(typst.compile(source.encode()))
