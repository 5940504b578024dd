"""Text to tokens for dates: words, numbers, marks, and what is no prose (addresses, code, telephone numbers)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["opaque", "number", "word", "break", "mark"]

# Every alternative is possessive or bounded, so that the time is linear in the length of the text.
PIECE = re.compile(
    r"""
      (?P<opaque> (?:https?://|www\.)\S++ | (?<!`)`[^`\n]{1,80}`(?!`) | \+\d[\d\s().-]{5,20}\d(?!\d)
                | \d++(?:-\d++){3,}+ | (?<!\d)\d{3}-\d{4}(?!\d) | (?<!\d)\d\d?-\d{3}-\d++ )
    | (?P<number> \d{4}-\d\d-\d\d(?!\d) | (?<!\d)\d\d?-\d\d?-\d{4}(?!\d)
                | \d{1,3}(?:[\ \u00a0\u202f]\d{3})++(?!\d) | \d++(?:[.,:/]\d++)*+ )
    | (?P<word>   [^\W\d_\u02bc]++ )
    | (?P<break>  \n\s*+ )
    | (?P<mark>   [^\w\s] | [_\u02bc] )
    """,
    re.VERBOSE,
)
SHORT_LINE = 50
"""Characters; a longer line may go on in the next one."""
# Signs that look different and mean the same in a date.
SAME = str.maketrans("’ʼ‘`–—−‐‑", "''''-----")


class Token(NamedTuple):
    """A piece of text: `form` is lower case with one kind of dash and apostrophe; offsets are half open.

    `capital` is true of all that does not begin with a small letter.
    """

    kind: Kind
    form: str
    start: int
    stop: int
    capital: bool


def tokenize(text: str) -> Iterator[Token]:
    """Yield the tokens of a text in order.

    White space is left out but for breaks: the empty lines between paragraphs, and a new line where it or the one
    before is short, for a heading or a dateline may stand on it.
    """
    line = 0
    for match in PIECE.finditer(text):
        piece = match[0]
        start, stop = match.span()
        kind: Kind = match.lastgroup  # type: ignore[assignment]  # the groups are the kinds
        if kind == "break":
            wrapped = "\n" not in piece[1:] and start - line > SHORT_LINE and _line_length(text, stop) > SHORT_LINE
            line = stop
            if wrapped:
                continue
        yield Token(kind, piece.lower().translate(SAME), start, stop, not piece[0].islower())


def _line_length(text: str, start: int) -> int:
    stop = text.find("\n", start)
    return (len(text) if stop < 0 else stop) - start
