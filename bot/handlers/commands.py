"""The commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.context import chat_of, message_of
from bot.delivery.outgoing import send
from bot.locales import language_name, languages
from bot.problems import NoSuchLanguage
from bot.views import render
from bot.views.guidance import explain, greet
from bot.views.screen import Target
from bot.views.shelf import show_articles, show_languages

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from telegram import Update

    from bot.context import Context


def show(view: str, argument: str | None = None) -> Callable[[Update, Context], Coroutine[Any, Any, None]]:
    """Return a handler that answers with a view of the open article; its argument is the reader's unless given."""

    async def handle(update: Update, context: Context) -> None:
        words = await context.wording(update)
        briefing = await context.desk.current(chat_of(update).id, words.language)
        asked = " ".join(context.args or ()) if argument is None else argument
        await send(message_of(update), render(briefing, Target(view, briefing.article.id, asked), words))

    return handle


async def start(update: Update, context: Context) -> None:
    """/start: what the bot does, on the article that the reader has open."""
    words = await context.wording(update)
    article = await context.desk.current_id(chat_of(update).id, words.language)
    briefing = await context.desk.briefing(chat_of(update).id, article) if article else None
    await send(message_of(update), greet(briefing, words))


async def help_(update: Update, context: Context) -> None:
    """/help: every command with an example."""
    await send(message_of(update), explain(await context.wording(update)))


async def articles(update: Update, context: Context) -> None:
    """/articles: the articles of this chat."""
    words = await context.wording(update)
    chat = chat_of(update).id
    cards, current = await context.desk.cards(chat), await context.desk.current_id(chat, words.language)
    await send(message_of(update), show_articles(cards, current, Target("articles"), words))


async def use(update: Update, context: Context) -> None:
    """/use n: open the nth article; without a number, the list."""
    if not context.args:
        await articles(update, context)
        return
    words = await context.wording(update)
    briefing = await context.desk.open_number(chat_of(update).id, " ".join(context.args))
    await send(message_of(update), render(briefing, Target("summary", briefing.article.id, "short"), words))


async def language(update: Update, context: Context) -> None:
    """/language: the choice of languages; /language ru chooses at once."""
    if context.args:
        code = _language_called(" ".join(context.args))
        await context.desk.library.choose_language(chat_of(update).id, code)
    words = await context.wording(update)
    await send(message_of(update), show_languages(words.language, words))


def _language_called(wanted: str) -> str:
    for code in languages():
        if wanted.casefold() in {code, language_name(code).casefold()}:
            return code
    known = ", ".join(f"{language_name(code)} (/language {code})" for code in languages())
    raise NoSuchLanguage(wanted=wanted[:40], languages=known)
