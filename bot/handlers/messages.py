"""Messages that are not commands: links, texts and files become articles; anything else gets a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.constants import ChatAction

from bot.context import chat_of, message_of
from bot.delivery.inbox import once
from bot.delivery.outgoing import send
from bot.handlers.answers import answer_on
from bot.handlers.plain_words import find_instruction, take_words
from bot.handlers.progress import read_source
from bot.handlers.sources import address_source, origin_of, source_in, text_source
from bot.library.protocols import Part
from bot.requests import Request, find_wish, split_instruction
from bot.text_parts import join_parts
from bot.views.help import hint
from bot.views.screen import units
from summaries.article import count_words
from summaries.loading import MINIMUM_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from telegram import Message, Update

    from bot.context import Context
    from bot.handlers.sources import Source

PART = 3500
"""Minimum length, in UTF-16 code units, of a message that may be part of a text that Telegram split at 4096."""
TOGETHER = 1.0
"""Maximum number of seconds between the parts of one text."""
WHOLE = "whole"
"""The work deferred until all parts of a text have arrived."""
QUESTION_WORDS = 12
"""Maximum length of a question, in words."""
ORIGIN_KEY = 255
SUMMARY = Request("summary")


async def take_text(update: Update, context: Context) -> None:
    """Read a long text as an article, else the first link in it, else do what it asks for."""
    message = message_of(update)
    context.state.pictures = message.media_group_id
    text = message.text or message.caption or ""
    chat = chat_of(update)
    part = Part(text, _origin_key(message))
    if update.message and (units(text) > PART or _continues(part, await context.conversations.parts(chat.id))):
        await chat.send_action(ChatAction.TYPING)
        await context.conversations.add_part(chat.id, update.update_id, part)
        await context.inbox.schedule(update.to_dict(), WHOLE, TOGETHER)
        return
    if message.forward_origin is None:
        request, body = split_instruction(text)
        if request is not None and count_words(body) >= MINIMUM_WORDS:
            await _take(update, context, text_source(body, context.service, chat.id, origin_of(message)), request)
            return
    source = source_in(message, context.service, chat.id)
    if source:
        await _take(update, context, source, find_instruction(" ".join(p for p in text.split() if "://" not in p)))
    else:
        await take_words(update, context, text)


async def take_whole(update: Update, context: Context) -> None:
    """Read the messages into which a long text was split as one, unless later parts have arrived."""
    chat = chat_of(update).id

    async def join() -> tuple[str, list[int]] | None:
        for group in _groups(await context.conversations.parts(chat)):
            if max(group) == update.update_id:
                return join_parts([part.text for part in group.values()]), [*group]
        return None

    joined = await once("join", join)
    if joined is not None:
        text, numbers = joined
        await context.conversations.drop_parts(chat, numbers)
        request, body = split_instruction(text)
        source = text_source(body, context.service, chat, origin_of(message_of(update)))
        await _take(update, context, source, request or SUMMARY)


def _origin_key(message: Message) -> str:
    """Return a short key for who wrote a message and where it was forwarded from."""
    origin = message.forward_origin
    return "" if origin is None else str(sorted(_flat(origin.to_dict())))[:ORIGIN_KEY]


def _flat(origin: dict[str, Any]) -> Iterator[str]:
    """Yield what distinguishes origins; the day and number of a post do not."""
    for key, value in origin.items():
        if isinstance(value, dict):
            yield str(value.get("id"))
        elif key not in {"date", "message_id"}:
            yield str(value)


def _continues(part: Part, before: dict[int, Part]) -> bool:
    """Return whether a message continues the text before it, which was split, and is not a request itself."""
    last = next(reversed(before.values()), None)
    if last is None or last.origin != part.origin or units(last.text) <= PART:
        return False
    is_link = len(part.text.split()) == 1 and "://" in part.text
    is_question = part.text.rstrip().endswith("?") and count_words(part.text) <= QUESTION_WORDS
    return not (is_link or is_question or find_wish(part.text))


def _groups(parts: dict[int, Part]) -> Iterator[dict[int, Part]]:
    """Yield the parts of each text, by message number."""
    group: dict[int, Part] = {}
    for number, part in parts.items():
        if group and not _continues(part, group):
            yield group
            group = {}
        group[number] = part
    if group:
        yield group


async def take_address(update: Update, context: Context, address: str) -> None:
    """Read the page behind a link as an article."""
    await _take(update, context, address_source(address, context.service, chat_of(update).id))


async def move_chat(update: Update, context: Context) -> None:
    """Move the articles and preferences of a group that became a supergroup, with a new id."""
    message = message_of(update)
    old, new = message.migrate_from_chat_id or message.chat.id, message.migrate_to_chat_id or message.chat.id
    await context.service.library.move_chat(old, new)


async def take_anything(update: Update, context: Context) -> None:
    """Say what to send instead of a sticker, a voice message and the like; once per album."""
    album = message_of(update).media_group_id
    if album is not None and album == context.state.pictures:
        return
    context.state.pictures = album
    await send(message_of(update), hint(await context.wording(update)))


async def _take(update: Update, context: Context, source: Source, request: Request = SUMMARY) -> None:
    await answer_on(update, context, await read_source(update, context, source), request)
