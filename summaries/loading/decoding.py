"""Decodes bytes to text, in any encoding."""

from __future__ import annotations

import codecs
import re

from summaries.errors import NotText

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
IN_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})")
IN_XML = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
IN_MEDIA_TYPE = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
# what pages call Latin-1 is Windows-1252 (WHATWG Encoding Standard, 4.2)
WESTERN = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "ascii", "us-ascii"})
ESCAPED = re.compile(r"(?:iso-2022|hz)", re.IGNORECASE)
"""Encodings made of ASCII bytes only, which are valid UTF-8 but mean something else."""
MOST_BROKEN = 0.005
"""Maximum share of broken characters: a page with a truncated or foreign byte is still a page."""
HEAD = 4096
GUESSED_FROM = 100_000


def decode(data: bytes, *, media_type: str | None = None, name: str = "this text") -> str:
    """Return the text of `data`. Raises `NotText` if no encoding makes sense of it.

    Tried in this order: a byte order mark, valid UTF-8, the encoding declared by `media_type` or a meta element, either
    of these with a few broken bytes, and finally a guess from the bytes (charset-normalizer).
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff")
    if b"\0" in data[:HEAD]:
        return _decode_wide(data, name)
    declared = _declared(data, media_type)
    escaped = [encoding for encoding in declared if ESCAPED.match(encoding)]
    for encoding in (*escaped, "utf-8", *declared):
        text = _try(data, encoding)
        if text is not None:
            return text
    return _mended(data, ["utf-8", *declared]) or _guess(data, name)


def _declared(data: bytes, media_type: str | None) -> list[str]:
    head = data[:HEAD].lower()
    found = [match[1] for match in [IN_MEDIA_TYPE.search(media_type or "")] if match]
    found += [match[1].decode("ascii") for match in (IN_META.search(head), IN_XML.search(head)) if match]
    return ["windows-1252" if name.lower() in WESTERN else name for name in found]


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return str(data, encoding)
    except (UnicodeError, LookupError, ValueError, TypeError):
        return None


def _mended(data: bytes, encodings: list[str]) -> str | None:
    """Return the text in the first encoding that fits all but a few bytes; those become U+FFFD."""
    for encoding in encodings:
        try:
            text = str(data, encoding, "replace")
        except LookupError:
            continue
        if text.count("\ufffd") <= max(2, MOST_BROKEN * len(text)):
            return text
    return None


def _decode_wide(data: bytes, name: str) -> str:
    """Decode UTF-16 without a mark: every other byte of its spaces and Western letters is zero."""
    head = data[:HEAD]
    zeros = {"utf-16-be": head[::2].count(0), "utf-16-le": head[1::2].count(0)}
    likely = max(zeros, key=zeros.__getitem__)
    text = _try(data, likely)
    if text is None or zeros[likely] < 4 * min(zeros.values()) + 1:
        raise NotText(name=name)
    return text


def _guess(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only where nothing is declared

    best = from_bytes(data[:GUESSED_FROM]).best()
    if best is None or b"\0" in data:
        raise NotText(name=name)
    return data.decode(best.encoding, "replace")
