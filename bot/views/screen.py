"""A screen: what one message shows, as HTML and buttons, and the targets that its buttons lead to."""

from __future__ import annotations

import html
from dataclasses import dataclass, replace

PAGE_UNITS = 3500
"""Length of a page, in UTF-16 code units; the rest of Telegram's 4096 is for its header."""
MARKS = 90
"""Maximum number of entities on a page; Telegram drops those beyond 100, and the header has some."""
ROW = 8
"""Telegram shows at most eight buttons in a row."""
FIELDS = 5
ARGUMENT_BYTES = 22
"""What is left of a button's 64 bytes for an argument, beside the article, the page and the way back."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a command or a button asks for: a view of an article, with an argument and a page from 0.

    Packed into the 64 bytes of a button's data; an argument that does not fit cannot be a button.
    """

    view: str
    article: str = ""
    argument: str = ""
    page: int = 0
    origin: str = ""
    """The view to go back to, as `as_origin` writes it."""

    def pack(self) -> str:
        """Return the target as button data."""
        return "|".join((self.view, self.article, self.argument, str(self.page), self.origin))

    @staticmethod
    def unpack(data: str) -> Target | None:
        """Return the target in a button's data, or ``None`` if the data is not ours."""
        parts = data.split("|")
        if len(parts) != FIELDS or not _is_page(parts[3]):
            return None
        view, article, argument, page, origin = parts
        return Target(view, article, argument, int(page), origin)

    def fitting(self) -> Target:
        """Return the target with as many words of its argument as fit into its buttons.

        If not even the first word fits, its beginning is kept.
        """
        data = self.argument.encode()
        if len(data) <= ARGUMENT_BYTES:
            return self
        return replace(self, argument=data[:ARGUMENT_BYTES].decode(errors="ignore").rsplit(" ", 1)[0])

    def turn(self, page: int) -> Target:
        """Return the same target at another page."""
        return replace(self, page=page)

    def as_origin(self) -> str:
        """Return view, argument and page in short form, for a button that leads back here."""
        return f"{self.view}/{self.argument}/{self.page}"

    def back(self) -> Target | None:
        """Return the target that this one was opened from, if any."""
        parts = self.origin.split("/")
        if len(parts) != 3 or not _is_page(parts[2]):
            return None
        return Target(parts[0], self.article, parts[1], int(parts[2]))


def _is_page(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 7


@dataclass(frozen=True, slots=True)
class Button:
    """A button: its label, and the target that it opens, or an address, or what it copies."""

    label: str
    target: Target | None = None
    url: str | None = None
    copies: str | None = None


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """What one message shows."""

    html: str
    rows: Rows = ()
    preview: str | None = None
    """The address of the page whose preview is shown below."""
    article: str = ""
    """The id of the article that the marks in the text belong to."""
    sources: tuple[int, ...] = ()
    """The sentences quoted, by index, in the order in which they are shown."""


def escape(text: str) -> str:
    """Return a text with the special characters of Telegram's HTML escaped."""
    return html.escape(text, quote=False)


def units(text: str) -> int:
    """Return the length of a text in UTF-16 code units, as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def clip(text: str, limit: int) -> str:
    """Return a text of at most `limit` characters, cut at a space with an ellipsis."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(",;:–— ") + "…"


def in_rows(buttons: list[Button], width: int = ROW) -> Rows:
    """Lay buttons out in rows as even as the width allows."""
    if not buttons:
        return ()
    count = -(-len(buttons) // width)
    size = -(-len(buttons) // count)
    return tuple(tuple(buttons[i : i + size]) for i in range(0, len(buttons), size))


def split_pages(blocks: list[str], limit: int = PAGE_UNITS) -> list[list[int]]:
    """Return the indices of the blocks on each page; blocks stay whole, and there is at least one page."""
    pages: list[list[int]] = [[]]
    filled = marked = 0
    for index, block in enumerate(blocks):
        size, marks = units(block) + 2, block.count("</")
        if pages[-1] and (filled + size > limit or marked + marks > MARKS):
            pages.append([])
            filled = marked = 0
        pages[-1].append(index)
        filled += size
        marked += marks
    return pages


def turn_pages(target: Target, page: int, pages: int) -> Rows:
    """Return the row of buttons that turns pages; nothing for a single page."""
    if pages < 2:
        return ()
    return (
        (
            Button("‹", target.turn(max(page - 1, 0))),
            Button(f"{page + 1} / {pages}", target.turn(page)),
            Button("›", target.turn(min(page + 1, pages - 1))),
        ),
    )
