"""Reading an article while the reader waits: says so at once, says how far it is, and can be stopped."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.context import chat_of, message_of
from bot.delivery.outgoing import edit, send
from bot.handlers.answers import with_preview
from bot.problems import Stopped
from bot.views import render
from bot.views.screen import Screen, Target, clip, escape
from summaries.briefing import SHORT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from telegram import Chat, Update

    from bot.context import ChatState, Context
    from summaries.briefing import Briefing

SLOW = 1.0
"""Seconds after which a reader is told how far the reading has come."""
TYPING = 4.0
Fetched = Callable[[], Awaitable[None]]
"""Called when the bytes are there and the reading begins."""
Work = Callable[[Fetched], Awaitable["Briefing"]]


async def brief_on(update: Update, context: Context, name: str, work: Work) -> None:
    """Say at once that the bot reads; let the briefing, or the error, take the place of that message."""
    words = await context.wording(update)
    state = context.state
    chat = chat_of(update)
    name = escape(clip(name, 100))
    note = words.say("Reading {name} …").format(name=name) if name else words.say("Reading …")
    async with typing(chat):
        state.placeholder = placeholder = await send(message_of(update), Screen(note))
        started = asyncio.get_running_loop().time()

        async def fetched() -> None:
            if asyncio.get_running_loop().time() - started > SLOW:
                await edit(placeholder, Screen(words.say("I have {name} and read it now … /cancel").format(name=name)))

        briefing = await _until_stopped(state, work(fetched))
    choices = await context.desk.library.choices(chat.id)
    target = Target("summary", briefing.article.id, choices.length or SHORT.name)
    state.note(target)
    await edit(placeholder, with_preview(render(briefing, target, words), briefing, choices))
    state.placeholder = None


async def _until_stopped(state: ChatState, work: Awaitable[Briefing]) -> Briefing:
    """Return what the work returns. Raises `Stopped` if the reader stops it before that."""
    state.reading = asyncio.ensure_future(work)
    try:
        return await state.reading
    except asyncio.CancelledError:
        task = asyncio.current_task()
        if task is None or task.cancelling():
            raise  # the bot itself is being stopped
        raise Stopped from None
    finally:
        state.reading = None


@asynccontextmanager
async def typing(chat: Chat) -> AsyncIterator[None]:
    """Show that the bot types for as long as the context lasts; Telegram shows it for five seconds at most."""

    async def show() -> None:
        while True:
            with suppress(TelegramError):
                await chat.send_action(ChatAction.TYPING)
            await asyncio.sleep(TYPING)

    task = asyncio.create_task(show())
    try:
        yield
    finally:
        task.cancel()
