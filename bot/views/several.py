"""Several links in one message, or several files in one album: which one is shown, and buttons for the others."""

from __future__ import annotations

import html
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.views.screen import Button, Target, clip, escape, in_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.locales import Wording
    from bot.views.screen import Screen
    from summaries.article import Article

NAME = 40
IN_A_ROW = 2


@dataclass(slots=True)
class Links:
    """The links of one message, in their order, and the place of the one that was read."""

    all: tuple[str, ...]
    read: int = 0


def offer_links(screen: Screen, links: Links | None, wording: Wording) -> Screen:
    """Return a screen preceded by a line that says which of several links it shows, with a button for each other.

    A button refers to its link by its position in that line, because an address does not fit into a button.
    """
    if links is None or len(links.all) < 2:
        return screen
    others = [(place, link) for place, link in enumerate(links.all) if place != links.read]
    said = wording.say("I read link {number} of {total}. The others:")
    listed = " · ".join(f'<a href="{html.escape(link)}">{escape(_name(link))}</a>' for _, link in others)
    note = f"<i>{said.format(number=links.read + 1, total=len(links.all))}</i> {listed}"
    buttons = [
        Button(f"{place + 1}. {clip(urlsplit(link).hostname or link, NAME)}", Target("link", argument=str(order)))
        for order, (place, link) in enumerate(others)
    ]
    return replace(screen, html=f"{note}\n\n{screen.html}", rows=(*screen.rows, *in_rows(buttons, IN_A_ROW)))


def offer_files(screen: Screen, others: Sequence[Article], wording: Wording) -> Screen:
    """Return a screen of the first file of an album with a line that says so, and a button for each other file."""
    note = wording.say("I read {total} files. This is the first; the others are below.").format(total=len(others) + 1)
    buttons = [
        Button(f"{number}. {clip(other.title or other.text, NAME)}", Target("open", other.id))
        for number, other in enumerate(others, start=2)
    ]
    return replace(screen, html=f"<i>{note}</i>\n\n{screen.html}", rows=(*screen.rows, *in_rows(buttons, IN_A_ROW)))


def _name(link: str) -> str:
    """Return a label for a link: its site, and the beginning of its path."""
    parts = urlsplit(link)
    return clip(f"{parts.hostname or link}{parts.path}".rstrip("/"), NAME)
