"""A briefing as a file to keep or to pass on: Markdown, HTML, PDF, JSON. `export` is the one way in."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from bot.errors import NoSuchFormat
from bot.exports.filenames import file_name
from bot.locales import wording

if TYPE_CHECKING:
    from summaries.briefing import Briefing

FORMATS = {
    "pdf": "pdf_page",
    "html": "html_page",
    "md": "markdown_file",
    "json": "json_file",
    "ics": "calendar_file",
}
"""The endings of the files, with the modules that write them: loaded when asked for, since Typst is large."""


@dataclass(frozen=True, slots=True)
class File:
    """A file: its name, its bytes."""

    name: str
    data: bytes


def export(briefing: Briefing, kind: str, language: str) -> File:
    """Return a briefing as a file of one of the `FORMATS`, worded in a language of the bot. Raises `NoSuchFormat`."""
    if kind not in FORMATS:
        raise NoSuchFormat(wanted=kind[:20])
    written: str | bytes = import_module(f"bot.exports.{FORMATS[kind]}").write(briefing, wording(language))
    data = written.encode() if isinstance(written, str) else written
    return File(f"{file_name(briefing.article)}.{kind}", data)


def draw(briefing: Briefing, language: str, dark: bool) -> bytes:  # noqa: FBT001 - called by position in a worker
    """Return the dates of an article as a picture (PNG), worded in a language of the bot."""
    picture: bytes = import_module("bot.exports.timeline_picture").draw_timeline(briefing, wording(language), dark=dark)
    return picture
