"""Bibliographies at the end of papers and reports: names there are not people in the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summaries.loading.cue_phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.loading.draft import Block

NUMBERED = "0123456789. "


def mark_references(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks; those between a bibliography's heading and the next heading are references.

    Such a heading may be a line of its own; it counts in the second half of the text alone.
    """
    is_literature = False
    for place, block in enumerate(blocks):
        title = block.text.strip(NUMBERED).rstrip(":").casefold()
        if title in phrases("references"):
            is_literature = 2 * place >= len(blocks)
        elif block.kind == "heading":
            is_literature = False
        yield replace(block, kind="reference") if is_literature else block
