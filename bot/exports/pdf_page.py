"""A briefing on one page of paper, set with Typst (https://typst.app), whose own fonts have Cyrillic."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typst

from bot.exports.outline import outline

if TYPE_CHECKING:
    from bot.exports.outline import Outline
    from bot.locales import Wording
    from summaries.briefing import Briefing

TEMPLATE = Path(__file__).with_name("pdf_page.typ")
MOST = {"people": 12, "dates": 16}
"""Initial number of lines per section; fewer if they do not fit."""


def write(briefing: Briefing, words: Wording) -> bytes:
    """Return the briefing as a one-page PDF: if there is more, the last dates and people are left out."""
    shown = _at_most(outline(briefing, words), MOST)
    while True:
        page, count = _set(shown, briefing, words)
        if count <= 1:
            return page
        shorter = _shorter(shown)
        if shorter == shown:
            return page
        shown = shorter


def _at_most(shown: Outline, most: dict[str, int]) -> Outline:
    return replace(
        shown,
        sections=tuple(
            replace(section, lines=section.lines[: most.get(section.kind, len(section.lines))])
            for section in shown.sections
        ),
    )


def _shorter(shown: Outline) -> Outline:
    """Drop the last line of the longest of the last sections."""
    for kind in ("dates", "people", "points", "summary"):
        lines = next((len(section.lines) for section in shown.sections if section.kind == kind), 0)
        if lines > 1:
            return _at_most(shown, {kind: lines - 1})
    return shown


def _set(shown: Outline, briefing: Briefing, words: Wording) -> tuple[bytes, int]:
    """Return the PDF and its page count; all text is passed as data, so that none of it is read as markup."""
    data = {
        "title": shown.title,
        "byline": shown.byline,
        "address": shown.address,
        "remark": shown.remark,
        "language": briefing.article.language,
        "note": words.say("Every line is a quote; the number after it is that of the sentence in the article."),
        "sections": [
            {
                "kind": section.kind,
                "title": section.title,
                "lines": [
                    {"label": line.label, "text": line.text, "sources": [number + 1 for number in line.sources]}
                    for line in section.lines
                ],
            }
            for section in shown.sections
        ],
    }
    template, inputs = TEMPLATE.read_bytes(), {"data": json.dumps(data)}
    page = typst.compile(template, sys_inputs=inputs)
    return page, int(typst.query(template, "<pages>", field="value", one=True, sys_inputs=inputs))
