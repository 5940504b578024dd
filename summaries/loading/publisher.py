"""The name of an article's publisher."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = re.compile(r"[^\W_]+")
MOST_WORDS = 5


def find_publisher(host: str, texts: Iterable[str]) -> str:
    """Return the name of the site at `host` as written in the texts: ``The Riverton Times`` for rivertontimes.example.

    A run of words counts if, without spaces, it is a label of the host. If there is none, the host is the name.
    """
    labels = {label.replace("-", "") for label in host.split(".")[:-1] if len(label) > 3}
    for text in texts:
        words = list(WORD.finditer(text))
        for place, word in enumerate(words):
            joined = ""
            for last in words[place : place + MOST_WORDS]:
                joined += last[0].casefold()
                if joined in labels and word[0][0].isupper():
                    return text[word.start() : last.end()]
    return host
