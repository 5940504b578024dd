"""What arrives that is no command: links, texts and files become articles; anything else gets a hint."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, cast

from telegram.constants import MessageEntityType

from bot.context import chat_of, message_of
from bot.delivery.outgoing import send
from bot.handlers import commands
from bot.handlers.answers import answer, article_meant
from bot.handlers.reading import brief_on
from bot.requests import Request, understand
from bot.views.guidance import MINIMUM_WORDS, explain, hint
from bot.views.screen import units
from summaries.article import count_words
from summaries.errors import TooLarge
from summaries.searching import search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from telegram import Document, Message, Update

    from bot.context import ChatState, Context
    from bot.handlers.reading import Fetched
    from summaries.briefing import Briefing

LARGEST_FILE = 5_000_000
PART = 3500
"""From so many UTF-16 code units on a message may be the first part of a text that Telegram has cut at 4096."""
TOGETHER = 1.0
"""How many seconds apart the parts of one text may come."""
QUESTION_WORDS = 12
"""A text of more words is no question, but a text too short to brief on."""
ADDRESS = re.compile(r"\b[a-z][a-z0-9+.-]{1,20}://\S+", re.IGNORECASE)
LINKS: list[str | None] = [MessageEntityType.URL, MessageEntityType.TEXT_LINK]


async def take_text(update: Update, context: Context) -> None:
    """Take a long text as an article, else the first link in it, else say what is needed."""
    message = message_of(update)
    text = message.text or message.caption or ""
    words = count_words(text)
    state = cast("ChatState", context.chat_data)
    if state.parts or units(text) > PART:
        if not state.parts:
            context.application.create_task(_take_parts(update, context, state), update=update)
        state.parts.append(text)
        state.last_part = asyncio.get_running_loop().time()
        return
    if words >= MINIMUM_WORDS:
        await brief_on(update, context, "", lambda _: context.desk.take_text(chat_of(update).id, text))
        return
    address = first_address(message)
    if address:
        await take_address(update, context, address)
    else:
        await _take_words(update, context, text, words)


async def _take_words(update: Update, context: Context, text: str, words: int) -> None:
    """Do what a short text asks for, else look its words up in the article, else say what to send."""
    request = understand(text)
    if request is not None and request.view == "help":
        await send(message_of(update), explain(await context.wording(update)))
    elif request is not None and request.view == "articles":
        await commands.articles(update, context)
    elif request is not None:
        await answer(update, context, request)
    elif words <= QUESTION_WORDS and await _speaks_of(update, context, text):
        await answer(update, context, Request("find", text))
    else:
        await send(message_of(update), hint(await context.wording(update), words))


async def _speaks_of(update: Update, context: Context, text: str) -> bool:
    """Tell whether the article has any of the words."""
    language = (await context.wording(update)).language
    article = await context.desk.current_id(chat_of(update).id, language)
    return article is not None and bool(search(await article_meant(update, context, language), text))


async def _take_parts(update: Update, context: Context, state: ChatState) -> None:
    """Wait for the messages into which a long text was cut, and take them as one."""
    clock = asyncio.get_running_loop().time
    while (left := state.last_part + TOGETHER - clock()) > 0:  # noqa: ASYNC110 - every part puts the end off
        await asyncio.sleep(left)
    text = "".join(_glued(state.parts))
    state.parts.clear()
    await brief_on(update, context, "", lambda _: context.desk.take_text(chat_of(update).id, text))


def _glued(parts: list[str]) -> Iterator[str]:
    """Yield the parts of a text with what stood between them: nothing is known of it, so a paragraph where one fits."""
    for part, following in zip(parts, [*parts[1:], ""], strict=True):
        yield part
        if following:
            yield " " if following[:1].islower() or part[-1:].isalnum() or part[-1:] in ",;–—-" else "\n\n"


async def take_file(update: Update, context: Context) -> None:
    """Take a document as an article."""
    document = cast("Document", message_of(update).document)
    if (document.file_size or 0) > LARGEST_FILE:
        raise TooLarge(limit_mb=LARGEST_FILE // 1_000_000)

    async def read(fetched: Fetched) -> Briefing:
        data = bytes(await (await document.get_file()).download_as_bytearray())
        await fetched()
        return await context.desk.take_file(chat_of(update).id, data, document.file_name, document.mime_type)

    await brief_on(update, context, document.file_name or "", read)


async def take_address(update: Update, context: Context, address: str) -> None:
    """Take what a link leads to as an article."""
    chat = chat_of(update).id
    await brief_on(update, context, address, lambda fetched: context.desk.take_address(chat, address, fetched))


async def take_anything(update: Update, context: Context) -> None:
    """Say what to send instead of a sticker, a voice message and the like."""
    await send(message_of(update), hint(await context.wording(update)))


def first_address(message: Message) -> str | None:
    """Return the first link of a message, as Telegram marks it or with a scheme that it does not know."""
    entities = message.parse_entities(LINKS) if message.text else message.parse_caption_entities(LINKS)
    for entity, shown in sorted(entities.items(), key=lambda pair: pair[0].offset):
        address = entity.url or shown
        return address if "://" in address else f"https://{address}"
    found = ADDRESS.search(message.text or message.caption or "")
    return found.group() if found else None
