"""What arrives that is no command: links, texts and files become articles; anything else gets a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from telegram.constants import ChatAction

from bot.context import chat_of, message_of
from bot.delivery.inbox import once
from bot.delivery.outgoing import send
from bot.handlers.answers import answer_on
from bot.handlers.plain_words import take_words
from bot.handlers.progress import read_source
from bot.handlers.sources import address_source, file_source, origin_of, source_in, text_source
from bot.requests import INSTRUCTIONS, Request, find_wish, split_instruction
from bot.views.help import MINIMUM_WORDS, hint
from bot.views.screen import units
from summaries.article import count_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from telegram import Document, Update

    from bot.context import Context
    from bot.handlers.sources import Source

PART = 3500
"""From so many UTF-16 code units on a message may be the first part of a text that Telegram has cut at 4096."""
TOGETHER = 1.0
"""How many seconds apart the parts of one text may come."""
WHOLE = "whole"
"""The work that is put off until all parts of a text have come."""
SUMMARY = Request("summary")


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
    if message.forward_origin is None:
        request, body = split_instruction(text)
        if request is not None and count_words(body) >= MINIMUM_WORDS:
            await _take(update, context, text_source(body, context.service, chat.id, origin_of(message)), request)
            return
    source = source_in(message, context.service, chat.id)
    if source:
        await _take(update, context, source, _beside_link(text))
    else:
        await take_words(update, context, text)


def _beside_link(text: str) -> Request:
    """Return what the words beside a link ask for, else the usual summary."""
    wish = find_wish(" ".join(part for part in text.split() if "://" not in part))
    return wish if wish is not None and wish.view in INSTRUCTIONS else SUMMARY


async def take_whole(update: Update, context: Context) -> None:
    """Take the messages into which a long text was cut as one, unless more have come than up to this one."""
    chat = chat_of(update).id

    async def join() -> str | None:
        parts = await context.conversations.parts(chat)
        return "".join(_glued([*parts.values()])) if max(parts, default=None) == update.update_id else None

    text = await once("join", join)
    if text is not None:
        await context.conversations.drop_parts(chat)
        request, body = split_instruction(text)
        source = text_source(body, context.service, chat, origin_of(message_of(update)))
        await _take(update, context, source, request or SUMMARY)


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


async def _take(update: Update, context: Context, source: Source, request: Request = SUMMARY) -> None:
    await answer_on(update, context, await read_source(update, context, source), request)
