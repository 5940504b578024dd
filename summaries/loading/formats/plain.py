"""Plain text: pasted, typed or from a file."""

from __future__ import annotations

import re

from summaries.loading.draft import Block, Draft, tidy

BREAK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
BULLET = re.compile(r"^\s{0,8}(?:[-*•‣·–—]|\d{1,2}[.)])\s+(?=\S)")
CLOSING = ".!?…:;。！？।"
AFTER = "\"'”’»“)]*†‡⁰¹²³⁴⁵⁶⁷⁸⁹"
"""What may follow the mark that ends a sentence: closing marks, and those of notes."""
TITLE_WORDS = 30


def read_plain(text: str) -> Draft:
    """Return the draft of a plain text.

    A short first line without a full stop, followed by a blank line, is the title. Lines broken at the
    same width are joined; otherwise each line is a paragraph of its own.
    """
    chunks = [chunk for chunk in BREAK.split(text.replace("\r\n", "\n").replace("\r", "\n")) if chunk.strip()]
    title = None
    if len(chunks) > 1 and _is_title(chunks[0]):
        title = tidy(chunks.pop(0))
    return Draft(tuple(block for chunk in chunks for block in _blocks(chunk)), title=title)


def _is_title(chunk: str) -> bool:
    line = chunk.strip()
    return (
        "\n" not in line and len(line.split()) <= TITLE_WORDS and not line.rstrip(AFTER).endswith((".", ":", ";", ","))
    )


def _blocks(chunk: str) -> list[Block]:
    lines = [line for line in chunk.split("\n") if line.strip()]
    width = max(len(line.rstrip()) for line in lines)  # the width at which lines look broken
    found: list[list[str]] = []
    for number, line in enumerate(lines):
        if number and not BULLET.match(line) and _continues(lines[number - 1], line, width):
            found[-1].append(line)
        else:
            found.append([line])
    return [_block(" ".join(part)) for part in found]


def _continues(before: str, line: str, width: int) -> bool:
    """Return whether a line continues the sentence of the line before it, wrapped at a width."""
    if width > 160:
        return False
    first = line.lstrip().partition(" ")[0]
    was_full = len(before.rstrip()) + 1 + len(first) > width
    return was_full or not ends_sentence(before)


def ends_sentence(text: str) -> bool:
    """Return whether a text ends with closing punctuation, ignoring quotation marks and marks of notes."""
    return text.rstrip().rstrip(AFTER).endswith(tuple(CLOSING))


def _block(text: str) -> Block:
    bullet = BULLET.match(text)
    return Block(tidy(text[bullet.end() :]), "item") if bullet else Block(tidy(text))
