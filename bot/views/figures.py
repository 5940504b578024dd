"""The figures of an article, each with its unit and in its sentence."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bot.views.marks import mark
from bot.views.parts import LINE, Block, lay_out, title_line
from bot.views.screen import clip, escape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.locales import Wording
    from bot.views.screen import Screen, Target
    from summaries.article import Sentence
    from summaries.briefing import Briefing, Figure


def show_figures(briefing: Briefing, target: Target, wording: Wording) -> Screen:
    """Show the sentences that contain figures, in text order, with the figures in bold; an argument has no effect."""
    head = f"{title_line(briefing.article)}\n<i>{wording.say('Figures in context')}</i>"
    if target.argument:
        note = wording.say("I cannot filter by “{wanted}”, so here is everything.").format(
            wanted=clip(target.argument, 60)
        )
        head = f"{head}\n<i>{escape(note)}</i>"
    blocks = [
        Block(f"{_in_bold(briefing.sentences[index], figures)} {mark(index)}", (index,))
        for index, figures in groupby(briefing.figures, key=lambda figure: figure.sentence)
    ]
    return lay_out(target.fitting(), head, blocks or [Block(wording.say("The article gives no figures."))], wording)


def _in_bold(sentence: Sentence, figures: Iterable[Figure]) -> str:
    """Return a sentence with its figures in bold; a very long one is cut and shown plain."""
    text = sentence.text
    if len(text) > LINE:
        return escape(clip(text, LINE))
    parts: list[str] = []
    done = 0
    for figure in figures:
        start, stop = figure.quote.start - sentence.start, figure.quote.stop - sentence.start
        parts += (escape(text[done:start]), f"<b>{escape(text[start:stop])}</b>")
        done = stop
    return "".join((*parts, escape(text[done:])))
