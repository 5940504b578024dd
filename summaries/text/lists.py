"""Lists within a line: “1. The first item 2. The second item”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKER = re.compile(r"(?<!\S)[•⁃*·–-]?\s?(\d{1,3}|[a-z])[.)]{1,2}(?=\s)")
FEWEST = 2
"""Minimum number of items in a list."""


def find_markers(text: str) -> list[tuple[int, int]]:
    """Return the spans of the consecutive markers of a list at the start of a text; empty if there is no such list."""
    markers = list(_counted(text))
    return markers if len(markers) >= FEWEST else []


def _counted(text: str) -> Iterator[tuple[int, int]]:
    expected = None
    for found in MARKER.finditer(text):
        number = int(found[1]) if found[1].isdigit() else ord(found[1])
        if expected is None and found.start() > 0:
            return
        if expected in {None, number}:
            yield found.span()
            expected = number + 1
