"""A briefing as Markdown: every line with the number of its sentence, the sentences themselves as footnotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.exports.outline import outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.exports.outline import Line
    from bot.locales import Wording
    from summaries.briefing import Briefing

SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
STARTS_A_LIST = re.compile(r"^(\d+)([.)])|^([-+])(?=\s)")


def write(briefing: Briefing, words: Wording) -> str:
    """Return the briefing as CommonMark, with footnotes as supported by GitHub and pandoc."""
    shown = outline(briefing, words)
    lines = [f"# {plain(shown.title)}", plain(shown.byline)]
    if shown.address:
        lines.append(f"<{shown.address}>")
    if shown.remark:
        lines.append(plain(shown.remark))
    for section in shown.sections:
        lines.append(f"## {plain(section.title)}")
        lines.append("\n".join(f"- {_line(line)}" for line in section.lines))
    lines.append("\n".join(_footnotes(briefing, shown.sources)))
    return "\n\n".join(part for part in lines if part) + "\n"


def _line(line: Line) -> str:
    label = f"**{plain(line.label)}** " if line.label else ""
    marks = "".join(f"[^{number + 1}]" for number in line.sources)
    return f"{label}{plain(line.text)}{marks}"


def _footnotes(briefing: Briefing, sources: tuple[int, ...]) -> Iterator[str]:
    for number in sources:
        yield f"[^{number + 1}]: {plain(briefing.sentences[number].text)}"


def plain(text: str) -> str:
    """Return a text on one line, with all markup escaped."""
    line = SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return STARTS_A_LIST.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", line)
