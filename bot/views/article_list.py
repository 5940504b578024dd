"""The articles of a chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.views.screen import Button, Screen, Target, clip, escape, in_rows, split_pages, turn_pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.library.protocols import Card
    from bot.locales import Wording

ON_A_PAGE = 10


def show_articles(cards: Sequence[Card], current: str | None, target: Target, wording: Wording) -> Screen:
    """Show the articles of a chat with their numbers; the open one is marked, a button opens another."""
    lines = [_line(number, card, card.id == current, wording) for number, card in enumerate(cards, start=1)]
    pages = [list(range(i, min(i + ON_A_PAGE, len(lines)))) for i in range(0, len(lines), ON_A_PAGE)]
    pages = [part for page in pages for part in _fit(page, lines)]
    page = min(target.page, len(pages) - 1)
    head = wording.say("<b>Your articles</b>\n/use 2 opens the second; so does its button.")
    shown = [(index, cards[index]) for index in pages[page]]
    openings = [Button(str(index + 1), Target("open", card.id)) for index, card in shown]
    removals = [
        Button(f"✕ {index + 1}", Target("remove", card.id, page=page)) for index, card in shown if not card.is_seed
    ]
    if removals:
        head += "\n" + wording.say("✕ deletes an article that you have sent.")
    body = "\n\n".join([head, *(lines[index] for index in pages[page])])
    return Screen(body, (*in_rows(openings, 5), *in_rows(removals, 5), *turn_pages(target, page, len(pages))))


def _fit(page: list[int], lines: Sequence[str]) -> list[list[int]]:
    return [[page[i] for i in part] for part in split_pages([lines[index] for index in page])]


def _line(number: int, card: Card, is_open: bool, wording: Wording) -> str:  # noqa: FBT001 - a private detail
    day = f" · {wording.date(card.published)}" if card.published else ""
    mark = f" — <i>{wording.say('open now')}</i>" if is_open else ""
    return f"{number}. <b>{escape(clip(card.title, 200))}</b>{day}{mark}"
