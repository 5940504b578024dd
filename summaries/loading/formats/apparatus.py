"""The apparatus of papers and reports: names above the text, the abstract's label, the references below."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summaries.loading.cue_phrases import strip_phrase
from summaries.loading.formats.layout import is_section
from summaries.loading.formats.plain import ends_sentence
from summaries.loading.literature import mark_references
from summaries.text.sections import find_section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summaries.loading.draft import Block

HEAD = 14
"""Number of blocks within which a paper reaches its abstract or first section."""
LABEL = re.compile(r"([^\W\d_]+(?: [^\W\d_]+)?)\s?[—–:.|-]\s?(?=\S)")


def strip_apparatus(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of a printed document without its references and the label within its abstract.

    Anything above the abstract that is not a sentence, and lines of keywords, are boilerplate.
    """
    text = [block for block in mark_references(blocks) if block.kind != "reference"]
    return list(_with_head(list(_without_label(text))))


def head_of(blocks: Sequence[Block], title: str) -> Sequence[Block]:
    """Return the blocks of a paper between its title and its abstract or first section; none for another text."""
    opens = next((place for place, block in enumerate(blocks[:HEAD]) if _opens(block)), 0)
    below = next((place + 1 for place in reversed(range(opens)) if blocks[place].text == title), 0)
    return blocks[below:opens]


def _opens(block: Block) -> bool:
    return is_section(block.text) or _find_label(block) is not None


def _find_label(block: Block) -> re.Match[str] | None:
    """Return the label with which an abstract begins: ``Abstract—``."""
    found = LABEL.match(block.text) if ends_sentence(block.text) else None
    return found if found and found[1][:1].isupper() and find_section(found[1]) == "abstracts" else None


def _without_label(blocks: Iterable[Block]) -> Iterator[Block]:
    for place, block in enumerate(blocks):
        found = _find_label(block) if place < HEAD else None
        yield replace(block, text=block.text[found.end() :]) if found else block


def _with_head(blocks: Sequence[Block]) -> Iterator[Block]:
    opens = next((place for place, block in enumerate(blocks[:HEAD]) if is_section(block.text)), 0)
    for place, block in enumerate(blocks):
        is_front = place < HEAD + opens and strip_phrase(block.text, "front_matter") is not None
        if is_front or (place < opens and not ends_sentence(block.text)):
            yield replace(block, kind="boilerplate")
        else:
            yield block
