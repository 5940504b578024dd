"""Where the article speaks of what a reader asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import NothingAsked, NothingFound
from bot.views.marks import mark
from bot.views.parts import LINE, Block, lay_out, title_line
from bot.views.screen import clip, escape
from summaries.ask import search

if TYPE_CHECKING:
    from bot.locales import Wording
    from bot.views.screen import Screen, Target
    from summaries.ask import Hit
    from summaries.briefing import Briefing

WANTED = 60


def show_found(briefing: Briefing, target: Target, wording: Wording) -> Screen:
    """Show the sentences that hold the words of the argument, those words in bold. Raises `NothingFound`."""
    if not target.argument:
        raise NothingAsked
    hits = search(briefing, target.argument)
    if not hits:
        raise NothingFound(wanted=clip(target.argument, WANTED))
    found = wording.count("{n} sentence", "{n} sentences", len(hits))
    title = wording.say("On “{wanted}”: {found}").format(wanted=escape(clip(target.argument, WANTED)), found=found)
    blocks = [Block(f"{in_bold(hit)} {mark(hit.sentence.index)}", (hit.sentence.index,)) for hit in hits]
    return lay_out(target.fitting(), f"{title_line(briefing.article)}\n<i>{title}</i>", blocks, wording)


def in_bold(hit: Hit) -> str:
    """Return the sentence with the words found in bold; one that is very long is shown plain and cut."""
    text = hit.sentence.text
    if len(text) > LINE:
        return escape(clip(text, LINE))
    parts: list[str] = []
    done = 0
    for start, stop in hit.spans:
        parts += (escape(text[done:start]), f"<b>{escape(text[start:stop])}</b>")
        done = stop
    return "".join((*parts, escape(text[done:])))
