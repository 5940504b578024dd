"""The “typing…” indicator."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from telegram.constants import ChatAction
from telegram.error import TelegramError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from telegram import Message

AGAIN = 4.0
"""Seconds between chat actions: Telegram shows each for at most five."""


@asynccontextmanager
async def typing(message: Message) -> AsyncIterator[None]:
    """Show the bot as typing, in the chat and topic of a message, for as long as the context lasts."""
    topic = message.message_thread_id if message.is_topic_message else None

    async def show() -> None:
        while True:
            with suppress(TelegramError):
                await message.chat.send_action(ChatAction.TYPING, message_thread_id=topic)
            await asyncio.sleep(AGAIN)

    task = asyncio.create_task(show())
    try:
        yield
    finally:
        task.cancel()
