"""A second opinion on what belongs to the article of a page: readability's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.loading.html.elements import read_elements

if TYPE_CHECKING:
    from summaries.loading.draft import Block


def read_by_readability(text: str) -> tuple[Block, ...]:
    """Return the paragraphs that readability finds in the source of a page; none where it finds no article."""
    from lxml import html  # noqa: PLC0415 - heavy, and only pages need it
    from readability import Document  # noqa: PLC0415
    from readability.readability import Unparseable  # noqa: PLC0415

    try:
        tree = html.fromstring(Document(text).summary(html_partial=True))
    except (Unparseable, ValueError, TypeError, AttributeError, RecursionError, html.etree.LxmlError):
        return ()
    return tuple(block for block in read_elements(tree) if block.text)
