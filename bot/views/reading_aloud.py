"""The briefing to be read aloud: section names are ours, every line is the article's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.views.parts import Block, heading, lay_out, meant, quoted
from bot.views.screen import Button, Target

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.locales import Wording
    from bot.views.screen import Screen
    from summaries.briefing import Briefing, OralKind, OralSection

SPOKEN = 130
"""Words per minute when reading aloud to listeners."""


def show_oral(briefing: Briefing, target: Target, wording: Wording) -> Screen:
    """Show what can be read aloud in two minutes, section by section, and offer it as a printable page."""
    head = f"{heading(briefing.article, wording)}\n<i>{time_aloud(briefing, wording)}</i>"
    names = section_names(wording)
    blocks = [block for section in briefing.oral for block in _blocks(briefing, section, names)]
    page = Button(wording.say("As a page to read from"), Target("export", briefing.article.id, "oral"))
    return lay_out(target.fitting(), head, blocks, wording, extra=((page,),))


def time_aloud(briefing: Briefing, wording: Wording) -> str:
    """Return the line with the briefing's word count and the minutes that it takes to read aloud."""
    words = sum(briefing.sentences[n].words for section in briefing.oral for line in section.lines for n in line)
    minutes = max(1, round(words / SPOKEN))
    return " · ".join(
        (
            wording.say("To read aloud"),
            wording.count("{n} word", "{n} words", words),
            wording.count("{n} min", "{n} min", minutes),
        )
    )


def section_names(wording: Wording) -> Mapping[OralKind, str]:
    """Return the names of the sections."""
    return {
        "happened": wording.say("What happened"),
        "says": wording.say("Who says what"),
        "figures": wording.say("Figures"),
        "disputed": wording.say("Disputed or unknown"),
        "next": wording.say("What comes next"),
    }


def _blocks(briefing: Briefing, section: OralSection, names: Mapping[OralKind, str]) -> Iterator[Block]:
    """Yield the lines of a section, the first under its name; who they refer to is repeated in each section."""
    title, shown = f"<b>{names[section.kind]}</b>\n", set[int]()
    for line in section.lines:
        said = []
        for number in line:
            said.append(quoted(briefing.sentences[number], number) + meant(briefing, number, shown))
            shown.add(number)
        yield Block(title + " ".join(said), line)
        title = ""
