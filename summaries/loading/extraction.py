"""From bytes to an article: determines the format, reads it, and checks that it is an article."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summaries.article import compose, count_words
from summaries.errors import Empty, NoArticle, NotText, TooLarge, TooShort, Unreadable, Unsupported
from summaries.loading.addresses import host_of, valid_address
from summaries.loading.boilerplate import strip_boilerplate
from summaries.loading.chapters import find_chapters
from summaries.loading.decoding import decode
from summaries.loading.draft import Draft
from summaries.loading.formats.docx import is_docx, read_docx
from summaries.loading.formats.epub import is_epub, read_epub
from summaries.loading.formats.markdown import looks_like_markdown, read_markdown
from summaries.loading.formats.odt import is_odt, read_odt
from summaries.loading.formats.pdf import is_pdf, read_pdf
from summaries.loading.formats.plain import read_plain
from summaries.loading.formats.rtf import is_rtf, read_rtf
from summaries.loading.html.webpage import looks_like_page, read_page
from summaries.loading.language_identification import find_language
from summaries.loading.literature import mark_references

if TYPE_CHECKING:
    from summaries.article import Article

MINIMUM_WORDS = 40
TEXT_LIMIT_MB = 5
PAGE_LIMIT_MB = 10
HEAD = 4096
NAMELESS = "this text"
READABLE = "PDF, Word (.docx), OpenDocument (.odt), EPUB, RTF, HTML, Markdown and plain text"
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")


@dataclass(frozen=True, slots=True)
class Document:
    """A file format that is recognised and read by its bytes."""

    is_it: Callable[[bytes], bool]
    read: Callable[[bytes], Draft]
    has_imprint: bool = False
    """Whether its metadata give author and day; else they are in its first lines, if anywhere."""


DOCUMENTS = (
    Document(is_pdf, read_pdf),
    Document(is_docx, read_docx),
    Document(is_odt, read_odt),
    Document(is_epub, read_epub, has_imprint=True),
    Document(is_rtf, read_rtf),
)
"""To add a format, write a file with these two functions and add a row here."""


@dataclass(frozen=True, slots=True)
class Format:
    """A text format: how it is recognised and read, and its maximum size."""

    is_it: Callable[[str], bool]
    read: Callable[[str, str | None], Draft]
    """From the text and its address."""
    limit_mb: int = TEXT_LIMIT_MB


FORMATS = (
    Format(looks_like_page, read_page, PAGE_LIMIT_MB),
    Format(looks_like_markdown, lambda text, _: strip_boilerplate(read_markdown(text))),
    Format(lambda _: True, lambda text, _: strip_boilerplate(read_plain(text))),
)
"""Tried in this order; the last one accepts anything."""

OTHERS = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\0", b"MM\0*", b"PK\x03\x04", b"PK\x05\x06",
    b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"BZh", b"7z\xbc\xaf", b"Rar!", b"\xfd7zXZ", b"ID3\x02", b"ID3\x03",
    b"ID3\x04", b"OggS", b"fLaC", b"\0\0\0\x18ftyp", b"\0\0\0\x20ftyp", b"\x7fELF", b"MZ\x90", b"%!PS", b"\0asm",
    b"SQLite format 3", b"\0\0\1\0",
)  # fmt: skip
"""The first bytes of known files that cannot be read: pictures, sound, archives, programs, documents."""


def read(data: bytes, *, name: str | None = None, media_type: str | None = None, url: str | None = None) -> Article:
    """Read an article from the bytes of a file or page.

    The bytes decide the format, not `name` or `media_type`, which give the name in errors and the encoding. `url` is
    where the bytes came from. Raises `TooLarge`, `Unsupported`, `Unreadable`, `NotText`, `NoArticle` or `TooShort`.
    """
    called = name or host_of(url) or NAMELESS
    document = next((document for document in DOCUMENTS if document.is_it(data)), None)
    if document is not None:
        if len(data) > PAGE_LIMIT_MB * 1_000_000:
            raise TooLarge(limit_mb=PAGE_LIMIT_MB)
        draft = document.read(data)
        return finish(replace(draft if document.has_imprint else strip_boilerplate(draft), url=url), called)
    if data.startswith(OTHERS):
        raise Unsupported(kinds=READABLE)
    if len(data) > PAGE_LIMIT_MB * 1_000_000:
        raise TooLarge(limit_mb=PAGE_LIMIT_MB if url else TEXT_LIMIT_MB)
    text = decode(data, media_type=media_type, name=called)
    if len(CONTROL.findall(text[:HEAD])) > len(text[:HEAD]) / 50:
        raise NotText(name=called)
    return _read(text, len(data), called, url)


def read_text(text: str) -> Article:
    """Read an article from a pasted text. Raises `TooLarge`, `Unreadable` or `TooShort`."""
    return _read(text, len(text.encode(errors="replace")), NAMELESS, None)


def _read(text: str, size: int, called: str, url: str | None) -> Article:
    if not text.strip():
        raise Empty(name=called) if url is None else NoArticle(host=called)
    kind = next(kind for kind in FORMATS if kind.is_it(text))
    if size > kind.limit_mb * 1_000_000:
        raise TooLarge(limit_mb=kind.limit_mb)
    return finish(kind.read(text, url), called, is_page=kind.read is read_page)


def finish(draft: Draft, called: str, *, is_page: bool = False) -> Article:
    """Make an article of a draft. Raises `Unreadable` or `TooShort` for a text, `NoArticle` for a page."""
    body = "\n\n".join(block.text for block in draft.blocks)
    words = count_words(body)
    if words < MINIMUM_WORDS:
        if is_page:
            raise NoArticle(host=called)
        raise TooShort(words=words, minimum=MINIMUM_WORDS) if words else Unreadable(name=called)
    blocks = [*mark_references(draft.blocks)]
    return compose(
        [(block.text, block.kind) for block in blocks],
        language=find_language(body, draft.language),
        title=draft.title,
        standfirst=draft.standfirst,
        author=draft.author,
        published=draft.published,
        published_certain=draft.published_certain,
        url=valid_address(draft.url),
        site=draft.site,
        original=valid_address(draft.original),
        visible=draft.visible,
        chapters=find_chapters(blocks),
    )
