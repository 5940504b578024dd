"""PDF files: their text with pdfium, and paragraphs from where the lines stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from summaries.errors import Protected, Scanned, TooManyPages, Unreadable
from summaries.loading.draft import Draft, tidy
from summaries.loading.formats.layout import Line, join_lines
from summaries.loading.superscripts import RAISED

if TYPE_CHECKING:
    from collections.abc import Iterator

MAGIC = b"%PDF-"
MOST_PAGES = 300
MOST_CHARACTERS = 1_500_000
SCAN = 25
"""Characters a page has at least that holds text and no picture of text."""
NO_TITLE = re.compile(r"untitled|microsoft word|\.(?:docx?|indd|pdf|tex|qxp?|rtf|odt|pages)\b|^\W*$", re.IGNORECASE)
BREAKS = frozenset({10, 13})
PARTED = frozenset({0x02, 0xFFFE})
SMALLER, HIGHER = 0.85, 0.15
"""Shares of the size of what it stands on: the most that a raised figure has, and the least that it is lifted by."""
PASSWORD = 4
"""pdfium's FPDF_ERR_PASSWORD."""


def is_pdf(data: bytes) -> bool:
    """Tell whether bytes are a PDF file."""
    return MAGIC in data[:1024]


def read_pdf(data: bytes) -> Draft:
    """Return the draft of a PDF file. Raises `Protected`, `TooManyPages`, `Scanned` or `Unreadable`.

    Of its properties only the title counts: the others are of the program and the machine that made the file.
    """
    import pypdfium2  # noqa: PLC0415 - a library of its own, and only PDF files need it

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD or "password" in str(error).lower():
            raise Protected from error
        raise Unreadable(name="this PDF") from error
    try:
        return _read(document)
    except pypdfium2.PdfiumError as error:
        raise Unreadable(name="this PDF") from error
    finally:
        document.close()


def _read(document: Any) -> Draft:
    if len(document) > MOST_PAGES:
        raise TooManyPages(pages=len(document), limit=MOST_PAGES)
    heights: list[float] = []
    lines: list[Line] = []
    characters = 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        characters += text.count_chars()
        if characters > MOST_CHARACTERS:
            raise TooManyPages(pages=len(document), limit=MOST_PAGES)
        heights.append(page.get_height())
        lines += _lines(text, number)
        text.close()
        page.close()
    if characters < SCAN * max(len(heights), 1):
        raise Scanned
    blocks = [block for block in join_lines(lines, heights) if block.text]
    stated = document.get_metadata_dict(skip_empty=True)
    title = tidy(stated.get("Title", ""))
    if NO_TITLE.search(title) or len(title.split()) < 2:
        title = next((block.text for block in blocks[:4] if block.kind == "heading"), "")
    if title and blocks and blocks[0].text == title:
        blocks = blocks[1:]
    return Draft(
        tuple(blocks),
        title=title or None,
    )


def _lines(page: Any, number: int) -> Iterator[Line]:
    """Yield the lines of a page in the order of its text, each with the box around its letters."""
    from pypdfium2 import raw  # noqa: PLC0415

    base: int | None = None
    letters: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    for index in range(page.count_chars()):
        code = raw.FPDFText_GetUnicode(page.raw, index)
        if code in PARTED:  # pdfium has no line break behind the hyphen of a parted word
            letters.append("-")
        if code in PARTED or code in BREAKS:
            yield from _line(letters, boxes, number)
            letters, boxes, base = [], [], None
            continue
        letter = chr(code)
        if code > 32:
            if base is not None and code in RAISED and not letter.isalpha() and _is_raised(page, index, base):
                letter = letter.translate(RAISED)
            else:
                base = index
        letters.append(letter)
        box = page.get_charbox(index, loose=True)
        if box[2] > box[0] and code > 32:
            boxes.append(box)
    yield from _line(letters, boxes, number)


def _size_and_baseline(page: Any, index: int) -> tuple[float, float]:
    """Return the size of a character and the height of its baseline on the page, in points."""
    from ctypes import c_double  # noqa: PLC0415

    from pypdfium2 import raw  # noqa: PLC0415

    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(page.raw, index, x, y)
    return raw.FPDFText_GetFontSize(page.raw, index), y.value


def _is_raised(page: Any, index: int, base: int) -> bool:
    """Tell whether a character is smaller and higher than the one that it follows."""
    (size, height), (usual, line) = _size_and_baseline(page, index), _size_and_baseline(page, base)
    return size < SMALLER * usual and HIGHER * usual < height - line < usual


def _line(letters: list[str], boxes: list[tuple[float, float, float, float]], number: int) -> Iterator[Line]:
    # pdfium gives letters beyond the first plane as two halves
    text = "".join(letters).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").strip()
    if text and boxes:
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        yield Line(number, text, min(lefts), min(bottoms), max(rights), max(tops))
