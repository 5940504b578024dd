"""A briefing as a note for Obsidian: properties at the top, each line linked to its sentence's block (``^s12``).

Properties are YAML, a block's name stands at the end of its line, and ``[[#^s12]]`` leads to it from the same note,
``[[note#^s12]]`` from others (https://help.obsidian.md/links, https://help.obsidian.md/properties).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from bot.exports.markdown_file import plain
from bot.exports.outline import outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.exports.outline import Line
    from bot.locales import Wording
    from summaries.briefing import Briefing

SPECIAL = re.compile(r"[$^]|==|%%")
"""Markup of Obsidian beyond Markdown: formulas, block names, highlights, comments."""


def write(briefing: Briefing, words: Wording) -> str:
    """Return the note: what a Markdown file shows, with the sentences as blocks instead of footnotes."""
    shown, article = outline(briefing, words), briefing.article
    known = {
        "title": shown.title,
        "author": article.author,
        "site": article.site,
        "source": article.url,
        "published": article.published if article.published_certain else None,
    }
    properties = {name: value for name, value in known.items() if value is not None}
    parts = ["---\n" + yaml.safe_dump(properties, allow_unicode=True, sort_keys=False, width=10_000) + "---"]
    parts += [f"# {_plain(shown.title)}", _plain(shown.byline), _plain(shown.remark or "")]
    for section in shown.sections:
        parts.append(f"## {_plain(section.title)}")
        parts.append("\n".join(f"- {_line(line)}" for line in section.lines))
    parts.append(f"## {_plain(words.say('The sentences quoted'))}")
    parts += [f"{_plain(briefing.sentences[number].text)} ^s{number + 1}" for number in shown.sources]
    return "\n\n".join(part for part in parts if part) + "\n"


def _line(line: Line) -> str:
    return " ".join(_pieces(line))


def _pieces(line: Line) -> Iterator[str]:
    if line.label:
        yield f"**{_plain(line.label)}**"
    if line.text:
        yield _plain(line.text)
    yield from (f"[[#^s{number + 1}|{number + 1}]]" for number in line.sources)


def _plain(text: str) -> str:
    """Return a text on one line, with all markup escaped."""
    return SPECIAL.sub(lambda found: "".join(f"\\{sign}" for sign in found[0]), plain(text))
