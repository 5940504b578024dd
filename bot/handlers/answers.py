"""Answers about an article: finds the article and the view that a request means."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.context import chat_of, message_of
from bot.delivery.outgoing import edit, send
from bot.errors import NotShown
from bot.handlers.following import note_topic
from bot.handlers.progress import read_source
from bot.handlers.sources import addresses, elsewhere, links_source, source_in
from bot.views import render
from bot.views.answer import show_answer, show_asking, show_sentences, suggested
from bot.views.more import show_more
from bot.views.parts import note_unused
from bot.views.screen import Target
from bot.views.several import offer_links
from bot.views.source import show_source
from summaries.briefing import LADDER, SHORT

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.context import Context
    from bot.library import Choices
    from bot.locales import Wording
    from bot.requests import Request
    from bot.views.screen import Screen
    from bot.views.several import Links
    from summaries.briefing import Briefing

STEPS = [length.name for length in LADDER]
LISTED = frozenset({"open", "remove", "restore"})
"""Actions of buttons in the list of articles, which shows none of them."""
SEARCHING = frozenset({"find", "dates", "quotes"})
"""The views that search the article."""


async def answer(update: Update, context: Context, request: Request, unused: str = "") -> None:
    """Answer a request for a view of the article that a message refers to; `unused` are words that had no effect."""
    words = await context.wording(update)
    await answer_on(update, context, await article_meant(update, context, words.language), request, unused)


async def answer_on(
    update: Update, context: Context, briefing: Briefing, request: Request, unused: str = ""
) -> tuple[Message, Screen]:
    """Answer a request for a view of an article, replacing the “reading …” message if there is one.

    Return the message and what it shows.
    """
    words = await context.wording(update)
    choices = await context.choices(chat_of(update).id)
    target = Target(request.view, briefing.article.id, _argument(update, request, choices))
    await note_topic(update, context, briefing, request)
    screen = with_preview(await draw(context, briefing, target, words), briefing, choices)
    screen = note_unused(offer_links(screen, _links(context), words), unused, words)
    await context.note_shown(chat_of(update).id, target, choices)
    return await show(update, context, screen), screen


async def show(update: Update, context: Context, screen: Screen) -> Message:
    """Answer with a screen, replacing the “reading …” message if there is one; return the message."""
    placeholder, context.state.placeholder = context.state.placeholder, None
    if placeholder is None:
        return await send(message_of(update), screen)
    await edit(placeholder, screen)
    return placeholder


def _links(context: Context) -> Links | None:
    """Return the links among which the article just read was found; only once."""
    links, context.state.links = context.state.links, None
    return links


async def draw(context: Context, briefing: Briefing, target: Target, words: Wording) -> Screen:
    """Return the screen for a target. Searching and answering run in a thread or a worker, not in the event loop."""
    match target.view:
        case "ask":
            return await _draw_answer(context, briefing, target, words)
        case "also" | "told":
            return show_sentences(briefing, target, words)
        case "more":
            return show_more(await _draw_origin(context, briefing, target, words), target, words)
        case "source" if target.origin:
            quoted = (await _draw_origin(context, briefing, target, words)).sources
            return show_source(briefing, target, words, quoted)
        case view if view in SEARCHING and target.argument:
            return await asyncio.to_thread(render, briefing, target, words)
    return render(briefing, target, words)


async def _draw_answer(context: Context, briefing: Briefing, target: Target, words: Wording) -> Screen:
    if not target.argument:
        return show_asking(briefing, target, words)
    found = suggested(briefing, target.argument) or await context.service.ask(briefing, target.argument)
    return await asyncio.to_thread(show_answer, briefing, found, target, words)


async def _draw_origin(context: Context, briefing: Briefing, target: Target, words: Wording) -> Screen:
    """Return the screen that a target was opened from, or the briefing's."""
    return await draw(context, briefing, target.back() or Target("summary", target.article), words)


async def article_meant(update: Update, context: Context, language: str) -> Briefing:
    """Return the article that a message refers to. Raises `BriefingError`.

    It is the article behind a link in a command; else the one replied to: for a message of the bot the article that it
    shows, for a person's message or a post from another chat the file, text or link in it; else the open one.
    """
    chat, message = chat_of(update).id, message_of(update)
    is_command = (message.text or "").startswith("/")
    linked = links_source(addresses(message), context.service, chat) if is_command else None
    if linked is not None:
        return await read_source(update, context, linked)
    if message.external_reply is not None:
        source = elsewhere(message, context.service, chat)
        if source is None:
            raise NotShown
        return await read_source(update, context, source)
    replied = message.reply_to_message
    if replied is not None:
        shown = shown_in(replied)
        if shown is not None and shown.article:
            return await context.service.briefing(chat, shown.article)
        source = None if _is_ours(replied, context) else source_in(replied, context.service, chat)
        if source is not None:
            return await read_source(update, context, source)
    return await context.service.current(chat, language)


def _is_ours(message: Message, context: Context) -> bool:
    return message.from_user is not None and message.from_user.id == context.bot.id


def shown_in(message: Message) -> Target | None:
    """Return what a message of the bot shows, according to the marked button under it."""
    keyboard = message.reply_markup.inline_keyboard if message.reply_markup else ()
    buttons = [button for row in keyboard for button in row]
    buttons.sort(key=lambda button: not button.text.startswith("•"))
    targets = (Target.unpack(str(button.callback_data or "")) for button in buttons)
    return next((target for target in targets if target and target.article and target.view not in LISTED), None)


def _argument(update: Update, request: Request, choices: Choices) -> str:
    """Return the argument of a request; for a summary the default length, or the next longer or shorter one."""
    if request.view != "summary" or request.argument:
        return request.argument
    usual = choices.length or SHORT.name
    if not request.step:
        return usual
    replied = message_of(update).reply_to_message
    shown = shown_in(replied) if replied else None
    current = shown.argument if shown is not None and shown.view == "summary" else (choices.shown or usual)
    place = STEPS.index(current) if current in STEPS else STEPS.index(SHORT.name)
    return STEPS[min(max(place + request.step, 0), len(STEPS) - 1)]


def with_preview(screen: Screen, briefing: Briefing, choices: Choices) -> Screen:
    """Return a screen with the link preview of the article's page, for readers who chose to see it."""
    return replace(screen, preview=briefing.article.url) if choices.previews else screen
