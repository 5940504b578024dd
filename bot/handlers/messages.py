"""What arrives that is no command: links, texts and files become articles; anything else gets a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from telegram.constants import ChatAction

from bot.context import chat_of, message_of
from bot.delivery.inbox import once
from bot.delivery.outgoing import send
from bot.handlers import commands
from bot.handlers.answers import answer, answer_on, article_meant
from bot.handlers.progress import read_source
from bot.handlers.sources import address_source, file_source, origin_of, source_in, text_source
from bot.requests import Request, understand
from bot.views.help import explain, hint
from bot.views.screen import units
from summaries.article import count_words
from summaries.ask import search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from telegram import Document, Update

    from bot.context import Context
    from bot.handlers.sources import Source
    from summaries.briefing import Briefing

PART = 3500
"""From so many UTF-16 code units on a message may be the first part of a text that Telegram has cut at 4096."""
TOGETHER = 1.0
"""How many seconds apart the parts of one text may come."""
WHOLE = "whole"
"""The work that is put off until all parts of a text have come."""
QUESTION_WORDS = 12
"""A text of more words is no question, but a text too short to brief on."""


async def take_text(update: Update, context: Context) -> None:
    """Take a long text as an article, else the first link in it, else do what it asks for."""
    message = message_of(update)
    text = message.text or message.caption or ""
    chat = chat_of(update)
    if units(text) > PART or await context.conversations.parts(chat.id):
        await chat.send_action(ChatAction.TYPING)
        await context.conversations.add_part(chat.id, update.update_id, text)
        await context.inbox.schedule(update.to_dict(), WHOLE, TOGETHER)
        return
    source = source_in(message, context.service, chat.id)
    if source:
        await _take(update, context, source)
    else:
        await _take_words(update, context, text)


async def _take_words(update: Update, context: Context, text: str) -> None:
    """Do what a short text asks for, else look its words up in the article, else say what to send."""
    request, words = understand(text), count_words(text)
    if request is not None and request.view == "help":
        await send(message_of(update), explain(await context.wording(update)))
    elif request is not None and request.view == "articles":
        await commands.articles(update, context)
    elif request is not None:
        await answer(update, context, request)
    elif words <= QUESTION_WORDS and (briefing := await _spoken_of(update, context, text)):
        await answer_on(update, context, briefing, Request("find", text))
    else:
        await send(message_of(update), hint(await context.wording(update), words))


async def _spoken_of(update: Update, context: Context, text: str) -> Briefing | None:
    """Return the article if it has any of the words, or if it has been read for the sake of this text."""
    language = (await context.wording(update)).language
    if await context.service.current_id(chat_of(update).id, language) is None:
        return None
    briefing = await article_meant(update, context, language)
    return briefing if context.state.placeholder or search(briefing, text) else None


async def take_whole(update: Update, context: Context) -> None:
    """Take the messages into which a long text was cut as one, unless more have come than up to this one."""
    chat = chat_of(update).id

    async def join() -> str | None:
        parts = await context.conversations.parts(chat)
        return "".join(_glued([*parts.values()])) if max(parts, default=None) == update.update_id else None

    text = await once("join", join)
    if text is not None:
        await context.conversations.drop_parts(chat)
        await _take(update, context, text_source(text, context.service, chat, origin_of(message_of(update))))


def _glued(parts: list[str]) -> Iterator[str]:
    """Yield the parts of a text with what stood between them: nothing is known of it, so a paragraph where one fits."""
    for part, following in zip(parts, [*parts[1:], ""], strict=True):
        yield part
        if following:
            yield " " if following[:1].islower() or part[-1:].isalnum() or part[-1:] in ",;–—-" else "\n\n"


async def take_file(update: Update, context: Context) -> None:
    """Take a document as an article."""
    document = cast("Document", message_of(update).document)
    await _take(update, context, file_source(document, context.service, chat_of(update).id))


async def take_address(update: Update, context: Context, address: str) -> None:
    """Take what a link leads to as an article."""
    await _take(update, context, address_source(address, context.service, chat_of(update).id))


async def take_anything(update: Update, context: Context) -> None:
    """Say what to send instead of a sticker, a voice message and the like."""
    await send(message_of(update), hint(await context.wording(update)))


async def _take(update: Update, context: Context, source: Source) -> None:
    await answer_on(update, context, await read_source(update, context, source), Request("summary"))
