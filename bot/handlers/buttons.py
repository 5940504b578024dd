"""Buttons: each edits the message that it belongs to."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from telegram import CallbackQuery, Message, Update

from bot.context import chat_of
from bot.delivery.outgoing import edit, send
from bot.errors import StaleButton
from bot.handlers.answers import STEPS, draw, with_preview
from bot.handlers.command_menu import choose_language
from bot.handlers.commands import list_articles, offer_link
from bot.handlers.exporting import export_pressed, timeline_pressed
from bot.handlers.messages import take_address
from bot.handlers.sources import addresses
from bot.locales import languages
from bot.views.article_list import ask_to_remove
from bot.views.marks import is_mark
from bot.views.preferences import say_forgotten, say_kept, show_choices, show_languages
from bot.views.publication import read_pick, show_calendar
from bot.views.quotation import show_message
from bot.views.screen import Button, Target, clip
from bot.views.sharing import show_formats
from bot.views.source import find_sentence
from summaries.briefing import SHORT

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from bot.context import Context
    from bot.views.screen import Screen

NOTE = 150
"""Maximum length, in characters, of a title in the notification of a tap."""


async def press(update: Update, context: Context) -> None:
    """Perform a button's action and answer the tap, so that its spinner stops."""
    query = cast("CallbackQuery", update.callback_query)
    target = Target.unpack(query.data or "")
    if target is None or not isinstance(query.message, Message):
        raise StaleButton
    if target.view in SENDING:
        await SENDING[target.view](update, context, target)
        return
    if target.view in {"load", "link"}:
        address = await _original(update, context, target) if target.view == "load" else _link(query.message, target)
        await query.answer()  # the “reading …” message shows progress
        await take_address(update, context, address)
        return
    album = context.state.album
    if album is not None and album.message.message_id == query.message.message_id:
        context.state.album = None  # its answer now shows something else
    opened = "" if target.view in ACTIONS else await _made_open(update, context, target)
    screen = await ACTIONS.get(target.view, _view)(update, context, target)
    await edit(query.message, screen)
    await query.answer(opened or None)


async def _made_open(update: Update, context: Context, target: Target) -> str:
    """Open a button's article; return a note that says so, or an empty one if it was open already."""
    chat, words = chat_of(update).id, await context.wording(update)
    if await context.service.current_id(chat, words.language) == target.article:
        return ""
    briefing = await context.service.open(chat, target.article)
    title = clip(briefing.article.title or briefing.article.text, NOTE)
    return words.say("Open now: {title}").format(title=title)


async def _view(update: Update, context: Context, target: Target) -> Screen:
    chat = chat_of(update).id
    briefing = await context.service.briefing(chat, target.article)
    choices = await context.choices(chat)
    if target.view == "summary" and not target.argument:
        target = replace(target, argument=choices.shown or choices.length or SHORT.name)
    await context.note_shown(chat, target, choices)
    return with_preview(await draw(context, briefing, target, await context.wording(update)), briefing, choices)


async def _open(update: Update, context: Context, target: Target) -> Screen:
    chat = chat_of(update).id
    await context.service.open(chat, target.article)
    choices = await context.choices(chat)
    return await _view(update, context, Target("summary", target.article, choices.length or SHORT.name))


async def _chapter(update: Update, context: Context, target: Target) -> Screen:
    chat = chat_of(update).id
    work = await context.service.briefing(chat, target.article)
    chapter = await context.service.open_chapter(chat, work, target.argument)
    choices = await context.choices(chat)
    return await _view(update, context, Target("summary", chapter.article.id, choices.length or SHORT.name))


async def _calendar(update: Update, context: Context, target: Target) -> Screen:
    briefing = await context.service.briefing(chat_of(update).id, target.article)
    return show_calendar(briefing, target, await context.wording(update), _today())


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()


async def _date(update: Update, context: Context, target: Target) -> Screen:
    """Set the day of publication that was picked, and brief on the article anew."""
    chat = chat_of(update).id
    day = read_pick(target.argument, _today())
    await context.service.set_published(chat, await context.service.briefing(chat, target.article), day)
    return await _view(update, context, Target("summary", target.article))


async def _remove(update: Update, context: Context, target: Target) -> Screen:
    await context.require_admin(update)
    library, chat = context.service.library, chat_of(update).id
    card = next((card for card in await library.list_cards(chat) if card.id == target.article), None)
    if card is None or card.is_seed:
        raise StaleButton
    if target.argument != "yes":
        return ask_to_remove(card, await context.wording(update))
    await library.remove(chat, card.id)
    return await list_articles(update, context, Target("articles"), removed=card)


async def _restore(update: Update, context: Context, target: Target) -> Screen:
    await context.require_admin(update)
    if not await context.service.library.restore(chat_of(update).id, target.article):
        raise StaleButton
    return await list_articles(update, context, Target("articles"))


async def _forget(update: Update, context: Context, target: Target) -> Screen:
    await context.require_admin(update)
    words = await context.wording(update)
    if target.argument != "yes":
        return say_kept(words)
    await context.service.library.forget(chat_of(update).id, update.update_id)
    context.forget_choices()
    return say_forgotten(await context.wording(update))


async def _choose(update: Update, context: Context, target: Target) -> Screen:
    await context.require_admin(update)
    library, chat = context.service.library, chat_of(update).id
    match target.view, target.argument:
        case "length", name if name in STEPS:
            await library.choose_length(chat, name)
        case "language", code if code in languages():
            await choose_language(update, context, code)
        case "previews", "yes" | "no" as wanted:
            await library.choose_previews(chat, shown=wanted == "yes")
        case _:
            raise StaleButton
    context.forget_choices()
    return show_choices(await context.choices(chat), await context.wording(update))


async def _formats(update: Update, context: Context, target: Target) -> Screen:
    briefing = await context.service.briefing(chat_of(update).id, target.article)
    return show_formats(briefing, await context.wording(update))


async def _speak(update: Update, context: Context, target: Target) -> Screen:
    if target.argument not in languages():
        raise StaleButton
    await choose_language(update, context, target.argument)
    words = await context.wording(update)
    return show_languages(words.language, words)


async def _pass_on(update: Update, context: Context, target: Target) -> None:
    """Send a sentence as a message of its own."""
    query = cast("CallbackQuery", update.callback_query)
    briefing = await context.service.briefing(chat_of(update).id, target.article)
    sentence = find_sentence(briefing, target.argument)
    await query.answer()
    await send(cast("Message", query.message), show_message(briefing, sentence, await context.wording(update)))


async def _share(update: Update, context: Context, target: Target) -> Screen:
    briefing = await context.service.briefing(chat_of(update).id, target.article)
    screen = await offer_link(update, context, briefing, SHORT.name)
    words = await context.wording(update)
    back = Button("↩ " + words.say("Back"), Target("more", target.article))
    return replace(screen, rows=(*screen.rows, (back,)))


async def _original(update: Update, context: Context, target: Target) -> str:
    briefing = await context.service.briefing(chat_of(update).id, target.article)
    if briefing.article.original is None:
        raise StaleButton
    return briefing.article.original


def _link(message: Message, target: Target) -> str:
    """Return the link that a message of the bot offers under a number. Raises `StaleButton`."""
    offered = [address for address in addresses(message) if not is_mark(address)]
    number = target.argument
    if not (number.isascii() and number.isdigit() and int(number) < len(offered)):
        raise StaleButton
    return offered[int(number)]


ACTIONS: Mapping[str, Callable[[Update, Context, Target], Awaitable[Screen]]] = {
    "open": _open,
    "chapter": _chapter,
    "published": _calendar,
    "dated": _date,
    "articles": list_articles,
    "formats": _formats,
    "share": _share,
    "speak": _speak,
    "remove": _remove,
    "restore": _restore,
    "forget": _forget,
    "length": _choose,
    "language": _choose,
    "previews": _choose,
}
"""The actions of buttons other than opening a view of an article."""

SENDING: Mapping[str, Callable[[Update, Context, Target], Awaitable[None]]] = {
    "export": export_pressed,
    "timeline": timeline_pressed,
    "message": _pass_on,
}
"""Buttons that send something instead of editing their message; they answer the tap themselves."""
