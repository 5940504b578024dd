"""Reads an article while the reader waits: says so at once, reports progress, and can be cancelled."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.cancellation import cancellable
from bot.context import chat_of, message_of
from bot.delivery.outgoing import send
from bot.delivery.typing import typing
from bot.views.screen import Screen, clip, escape

if TYPE_CHECKING:
    from telegram import Update

    from bot.context import Context
    from bot.handlers.sources import Source
    from summaries.briefing import Briefing

SLOW = 1.0
"""Seconds after which progress is reported."""


async def end_note(context: Context) -> None:
    """Delete the “reading …” message if the answer, a file, does not replace it."""
    placeholder, context.state.placeholder = context.state.placeholder, None
    if placeholder is not None:
        with suppress(BadRequest):  # it is already deleted
            await placeholder.delete()


async def read_source(update: Update, context: Context, source: Source) -> Briefing:
    """Say at once that the bot is reading, and read; the answer or the error will replace that message.

    Raises `TooManyToday`, `Stopped`, and what reading raises.
    """
    words = await context.wording(update)
    name = escape(clip(source.name, 100))
    context.state.links = source.links
    note = words.say("Reading {name} …").format(name=name) if name else words.say("Reading …")
    clock = asyncio.get_running_loop().time
    async with context.quota.counting(update), typing(message_of(update)):
        context.state.placeholder = placeholder = await send(message_of(update), Screen(note))
        started = clock()

        async def fetched() -> None:
            if clock() - started > SLOW:
                text = words.say("I have {name} and am reading it … /cancel").format(name=name)
                with suppress(BadRequest):  # the message was deleted: reading continues
                    await placeholder.edit_text(text, parse_mode=ParseMode.HTML)

        return await cancellable(source.read(fetched), context.conversations, chat_of(update).id)
