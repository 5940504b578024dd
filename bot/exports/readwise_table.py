"""The sentences of a briefing as highlights for Readwise: a table (CSV) in the columns that its import takes.

Readwise documents one required column, Highlight, and six optional ones (https://readwise.io/import_bulk).
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from bot.exports.outline import outline
from summaries.ranking import names_missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.locales import Wording
    from summaries.briefing import Briefing

COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")
HIGHLIGHTED = frozenset({"summary", "points"})
"""The sections whose sentences are highlights."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Characters that start a formula in a spreadsheet (OWASP, CSV injection)."""


def write(briefing: Briefing, words: Wording) -> str:
    """Return the table; the location of a sentence is its number, the note says who speaks or is meant in it.

    Date, the time of highlighting, is known to Readwise alone and left empty.
    """
    shown, article = outline(briefing, words), briefing.article
    lines = [line for section in shown.sections if section.kind in HIGHLIGHTED for line in section.lines]
    table = io.StringIO()
    rows = csv.writer(table)
    rows.writerow(COLUMNS)
    for number in sorted({number for line in lines for number in line.sources}):
        text = " ".join(briefing.sentences[number].text.split())
        note = ", ".join(dict.fromkeys(_names(briefing, number)))
        known = (text, shown.title, article.author, article.url, note, number + 1, None)
        rows.writerow([_unlike_formula(str(value)) if value is not None else "" for value in known])
    return table.getvalue()


def _names(briefing: Briefing, number: int) -> Iterator[str]:
    """Yield the speaker of a sentence, and whoever it refers to without a name."""
    yield from (one.speaker for one in briefing.attributions if one.sentence == number and one.speaker)
    yield from (name for name, _ in names_missing(briefing, number, ()))


def _unlike_formula(text: str) -> str:
    """Return a text that no spreadsheet evaluates: one that looks like a formula gets a leading apostrophe."""
    return f"'{text}" if text.startswith(FORMULA) else text
