"""Joins sentences that a saved page breaks over a blank line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summaries.loading.cue_phrases import phrases
from summaries.loading.formats.plain import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summaries.loading.draft import Block

LONG = 12
"""Number of words from which a line without closing punctuation is not a heading."""


def join_broken(blocks: Iterable[Block]) -> list[Block]:
    """Join paragraphs that are parts of one sentence."""
    groups: list[list[Block]] = []
    words = 0
    for block in blocks:
        if groups and _is_broken(groups[-1], words, block):
            groups[-1].append(block)
        else:
            groups.append([block])
            words = 0
        words += len(block.text.split())
    return [_join(group) for group in groups]


def _is_broken(before: Sequence[Block], words: int, after: Block) -> bool:
    """Return whether a sentence continues from some paragraphs, of `words` words together, into the next.

    They have no closing punctuation, and the next begins in lower case or with a link, or they end with a comma or a
    word that ends no sentence, or both are emphasised from end to end.
    """
    last = before[-1]
    if last.kind != "prose" or after.kind != "prose" or ends_sentence(last.text):
        return False
    return (
        after.text[:1].islower()
        or (after.opens_with_link and words >= LONG)
        or last.text.endswith(",")
        or last.text.rpartition(" ")[2].casefold() in phrases("unfinished")
        or (words >= LONG and after.emphasised and all(block.emphasised for block in before[-2:]))
    )


def _join(blocks: Sequence[Block]) -> Block:
    return replace(
        blocks[0],
        text=" ".join(block.text for block in blocks),
        emphasised=all(block.emphasised for block in blocks),
        ends_with_link=blocks[-1].ends_with_link,
    )
