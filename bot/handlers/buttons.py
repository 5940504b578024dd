"""The buttons: each edits the message that it stands under."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from telegram import CallbackQuery, Message, Update

from bot.context import chat_of
from bot.delivery.outgoing import edit
from bot.handlers.arrivals import take_address
from bot.locales import languages
from bot.problems import StaleButton
from bot.views import render
from bot.views.screen import Target
from bot.views.shelf import show_articles, show_languages

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from bot.context import Context
    from bot.views.screen import Screen


async def press(update: Update, context: Context) -> None:
    """Do what a button says, and answer the tap, so that it stops spinning."""
    query = cast("CallbackQuery", update.callback_query)
    target = Target.unpack(query.data or "")
    if target is None or not isinstance(query.message, Message):
        raise StaleButton
    if target.view == "load":
        original = await _original(update, context, target)
        await query.answer()  # the message that says “reading …” shows that it goes on
        await take_address(update, context, original)
        return
    screen = await ACTIONS.get(target.view, _view)(update, context, target)
    await edit(query.message, screen)
    await query.answer()


async def _view(update: Update, context: Context, target: Target) -> Screen:
    briefing = await context.desk.briefing(chat_of(update).id, target.article)
    return render(briefing, target, await context.wording(update))


async def _open(update: Update, context: Context, target: Target) -> Screen:
    briefing = await context.desk.open(chat_of(update).id, target.article)
    return render(briefing, Target("summary", target.article, "short"), await context.wording(update))


async def _articles(update: Update, context: Context, target: Target) -> Screen:
    words = await context.wording(update)
    chat = chat_of(update).id
    current = await context.desk.current_id(chat, words.language)
    return show_articles(await context.desk.cards(chat), current, target, words)


async def _speak(update: Update, context: Context, target: Target) -> Screen:
    if target.argument not in languages():
        raise StaleButton
    await context.desk.library.choose_language(chat_of(update).id, target.argument)
    words = await context.wording(update)
    return show_languages(words.language, words)


async def _original(update: Update, context: Context, target: Target) -> str:
    briefing = await context.desk.briefing(chat_of(update).id, target.article)
    if briefing.article.original is None:
        raise StaleButton
    return briefing.article.original


ACTIONS: Mapping[str, Callable[[Update, Context, Target], Awaitable[Screen]]] = {
    "open": _open,
    "articles": _articles,
    "speak": _speak,
}
"""What buttons do beside opening a view of an article."""
