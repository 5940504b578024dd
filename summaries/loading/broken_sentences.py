"""Sentences that a saved page breaks over a blank line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summaries.loading.cue_phrases import phrases
from summaries.loading.formats.plain import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summaries.loading.draft import Block

LONG = 12
"""Words from which on a line without closing punctuation is no heading."""


def join_broken(blocks: Iterable[Block]) -> list[Block]:
    """Join paragraphs that are parts of one sentence."""
    found: list[Block] = []
    for block in blocks:
        if found and is_broken(found[-1], block):
            before = found[-1]
            found[-1] = replace(
                before,
                text=f"{before.text} {block.text}",
                emphasised=before.emphasised and block.emphasised,
                ends_with_link=block.ends_with_link,
            )
        else:
            found.append(block)
    return found


def is_broken(before: Block, after: Block) -> bool:
    """Tell whether a sentence goes on from one paragraph into the next.

    The first has no closing punctuation, and the second begins in lower case or with a link, or the first ends with a
    comma or a word that ends no sentence, or both are emphasised from end to end.
    """
    if before.kind != "prose" or after.kind != "prose" or ends_sentence(before.text):
        return False
    words = before.text.split()
    return (
        after.text[:1].islower()
        or (after.opens_with_link and len(words) >= LONG)
        or before.text.endswith(",")
        or words[-1].casefold() in phrases("unfinished")
        or (before.emphasised and after.emphasised and len(words) >= LONG)
    )
