"""Briefings as files to keep or pass on: PDF, Word, HTML, Markdown and more. The entry point is `export`."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from bot.errors import NoSuchFormat
from bot.exports.filenames import file_name
from bot.locales import wording

if TYPE_CHECKING:
    from summaries.briefing import Briefing


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the module that writes it, loaded on demand since Typst is large, and its file extension."""

    module: str
    ending: str


FORMATS = {
    "pdf": Format("pdf_page", "pdf"),
    "oral": Format("oral_page", "pdf"),
    "docx": Format("word_file", "docx"),
    "html": Format("html_page", "html"),
    "md": Format("markdown_file", "md"),
    "obsidian": Format("obsidian_note", "md"),
    "readwise": Format("readwise_table", "csv"),
    "json": Format("json_file", "json"),
    "ics": Format("calendar_file", "ics"),
}
"""The formats, by the names used in buttons and typed by people."""
ALSO_CALLED = {"word": "docx", "doc": "docx", "csv": "readwise"}
"""Other names that people type after /export, beyond those in the languages' request words."""


@dataclass(frozen=True, slots=True)
class File:
    """A file: its name, its bytes."""

    name: str
    data: bytes


def export(briefing: Briefing, kind: str, language: str) -> File:
    """Return a briefing as a file of one of the `FORMATS`, worded in a language of the bot. Raises `NoSuchFormat`."""
    if kind not in FORMATS:
        raise NoSuchFormat(wanted=kind[:20], formats=", ".join(FORMATS))
    written: str | bytes = import_module(f"bot.exports.{FORMATS[kind].module}").write(briefing, wording(language))
    data = written.encode() if isinstance(written, str) else written
    return File(f"{file_name(briefing.article)}.{FORMATS[kind].ending}", data)


def draw(briefing: Briefing, language: str, dark: bool) -> bytes:  # noqa: FBT001 - called by position in a worker
    """Return the dates of an article as a picture (PNG), worded in a language of the bot."""
    picture: bytes = import_module("bot.exports.timeline_picture").draw_timeline(briefing, wording(language), dark=dark)
    return picture
