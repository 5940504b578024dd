"""Answers about an article: which one is meant, and the view that is asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.context import chat_of, message_of
from bot.delivery.outgoing import send
from bot.views import render
from bot.views.screen import Target
from summaries.briefing import LADDER, SHORT

if TYPE_CHECKING:
    from telegram import Update

    from bot.context import Context
    from bot.library import Choices
    from bot.requests import Request
    from bot.views.screen import Screen
    from summaries.briefing import Briefing

STEPS = [length.name for length in LADDER]


async def answer(update: Update, context: Context, request: Request) -> None:
    """Answer a request for a view of the article that a message speaks of."""
    words = await context.wording(update)
    await answer_on(update, context, await article_meant(update, context, words.language), request)


async def answer_on(update: Update, context: Context, briefing: Briefing, request: Request) -> None:
    """Answer a request for a view of an article."""
    words = await context.wording(update)
    choices = await context.desk.library.choices(chat_of(update).id)
    target = Target(request.view, briefing.article.id, _argument(update, context, request, choices))
    screen = with_preview(render(briefing, target, words), briefing, choices)
    context.state.note(target)
    await send(message_of(update), screen)


async def article_meant(update: Update, context: Context, language: str) -> Briefing:
    """Return the article of the message that is replied to, or else the open one. Raises `BriefingError`."""
    chat = chat_of(update).id
    shown = replied_target(update)
    if shown is not None and shown.article:
        return await context.desk.briefing(chat, shown.article)
    return await context.desk.current(chat, language)


def replied_target(update: Update) -> Target | None:
    """Return what the replied message of the bot shows, as the buttons under it say."""
    replied = message_of(update).reply_to_message
    keyboard = replied.reply_markup.inline_keyboard if replied and replied.reply_markup else ()
    targets = [Target.unpack(str(button.callback_data or "")) for row in keyboard for button in row]
    marked = [Target.unpack(str(b.callback_data or "")) for row in keyboard for b in row if b.text.startswith("•")]
    return next((target for target in [*marked, *targets] if target is not None), None)


def _argument(update: Update, context: Context, request: Request, choices: Choices) -> str:
    if request.view != "summary" or request.argument:
        return request.argument
    usual = choices.length or SHORT.name
    if not request.step:
        return usual
    shown = replied_target(update)
    current = shown.argument if shown is not None and shown.view == "summary" else (context.state.length or usual)
    place = STEPS.index(current) if current in STEPS else STEPS.index(SHORT.name)
    return STEPS[min(max(place + request.step, 0), len(STEPS) - 1)]


def with_preview(screen: Screen, briefing: Briefing, choices: Choices) -> Screen:
    """Return a screen with the preview of the article's page, for readers who have chosen to see it."""
    return replace(screen, preview=briefing.article.url) if choices.previews else screen
