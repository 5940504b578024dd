"""Files that people send. An album is answered once: with its first file, which offers the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bot.cancellation import cancellable
from bot.context import Album, chat_of, message_of
from bot.delivery.outgoing import edit
from bot.delivery.typing import typing
from bot.handlers.answers import answer_on
from bot.handlers.plain_words import find_instruction
from bot.handlers.progress import read_source
from bot.handlers.sources import file_source
from bot.views.several import offer_files

if TYPE_CHECKING:
    from telegram import Document, Update

    from bot.context import Context
    from bot.handlers.sources import Source


async def take_file(update: Update, context: Context) -> None:
    """Read a document as an article; its caption may say what to do with it."""
    message, album = message_of(update), context.state.album
    source = file_source(cast("Document", message.document), context.service, chat_of(update).id)
    if album is not None and album.id == message.media_group_id:
        await _add(update, context, source, album)
        return
    briefing = await read_source(update, context, source)
    shown, screen = await answer_on(update, context, briefing, find_instruction(message.caption or ""))
    if message.media_group_id:
        context.state.album = Album(message.media_group_id, briefing.article.id, shown, screen)


async def _add(update: Update, context: Context, source: Source, album: Album) -> None:
    """Read a further file of an album and offer it under the answer to the first, which stays open."""
    chat = chat_of(update).id
    async with context.quota.counting(update), typing(message_of(update)):
        briefing = await cancellable(source.read(_nothing), context.conversations, chat)
    await context.service.library.choose_article(chat, album.article)
    album.others.append(briefing.article)
    await edit(album.message, offer_files(album.screen, album.others, await context.wording(update)))


async def _nothing() -> None:
    """Report no progress: that is done for the first file only."""
