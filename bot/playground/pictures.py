"""Detects the common image formats and their dimensions."""

from __future__ import annotations

import struct
from dataclasses import dataclass

JPEG_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""JPEG markers (ITU-T T.81, table B.1) that are followed by the dimensions."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The media type of a picture, and its width and height in pixels."""

    mime: str
    width: int
    height: int


def read_picture(data: bytes) -> Picture | None:
    """Return the type and dimensions of a PNG, JPEG or GIF, or ``None`` for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        return Picture("image/png", *struct.unpack(">II", data[16:24]))
    if data[:6] in {b"GIF87a", b"GIF89a"} and len(data) >= 10:
        return Picture("image/gif", *struct.unpack("<HH", data[6:10]))
    return _read_jpeg(data) if data.startswith(b"\xff\xd8") else None


def _read_jpeg(data: bytes) -> Picture | None:
    position = 2
    while position + 9 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker in JPEG_FRAMES:
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return Picture("image/jpeg", width, height)
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    return None
