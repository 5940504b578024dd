"""Finds the sentences that contain the words a reader looks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from bot.errors import NothingAsked, NothingFound
from bot.views.marks import mark
from bot.views.parts import LINE, Block, lay_out, title_line
from bot.views.screen import Button, Target, clip, escape
from summaries.article import WORD
from summaries.ask import search

if TYPE_CHECKING:
    from bot.locales import Wording
    from bot.views.screen import Screen
    from summaries.ask import Hit
    from summaries.briefing import Briefing

WANTED = 60
ALIKE = 75
"""Minimum similarity (0 to 100) of a word that may have been meant."""
SHORTEST = 4
"""Minimum length, in letters, of a word that may be a misspelling."""
SUGGESTED = 3


def show_found(briefing: Briefing, target: Target, wording: Wording) -> Screen:
    """Show the sentences that contain the argument's words, with those words in bold. Raises `NothingFound`."""
    if not target.argument:
        raise NothingAsked
    hits = search(briefing, target.argument)
    if not hits:
        return suggest_spelling(briefing, target.argument, target, wording)
    found = wording.count("{n} sentence", "{n} sentences", len(hits))
    title = wording.say("Found for “{wanted}”: {found}").format(
        wanted=escape(clip(target.argument, WANTED)), found=found
    )
    blocks = [Block(f"{in_bold(hit)} {mark(hit.sentence.index)}", (hit.sentence.index,)) for hit in hits]
    return lay_out(target.fitting(), f"{title_line(briefing.article)}\n<i>{title}</i>", blocks, wording)


def suggest_spelling(briefing: Briefing, wanted: str, target: Target, wording: Wording) -> Screen:
    """Show the words of the article that are most similar to one that it does not contain. Raises `NothingFound`."""
    near = [(word, len(search(briefing, word))) for word in find_nearest(briefing.article.text, wanted)]
    goals = [(word, count, Target("find", target.article, word)) for word, count in near if count]
    if not goals:
        raise NothingFound(wanted=clip(wanted, WANTED))
    title = wording.say("The article says nothing about “{wanted}”. Did you mean:")
    blocks = [
        Block(f"<b>{escape(word)}</b> · {wording.count('{n} sentence', '{n} sentences', count)}")
        for word, count, _ in goals
    ]
    buttons = tuple(Button(f"{word} ({count})", goal) for word, count, goal in goals if goal.fitting() == goal)
    head = f"{title_line(briefing.article)}\n<i>{title.format(wanted=escape(clip(wanted, WANTED)))}</i>"
    return lay_out(target.fitting(), head, blocks, wording, extra=(buttons,) if buttons else ())


def find_nearest(text: str, wanted: str) -> list[str]:
    """Return the words of a text that a word may be a misspelling of, most similar first; none for several words."""
    if len(wanted.split()) != 1 or len(wanted) < SHORTEST:
        return []
    words = {word.casefold(): word for word in WORD.findall(text) if len(word) >= SHORTEST}
    near = process.extract(wanted.casefold(), [*words], scorer=fuzz.ratio, score_cutoff=ALIKE, limit=SUGGESTED)
    return [words[word] for word, _, _ in near]


def in_bold(hit: Hit) -> str:
    """Return the sentence with the words found in bold; a very long one is cut and shown plain."""
    text = hit.sentence.text
    if len(text) > LINE:
        return escape(clip(text, LINE))
    parts: list[str] = []
    done = 0
    for start, stop in hit.spans:
        parts += (escape(text[done:start]), f"<b>{escape(text[start:stop])}</b>")
        done = stop
    return "".join((*parts, escape(text[done:])))
