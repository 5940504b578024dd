"""Free text: a wish, a question, words to look up, or a misspelled command."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.context import chat_of, message_of
from bot.delivery.outgoing import send
from bot.errors import NoSuchCommand, UnknownCommand
from bot.handlers import commands, exporting
from bot.handlers.answers import answer_on, article_meant
from bot.handlers.following import go_on, topic_of
from bot.requests import INSTRUCTIONS, Request, find_wish, nearest_command, settle, understand
from bot.views.help import decline_translation, describe_commands, explain, hint, say_welcome
from summaries.article import count_words
from summaries.ask import search

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from telegram import Update

    from bot.context import Context
    from summaries.briefing import Briefing

PASTED_WORDS = 30
"""Minimum length, in words, of a text that was evidently pasted as an article but is too short for one."""


def find_instruction(text: str) -> Request:
    """Return what the words beside a link or a file ask for, else the default summary."""
    wish = find_wish(text)
    return wish if wish is not None and wish.view in INSTRUCTIONS else Request("summary")


async def take_words(update: Update, context: Context, text: str) -> None:
    """Do what a short text asks for, else search the article for its words, else say what to send."""
    if not text.startswith("/") and await _goes_on(update, context, text):
        return
    request = find_wish(text[1:]) if text.startswith("/") else understand(text)
    if request is None and text.startswith("/"):
        await _refuse_command(update, context, text)
        return
    text = text.removeprefix("/")
    if request is not None and request.view in ABOUT_THE_BOT:
        context.args = request.argument.split()
        await ABOUT_THE_BOT[request.view](update, context)
        return
    words = await context.wording(update)
    if request is None and not await _may_be_looked_up(update, context, text, words.language):
        await send(message_of(update), hint(words, _pasted(text)))
        return
    briefing = await article_meant(update, context, words.language)
    request = request or understand(text, briefing.article.language) or Request("find", text)
    await _answer(update, context, briefing, settle(request, text, briefing))


async def _goes_on(update: Update, context: Context, text: str) -> bool:
    """Answer a follow-up to the last request; return whether it is one."""
    topic = await topic_of(update, context, text)
    if topic is None:
        return False
    briefing = await article_meant(update, context, (await context.wording(update)).language)
    request = await go_on(context, briefing, topic, text)
    if request is not None:
        await _answer(update, context, briefing, request)
    return request is not None


async def _answer(update: Update, context: Context, briefing: Briefing, request: Request) -> None:
    """Answer a request; a search for words that the article lacks is answered as a question."""
    if request.view == "find" and not await asyncio.to_thread(search, briefing, request.argument):
        request = Request("ask", request.argument)
    await answer_on(update, context, briefing, request)


async def _may_be_looked_up(update: Update, context: Context, text: str, language: str) -> bool:
    """Return whether a text that is not a wish can be searched for: it has words, and there is an article."""
    if not count_words(text) or _pasted(text):
        return False
    replied = message_of(update).reply_to_message is not None
    return replied or await context.service.current_id(chat_of(update).id, language) is not None


def _pasted(text: str) -> int:
    """Return the word count of a text that was evidently pasted, else 0."""
    words = count_words(text)
    return words if words >= PASTED_WORDS else 0


async def _refuse_command(update: Update, context: Context, text: str) -> None:
    known = [name for name, _ in describe_commands(await context.wording(update))]
    meant = nearest_command(text, known)
    command = text.split(maxsplit=1)[0][:40]
    if meant is None:
        raise UnknownCommand(command=command, commands=" ".join(f"/{name}" for name in known))
    raise NoSuchCommand(command=command, meant=f"/{meant}")


async def _help(update: Update, context: Context) -> None:
    await send(message_of(update), explain(await context.wording(update)))


async def _thanks(update: Update, context: Context) -> None:
    await send(message_of(update), say_welcome(await context.wording(update)))


async def _translate(update: Update, context: Context) -> None:
    await send(message_of(update), decline_translation(await context.wording(update)))


async def _share(update: Update, context: Context) -> None:
    context.args = []
    await commands.share(update, context)


async def _export(update: Update, context: Context) -> None:
    await exporting.offer(update, context, " ".join(context.args or ()))


ABOUT_THE_BOT: Mapping[str, Callable[[Update, Context], Awaitable[None]]] = {
    "help": _help,
    "hello": commands.start,
    "thanks": _thanks,
    "translate": _translate,
    "articles": commands.articles,
    "use": commands.use,
    "chapters": commands.chapters,
    "settings": commands.settings,
    "language": commands.language,
    "privacy": commands.privacy,
    "forget": commands.forget,
    "share": _share,
    "export": _export,
    "timeline": exporting.timeline,
}
"""Wishes that do not concern an article."""
