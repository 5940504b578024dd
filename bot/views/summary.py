"""Summaries and key points."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bot.views.chapter_list import ways
from bot.views.marks import drop_links, mark
from bot.views.other_language import other_language
from bot.views.parts import LINE, Block, cut_out, heading, lay_out, meant, quoted, share_kept, title_line
from bot.views.publication import ask_for_day
from bot.views.screen import clip, escape
from summaries.errors import LengthError
from summaries.ranking import parse_length, summarize, what_stopped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.locales import Wording
    from bot.views.screen import Screen, Target
    from summaries.article import Sentence
    from summaries.briefing import Briefing, KeyPoint
    from summaries.ranking import Limit

MOST_POINTS = 1000
"""Maximum number of key points; larger numbers are not taken for one."""
LONG_WORDS = 170
"""A summary with more words is collapsed: its beginning is shown, a tap opens the rest."""
OPEN_WORDS = 70


def show_summary(briefing: Briefing, target: Target, wording: Wording) -> Screen:
    """Show the summary at the length named by the target's argument; short if it names none."""
    length = parse_length(target.argument or "short")
    shown = summarize(briefing, length)
    blocks = [
        Block(" ".join(_marked(briefing, sentence, shown) for sentence in run), tuple(s.index for s in run))
        for run in neighbours(shown)
    ]
    notes = [
        share_kept(briefing, shown, wording),
        _why_no_longer(what_stopped(briefing, length, shown), wording),
        other_language(briefing.article, wording),
    ]
    head = "\n".join([heading(briefing.article, wording), *(f"<i>{note}</i>" for note in notes if note)])
    extra = (*ask_for_day(briefing, wording), *ways(briefing.article, wording))
    return lay_out(target, head, blocks, wording, extra=extra, unfolded=_unfolded(shown, blocks))


def _why_no_longer(limit: Limit | None, wording: Wording) -> str:
    """Return why a summary is shorter than requested; empty if it is not."""
    if limit is None:
        return ""
    if limit == "end":
        return wording.say("The article has no more sentences.")
    return wording.say("I show at most two thirds of an article: more would not be a summary.")


def _marked(briefing: Briefing, sentence: Sentence, shown: Iterable[Sentence]) -> str:
    before = {one.index for one in shown if one.index < sentence.index}
    return quoted(sentence, sentence.index) + meant(briefing, sentence.index, before)


def _unfolded(shown: Sequence[Sentence], blocks: Sequence[Block]) -> int | None:
    """Return how many blocks of a long summary are shown open; ``None`` if it is not long."""
    if sum(sentence.words for sentence in shown) <= LONG_WORDS:
        return None
    words = count = 0
    while words < OPEN_WORDS:
        words += len(drop_links(blocks[count].html).split())
        count += 1
    return count


def neighbours(sentences: Iterable[Sentence]) -> list[list[Sentence]]:
    """Group consecutive sentences of a paragraph, so that they read as running text."""
    counted = enumerate(sentences)
    runs = groupby(counted, key=lambda pair: (pair[1].paragraph, pair[1].index - pair[0]))
    return [[sentence for _, sentence in run] for _, run in runs]


def show_key_points(briefing: Briefing, target: Target, wording: Wording) -> Screen:
    """Show the key points, numbered; at most as many as the target's argument gives."""
    wanted = _count(target.argument) if target.argument else len(briefing.key_points)
    points = briefing.key_points[:wanted]
    blocks = [
        Block(f"{number}. {_shown(briefing, point)}", tuple(part.sentence for part in point.parts))
        for number, point in enumerate(points, start=1)
    ]
    head = f"{title_line(briefing.article)}\n<i>{wording.say('Key points')}</i>"
    if wanted > len(points):
        head = f"{head}\n<i>{wording.say('These are all the key points I found.')}</i>"
    return lay_out(target, head, blocks, wording)


def _shown(briefing: Briefing, point: KeyPoint) -> str:
    shown = {part.sentence for part in point.parts}
    return " ".join(
        f"{escape(clip(cut_out(briefing, part), LINE))} {mark(part.sentence)}{meant(briefing, part.sentence, shown)}"
        for part in point.parts
    )


def _count(argument: str) -> int:
    if not (argument.isascii() and argument.isdigit()) or not 1 <= int(argument) <= MOST_POINTS:
        raise LengthError(wanted=argument)
    return int(argument)
