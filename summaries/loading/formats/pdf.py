"""PDF files: their text by pdfium, and paragraphs by the position of the lines."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, Any

from summaries.errors import Protected, Scanned, TooManyPages, Unreadable
from summaries.loading.chapters import leads_chapter, open_chapters
from summaries.loading.draft import Draft, tidy
from summaries.loading.formats.apparatus import head_of, strip_apparatus
from summaries.loading.formats.layout import is_section, join_lines
from summaries.loading.formats.lines import MARKER, Line, join_pieces
from summaries.loading.formats.paper_authors import find_authors
from summaries.loading.superscripts import RAISED, RAISED_LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.loading.draft import Block

MAGIC = b"%PDF-"
MOST_PAGES = 300
MOST_CHARACTERS = 1_500_000
SCAN = 25
"""Minimum number of characters on a page with text rather than a picture of text."""
NO_TITLE = re.compile(r"untitled|microsoft word|\.(?:docx?|indd|pdf|tex|qxp?|rtf|odt|pages)\b|^\W*$", re.IGNORECASE)
BREAKS = frozenset({10, 13})
PARTED = frozenset({0x02, 0xFFFE})
SMALLER, HIGHER = 0.85, 0.15
"""Maximum size of a superscript and minimum height by which it is raised, as shares of the size of its base."""
SAMPLES = 6
"""Approximate number of letters per line whose size and weight are sampled."""
TOP = 4
"""Blocks among which the title stands."""
LEVELS = 3
"""Maximum depth to which an outline is read."""
SPACE = 0.1
"""Minimum gap between two words, as a share of a letter's height."""
Box = tuple[float, float, float, float]
PASSWORD = 4
"""pdfium's FPDF_ERR_PASSWORD."""


def is_pdf(data: bytes) -> bool:
    """Return whether bytes are a PDF file."""
    return MAGIC in data[:1024]


def read_pdf(data: bytes) -> Draft:
    """Return the draft of a PDF file. Raises `Protected`, `TooManyPages`, `Scanned` or `Unreadable`.

    Of its properties only the title is used: the others come from the program and machine that made the file.
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
        lines += join_pieces(_lines(text, number))
        text.close()
        page.close()
    if characters < SCAN * max(len(heights), 1):
        raise Scanned
    blocks = [block for block in join_lines(lines, heights) if block.text]
    stated = document.get_metadata_dict(skip_empty=True)
    title = tidy(stated.get("Title", ""))
    blocks = open_chapters(blocks, _outline(document))
    if NO_TITLE.search(title) or len(title.split()) < 2:
        title = _find_title(blocks)
    if title and blocks and blocks[0].text == title:
        blocks = blocks[1:]
    return Draft(tuple(strip_apparatus(blocks)), title=title or None, author=find_authors(head_of(blocks, title)))


def _find_title(blocks: Sequence[Block]) -> str:
    """Return the first heading above the text, unless it is that of the first chapter or of a section."""
    for place, block in enumerate(blocks[:TOP]):
        if block.kind == "heading" and not is_section(block.text):
            return "" if leads_chapter(blocks, place) else block.text
    return ""


def _outline(document: Any) -> list[str]:
    """Return the titles at the highest level of the outline that has more than one."""
    entries = [(item.level, tidy(item.get_title())) for item in document.get_toc(max_depth=LEVELS)]
    levels = ([title for level, title in entries if level == wanted and title] for wanted in range(LEVELS))
    return next((titles for titles in levels if len(titles) > 1), [])


def _lines(page: Any, number: int) -> list[Line]:
    """Return the lines of a page in text order, each with the box around its letters."""
    from pypdfium2 import raw  # noqa: PLC0415

    found: list[Line] = []
    base: int | None = None
    letters: list[str] = []
    boxes: list[Box] = []
    places: list[int] = []
    for index in range(page.count_chars()):
        code = raw.FPDFText_GetUnicode(page.raw, index)
        if code in PARTED and letters:  # pdfium has no line break behind the hyphen of a parted word
            letters.append("-")
        elif code in PARTED and found:  # or has the hyphen behind the break
            found[-1] = replace(found[-1], text=f"{found[-1].text}-")
        if code in PARTED or code in BREAKS:
            found += _line(page, number, letters, boxes, places)
            letters, boxes, places, base = [], [], [], None
            continue
        letter = chr(code)
        box = page.get_charbox(index, loose=True)
        if code > 32:
            raised = _raised(page, index, base, _is_lower(box, boxes)) if base is not None else None
            base = base if raised else index
            letter = raised or letter
        letters.append(letter)
        if box[2] > box[0] and code > 32:
            boxes.append(box)
            places.append(index)
    return [*found, *_line(page, number, letters, boxes, places)]


def _raised(page: Any, index: int, base: int, is_lower: bool) -> str | None:  # noqa: FBT001
    """Return a superscript digit, sign or letter as such; ``None`` if it is not one."""
    from pypdfium2 import raw  # noqa: PLC0415

    letter = chr(raw.FPDFText_GetUnicode(page.raw, index))
    table = (RAISED_LETTERS if is_lower else {}) if letter.isalpha() else RAISED
    return letter.translate(table) if ord(letter) in table and _is_raised(page, index, base) else None


def _is_lower(box: Box, boxes: list[Box]) -> bool:
    """Return whether a letter is of smaller print than the one before it."""
    return bool(boxes) and box[3] - box[1] < SMALLER * (boxes[-1][3] - boxes[-1][1])


def _size_and_baseline(page: Any, index: int) -> tuple[float, float]:
    """Return the size of a character and the height of its baseline on the page, in points."""
    from ctypes import c_double  # noqa: PLC0415

    from pypdfium2 import raw  # noqa: PLC0415

    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(page.raw, index, x, y)
    return raw.FPDFText_GetFontSize(page.raw, index), y.value


def _is_raised(page: Any, index: int, base: int) -> bool:
    """Return whether a character is smaller and higher than the one that it follows."""
    from pypdfium2 import raw  # noqa: PLC0415

    (size, height), (usual, line) = _size_and_baseline(page, index), _size_and_baseline(page, base)
    if size < SMALLER * usual and HIGHER * usual < height - line < usual:
        return True
    # some fonts have raised figures of their own, which stand on the line of the others
    return (
        chr(raw.FPDFText_GetUnicode(page.raw, index)).isdigit() and page.get_charbox(index)[1] - height > HIGHER * size
    )


def _line(page: Any, number: int, letters: list[str], boxes: list[Box], places: list[int]) -> Iterator[Line]:
    # pdfium gives letters beyond the first plane as two halves
    text = "".join(letters).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").strip()
    if not text or not boxes:
        return
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    size, weight = _size_and_weight(page, places)
    gaps = list(_gaps(text, boxes))
    yield Line(
        number,
        text,
        min(lefts),
        min(bottoms),
        max(rights),
        max(tops),
        letters=median(top - bottom for _, bottom, _, top in boxes),
        size=size,
        weight=weight,
        widest=max(gaps, default=0.0),
        narrowest=min(gaps, default=0.0),
    )


def _size_and_weight(page: Any, places: list[int]) -> tuple[float, int]:
    """Return the usual size of sampled letters of a line, and the lightest weight among them."""
    from pypdfium2 import raw  # noqa: PLC0415

    some = places[:: max(1, len(places) // SAMPLES)]
    weights = [raw.FPDFText_GetFontWeight(page.raw, place) for place in some]
    return median(raw.FPDFText_GetFontSize(page.raw, place) for place in some), max(0, min(weights))


def _gaps(text: str, boxes: list[Box]) -> Iterator[float]:
    """Yield the gaps between the words of a line, except after a bullet or number at its beginning."""
    spaces = [after[0] - before[2] for before, after in itertools.pairwise(boxes)]
    first = len(text.partition(" ")[0])
    for place, gap in enumerate(spaces, 1):
        if gap > SPACE * (boxes[place][3] - boxes[place][1]) and not (place == first and MARKER.match(text[:first])):
            yield gap
