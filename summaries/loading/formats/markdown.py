"""Markdown, with or without front matter, and articles exported as Markdown."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from summaries.loading.draft import Block, Draft, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
SIGNS = re.compile(
    r"^#{1,6} \S|\[[^\]\n]{1,200}\]\([^)\s]{0,2000}\)|^\*\*\S|\*\*\S[^*\n]{0,200}\*\*|^> \S", re.MULTILINE
)


def looks_like_markdown(text: str) -> bool:
    """Return whether a text contains Markdown: front matter, a heading, a link, bold words or a quotation."""
    return bool(FRONT.match(text) or SIGNS.search(text))


def read_markdown(text: str) -> Draft:
    """Return the draft of a Markdown text, with metadata from its front matter and first heading."""
    said, body = split_front_matter(text)
    blocks = tuple(_blocks(body))
    title = said.get("title")
    if title is None and blocks and blocks[0].kind == "heading":
        title = blocks[0].text
    return Draft(
        blocks,
        title=_text(title),
        standfirst=_text(said.get("standfirst")),
        author=_text(said.get("author")),
        published=_day(said.get("published")),
        language=_text(said.get("language")),
        url=_text(said.get("url")),
        site=_text(said.get("site")),
        original=_text(said.get("original")),
    )


def split_front_matter(text: str) -> tuple[dict[str, Any], str]:
    """Return the YAML front matter of a text by key, and the text without it."""
    import yaml  # noqa: PLC0415 - only where there is front matter

    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    match = FRONT.match(text)
    if not match or ("&" in match[1] and "*" in match[1]):  # aliases could expand a little into a lot
        return {}, text
    try:
        said = yaml.safe_load(match[1])
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}, text
    if not isinstance(said, dict):
        return {}, text
    return {str(key).lower(): value for key, value in said.items()}, text[match.end() :]


def _text(value: object) -> str | None:
    if isinstance(value, list):
        value = ", ".join(str(item) for item in value if isinstance(item, str))
    return tidy(str(value)) or None if isinstance(value, str | int | float) else None


def _day(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only where a text is Markdown

    # indented text is a paragraph here, and angle brackets are text
    return MarkdownIt("commonmark").disable(["code", "html_block", "html_inline"])


def _blocks(text: str) -> Iterator[Block]:
    tokens = _parser().parse(text)
    items: list[Any] = []
    kind = "prose"
    number = ""
    for token in tokens:
        if token.type == "heading_open":
            kind = "heading"
        elif token.type == "heading_close":
            kind = "prose"
        elif token.type == "list_item_open":
            items.append(token)
            number = token.info + token.markup if len(token.info) > 2 else ""
        elif token.type == "list_item_close":
            items.pop()
        elif token.type == "inline":
            block = _block(token.children or [], number)
            if block.text:
                inside = "item" if items and not number else "prose"
                yield Block(
                    block.text,
                    "heading" if kind == "heading" else inside,  # type: ignore[arg-type]
                    block.emphasised,
                    block.opens_with_link,
                    block.ends_with_link,
                    block.label,
                )
            number = ""


def _block(children: list[Token], number: str) -> Block:
    """Flatten the inside of a paragraph: links and emphasis leave their words. A long number was a year."""
    words: list[str] = [number + " "] if number else []
    depth = {"em": 0, "strong": 0, "link": 0}
    plain = 0
    label: list[str] = []
    linked: list[bool] = []
    for child in children:
        name, _, side = child.type.rpartition("_")
        if name in depth:
            depth[name] += {"open": 1, "close": -1}.get(side, 0)
        elif child.type in {"softbreak", "hardbreak"}:
            words.append(" ")
        elif child.type in {"text", "code_inline", "text_special"} and child.content:
            words.append(child.content)
            if child.content.strip():
                linked.append(depth["link"] > 0)
                if depth["strong"] and plain == 0:
                    label.append(child.content)
                if not depth["em"] and not depth["strong"]:
                    plain += 1
    return Block(
        tidy("".join(words)),
        emphasised=plain == 0 and bool(linked),
        opens_with_link=linked[:1] == [True],
        ends_with_link=linked[-1:] == [True],
        label=tidy("".join(label)),
    )
