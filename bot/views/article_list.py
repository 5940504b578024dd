"""The list of a chat's articles; removing and restoring one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.views.screen import Button, Screen, Target, clip, escape, in_rows, split_pages, turn_pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.library.protocols import Card
    from bot.locales import Wording

ON_A_PAGE = 10
TITLE = 200
REMOVE = "remove"
"""The argument for the list from which articles are removed."""


def show_articles(
    cards: Sequence[Card], current: str | None, target: Target, wording: Wording, removed: Card | None = None
) -> Screen:
    """Show a chat's articles, its own first, newest first; the open one is marked, buttons open the others.

    `cards` are given oldest first. `removed` is one that has just been removed; a button restores it.
    """
    if target.argument == REMOVE:
        return _ask_which(_newest_first(cards, wording.language), target, wording)
    ordered = _newest_first(cards, wording.language)
    lines = [_line(card, wording, is_open=card.id == current) for card in ordered]
    pages = _pages(lines)
    page = min(target.page, len(pages) - 1)
    head = [wording.say("<b>Your articles</b>, newest first\nTap a number to open that article, or send /use 2.")]
    rows = in_rows([Button(str(ordered[i].number), Target("open", ordered[i].id)) for i in pages[page]], 5)
    if any(not card.is_seed for card in ordered):
        rows = (*rows, (Button(wording.say("Remove …"), Target("articles", argument=REMOVE)),))
    if removed:
        note = wording.say("Removed: {title}").format(title=escape(clip(removed.title, TITLE)))
        head.insert(0, f"<i>{note}</i>")
        rows = ((Button("↩ " + wording.say("Undo"), Target("restore", removed.id)),), *rows)
    body = "\n\n".join([*head, *(lines[index] for index in pages[page])])
    return Screen(body, (*rows, *turn_pages(target, page, len(pages))))


def ask_to_remove(card: Card, wording: Wording) -> Screen:
    """Ask for confirmation before an article is removed."""
    question = wording.say("Remove “{title}”? You can bring it back for a day; after that it is deleted.")
    yes = Button(wording.say("Remove"), Target(REMOVE, card.id, "yes"))
    keep = Button(wording.say("Cancel"), Target("articles"))
    return Screen(question.format(title=escape(clip(card.title, TITLE))), ((yes, keep),))


def _ask_which(cards: Sequence[Card], target: Target, wording: Wording) -> Screen:
    own = [card for card in cards if not card.is_seed]
    lines = [_line(card, wording) for card in own]
    pages = _pages(lines)
    page = min(target.page, len(pages) - 1)
    buttons = [Button(f"✕ {own[i].number}", Target(REMOVE, own[i].id)) for i in pages[page]]
    body = "\n\n".join([wording.say("Which article would you like to remove?"), *(lines[i] for i in pages[page])])
    back = (Button("↩ " + wording.say("Back"), Target("articles")),)
    return Screen(body, (*in_rows(buttons, 5), *turn_pages(target, page, len(pages)), back))


def _newest_first(cards: Sequence[Card], language: str) -> list[Card]:
    """Return a chat's own articles, the newest first, then the seeds, those in the reader's language first."""
    own = [card for card in cards if not card.is_seed]
    seeds = sorted((card for card in cards if card.is_seed), key=lambda card: card.language != language)
    return [*reversed(own), *seeds]


def _pages(lines: Sequence[str]) -> list[list[int]]:
    tens = [range(i, min(i + ON_A_PAGE, len(lines))) for i in range(0, max(len(lines), 1), ON_A_PAGE)]
    return [[ten[i] for i in part] for ten in tens for part in split_pages([lines[index] for index in ten])]


def _line(card: Card, wording: Wording, *, is_open: bool = False) -> str:
    day = f" · {wording.date(card.published)}" if card.published else ""
    mark = f" — <i>{wording.say('open now')}</i>" if is_open else ""
    return f"{card.number}. <b>{escape(clip(card.title, TITLE))}</b>{day}{mark}"
