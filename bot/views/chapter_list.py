"""The chapters of a long work, each briefed on separately, and the buttons that lead between them and the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import NoChapters
from bot.views.parts import Block, lay_out, reading_time, title_line
from bot.views.screen import Button, Screen, Target, clip, escape, in_rows, turn_pages
from summaries.article import count_words

if TYPE_CHECKING:
    from bot.locales import Wording
    from bot.views.screen import Rows
    from summaries.article import Article, Chapter
    from summaries.briefing import Briefing

ON_A_PAGE = 15
TITLE = 150


def show_chapters(briefing: Briefing, target: Target, wording: Wording) -> Screen:
    """Show the chapters, numbered, with their reading times; buttons brief on one."""
    work = briefing.article
    if not work.chapters:
        return lay_out(target.fitting(), title_line(work), [Block(wording.say(NoChapters.template))], wording)
    pages = -(-len(work.chapters) // ON_A_PAGE)
    page = min(target.page, pages - 1)
    shown = list(enumerate(work.chapters))[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    lines = [f"{number + 1}. {_line(work, chapter, wording)}" for number, chapter in shown]
    note = wording.say("Tap a number for a briefing on that chapter, or send /chapters 2.")
    buttons = [Button(str(number + 1), Target("chapter", work.id, str(number + 1))) for number, _ in shown]
    whole = Button("↩ " + wording.say("The whole work"), Target("summary", work.id))
    body = "\n\n".join([f"{title_line(work)}\n<i>{note}</i>", "\n".join(lines)])
    return Screen(body, (*in_rows(buttons, 5), *turn_pages(target, page, pages), (whole,)), article=work.id)


def ways(article: Article, wording: Wording) -> Rows:
    """Return the row of buttons from a work to its chapters, or from a chapter to the others and the whole."""
    if article.chapters:
        label = wording.count("{n} chapter ›", "{n} chapters ›", len(article.chapters))
        return ((Button(label, Target("chapters", article.id)),),)
    if article.part_of:
        others = Button(wording.say("Chapters"), Target("chapters", article.part_of))
        return ((Button("↩ " + wording.say("The whole work"), Target("open", article.part_of)), others),)
    return ()


def _line(work: Article, chapter: Chapter, wording: Wording) -> str:
    words = sum(count_words(piece.text) for piece in work.paragraphs[chapter.start : chapter.stop])
    return f"{escape(clip(chapter.title, TITLE))} · {reading_time(words, wording)}"
