"""Documents that are ZIP archives of XML: opened with limits, for a small archive may unpack to anything."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Any, Self

from summaries.errors import Overpacked, Protected, Unreadable

if TYPE_CHECKING:
    from types import TracebackType

MAGIC = b"PK\x03\x04"
MOST_FILES = 3_000
MOST_BYTES = 40_000_000
"""Maximum total size, unpacked, of the files read from an archive."""
MOST_XML = 20_000_000
ENCRYPTED = 0x1
METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""The only ones that documents may use (ISO 29500-2, ISO 26300-3, OCF), and that `zipfile` unpacks incrementally; it
unpacks a whole piece of bzip2 or LZMA at once."""
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


class Archive:
    """An archive whose files are read as XML. The sizes that it states are not trusted."""

    def __init__(self, data: bytes) -> None:
        """Open an archive. Raises `Unreadable`, `Overpacked` or `Protected`."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as error:
            raise Unreadable(name="this file") from error
        self._left = MOST_BYTES
        if len(self._zip.infolist()) > MOST_FILES:
            raise Overpacked

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._zip.close()

    def has(self, name: str) -> bool:
        """Return whether the archive holds a file of this name."""
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """Return a file unpacked. Raises `Unreadable`, `Overpacked` or `Protected`."""
        try:
            entry = self._zip.getinfo(name)
            if entry.flag_bits & ENCRYPTED:
                raise Protected
            if entry.compress_type not in METHODS:
                raise Unreadable(name="this file")
            with self._zip.open(name) as packed:
                data = packed.read(min(self._left, MOST_XML) + 1)
        except (KeyError, *BROKEN) as error:
            raise Unreadable(name="this file") from error
        self._left -= len(data)
        if len(data) > MOST_XML or self._left < 0:
            raise Overpacked
        return data

    def read_xml(self, name: str) -> Any:
        """Return the root of an XML file, entities not expanded and nothing fetched. Raises as `read` does."""
        from lxml import etree  # noqa: PLC0415 - heavy, and only documents need it

        data = self.read(name)
        if b"<!ENTITY" in data[:100_000]:
            raise Unreadable(name="this file")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise Unreadable(name="this file") from error


def is_archive(data: bytes) -> bool:
    """Return whether bytes are a ZIP archive."""
    return data.startswith(MAGIC)


def holds(data: bytes, name: str, beginning: bytes = b"") -> bool:
    """Return whether bytes are an archive with a file of this name and beginning."""
    if not is_archive(data):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(name).compress_type not in METHODS:
                return not beginning
            with archive.open(name) as packed:
                return packed.read(len(beginning)) == beginning
    except (KeyError, RuntimeError, *BROKEN):
        return False
