"""A text that Telegram has cut into several messages, put together again."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.views.screen import units

LIMIT = 4096
"""UTF-16 code units of a message."""
SENTENCE = re.compile(r".*?[.!?…][\"'”’»)\]]*(?=\s|$)", re.DOTALL)
WORD = re.compile(r"\S+")
IS_OVER = re.compile(r"[.!?…:][\"'”’»)\]]*$")
GOES_ON = re.compile(r"[,;–—-]$")


def join_parts(parts: list[str]) -> str:
    """Return a text from the messages that it was sent in, with a paragraph's break or a space between two of them.

    Applications cut at the last line break that is not too far from the limit, else behind a sentence, else at a space,
    and take it off. So where the next sentence or word would have had room, there was a line break.
    """
    return "".join([*(part + _gap(part, following) for part, following in pairwise(parts)), *parts[-1:]])


def _gap(part: str, following: str) -> str:
    if following[:1].islower() or GOES_ON.search(part):
        return " "
    found = (SENTENCE if IS_OVER.search(part) else WORD).match(following)
    taken = units(found[0] if found else following) + 1
    return "\n\n" if units(part) + taken <= LIMIT else " "
