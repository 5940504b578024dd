"""The numbers after quotes: marks that open their sentence when tapped, where a link can do that.

Views write a mark as a link to a place within the article. Whoever sends a screen makes it a link to the bot, which
Telegram's clients on phones follow at once and some of those on desktops after a tap on *Start*; or plain text in a
group, for the link leads to a chat with the bot alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MARK = re.compile(r'<a href="#(\d+)">(\[\d+\])</a>')
PLACE = re.compile(r"q(\d{1,8})-([0-9a-f]{16})")


def mark(sentence: int) -> str:
    """Return the mark of a sentence, given by its index: its number in brackets."""
    return f'<a href="#{sentence + 1}">[{sentence + 1}]</a>'


def link_marks(html: str, address: Callable[[str], str]) -> str:
    """Return a text whose marks are links to the address of their number."""
    return MARK.sub(lambda found: f'<a href="{address(found[1])}">{found[2]}</a>', html)


def drop_links(html: str) -> str:
    """Return a text with its marks as plain text."""
    return MARK.sub(r"\2", html)


def write_place(article: str, number: str) -> str:
    """Return the /start payload of a link that shows a sentence."""
    return f"q{number}-{article}"


def is_mark(address: str) -> bool:
    """Return whether a link was made from a mark."""
    return read_place(address.rpartition("?start=")[2]) is not None


def read_place(payload: str) -> tuple[str, str] | None:
    """Return the article and the sentence number in a payload, or ``None`` if it names no sentence."""
    found = PLACE.fullmatch(payload)
    return (found[2], found[1]) if found else None
