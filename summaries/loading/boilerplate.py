"""Strips what surrounds an article that was saved as text, and keeps what it says about the article."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summaries.loading.addresses import host_of, valid_address
from summaries.loading.broken_sentences import join_broken
from summaries.loading.bylines import read_byline
from summaries.loading.calendar_days import find_order, read_day
from summaries.loading.cue_phrases import holds_phrase, strip_phrase
from summaries.loading.formats.plain import ends_sentence
from summaries.loading.publisher import find_publisher

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summaries.loading.draft import Block, Draft

ADDRESS = re.compile(r"<?(https?://[^\s<>]{4,2000})>?$")
HEAD = 8
"""Number of blocks that may contain the lines above the text."""
TAIL = 6
DATELINE_WORDS = 9
CAPTION_WORDS = 25
RELATED_WORDS = 30
NOTE_WORDS = 70


def strip_boilerplate(draft: Draft) -> Draft:
    """Strip bylines, datelines, captions, credits, links to other articles, notes and the original address."""
    blocks = [block for block in draft.blocks if not _is_boilerplate(block)]
    blocks = _drop_title(blocks, draft.title)
    draft = _read_head(replace(draft, blocks=tuple(blocks)))
    blocks, address = _split_address(draft.blocks)
    blocks, notes = _split_notes(join_broken(blocks))
    return replace(
        draft,
        blocks=tuple(blocks),
        url=draft.url or address,
        site=draft.site
        or (find_publisher(host_of(address) or "", (block.text for block in (*notes, *blocks))) if address else None),
    )


def _drop_title(blocks: list[Block], title: str | None) -> list[Block]:
    for place, block in enumerate(blocks[:3]):
        if title and _folded(block.text) == _folded(title):
            return blocks[:place] + blocks[place + 1 :]
    return blocks


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _is_boilerplate(block: Block) -> bool:
    if len(block.text.split()) > RELATED_WORDS:
        return False
    rest = strip_phrase(block.text, "related")
    if rest is not None and (not rest or rest[0] in ":：" or (block.ends_with_link and not ends_sentence(block.text))):
        return True
    rest = strip_phrase(block.text, "boilerplate")
    # a single word, such as “Comments”, counts only on a line of its own
    return (
        rest is not None
        and len(block.text.split()) - len(rest.split()) >= (2 if rest else 1)
        and not ends_sentence(block.text)
    )


def _read_head(draft: Draft) -> Draft:
    """Read the lines between title and text. Only a byline or a dateline indicates that there are such lines."""
    blocks = draft.blocks
    marks = [place for place, block in enumerate(blocks[:HEAD]) if _author(block) or _is_dateline(block)]
    if not marks or any(ends_sentence(block.text) and len(block.text) > 300 for block in blocks[: marks[-1]]):
        return draft
    first, last = marks[0], marks[-1]
    author = next((found for place in marks if (found := _author(blocks[place]))), None)
    order = find_order(block.text for block in blocks)
    days = (read_day(blocks[place].text, order) for place in marks if _is_dateline(blocks[place]))
    day = next(filter(None, days), None)
    above = [block for block in blocks[:first] if not _is_caption(block)]
    below = list(blocks[last + 1 :])
    while len(below) > 1 and _is_caption(below[0]):
        del below[0]
    standfirst = above.pop(0).text if above and above[0].kind == "prose" else None
    between = [block for place, block in enumerate(blocks[first:last], first) if place not in marks]
    return replace(
        draft,
        blocks=(*above, *(block for block in between if not _is_caption(block)), *below),
        standfirst=draft.standfirst or standfirst,
        author=draft.author or author,
        published=draft.published or day,
    )


def _author(block: Block) -> str | None:
    return None if ends_sentence(block.text) else read_byline(block.text)


def _is_dateline(block: Block) -> bool:
    """Return whether a line contains a day and little else."""
    if len(block.text.split()) > DATELINE_WORDS or block.kind != "prose":
        return False
    rest = strip_phrase(block.text, "datelines") or block.text
    others = [word for word in rest.split() if word[:1].isalpha()]
    is_short = len(others) <= 4 and (len(others) <= 2 or not ends_sentence(block.text))
    return is_short and read_day(block.text, "day first") is not None


def _is_caption(block: Block) -> bool:
    """Return whether a line above the text belongs to a picture: it is short and not a sentence, or has a credit."""
    if len(block.text.split()) > CAPTION_WORDS or block.kind != "prose":
        return False
    return not ends_sentence(block.text) or strip_phrase(block.text, "credits") is not None


def _split_address(blocks: Iterable[Block]) -> tuple[list[Block], str | None]:
    """Strip the label and address of the original from the end."""
    found = list(blocks)
    for place in range(max(0, len(found) - TAIL), len(found)):
        label = _label(found[place].text)
        if label is None:
            continue
        text = label or (found[place + 1].text if place + 1 < len(found) else "")
        if address := ADDRESS.match(text):
            return found[:place] + found[place + (1 if label else 2) :], valid_address(address[1])
    return found, None


def _label(text: str) -> str | None:
    """Return what follows the label of an address, and its colon."""
    rest = strip_phrase(text, "addresses")
    return rest.lstrip(": ") if rest is not None and (not rest or rest[0] in ":<h") else None


def _split_notes(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """Strip notes on the article from the end: where it was first published, whose views it expresses."""
    stop = len(blocks)
    while stop > 1 and _is_note(blocks[stop - 1]):
        stop -= 1
    return blocks[:stop], blocks[stop:]


def _is_note(block: Block) -> bool:
    if len(block.text.split()) > NOTE_WORDS:
        return False
    return (
        holds_phrase(block.text, "notes")
        or strip_phrase(block.text, "credits") is not None
        or block.text.startswith("©")
        or not any(map(str.isalnum, block.text))
    )
