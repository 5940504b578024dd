"""What a format's reader finds in a source, before it becomes an article."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Kind = Literal["prose", "heading", "item", "caption", "table", "reference", "boilerplate"]
"""See `Paragraph.kind`."""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text between two breaks, on one line, with what its formatting says about it."""

    text: str
    kind: Kind = "prose"
    emphasised: bool = False
    """Whether all of it is italic or bold."""
    opens_with_link: bool = False
    ends_with_link: bool = False
    label: str = ""
    """The bold words at its beginning, such as ``Related article:``."""
    opens: str | None = None
    """The title of the chapter that it opens; empty if it ends the chapter before and opens none."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An article in the making. Unknown values are ``None``; `language` is a claim, not yet verified."""

    blocks: tuple[Block, ...]
    title: str | None = None
    standfirst: str | None = None
    author: str | None = None
    published: dt.date | None = None
    published_certain: bool = True
    language: str | None = None
    url: str | None = None
    site: str | None = None
    original: str | None = None
    visible: float | None = None


# soft hyphens, zero-width spaces, marks of direction and order, control characters; joiners stay: scripts need them
INVISIBLE = dict.fromkeys(
    (
        *(0x00AD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, 0x7F),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(9),
        *range(0x0E, 0x1C),
        *range(0x80, 0x85),
        *range(0x86, 0xA0),
        *range(0xD800, 0xE000),
    )
)


def tidy(text: str) -> str:
    """Return text on one line: runs of white space become one space, invisible characters go."""
    return " ".join(text.translate(INVISIBLE).split())
