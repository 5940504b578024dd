"""The sign that the bot is typing."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from telegram.constants import ChatAction
from telegram.error import TelegramError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from telegram import Chat

AGAIN = 4.0
"""Seconds between two signs: Telegram shows each for five at most."""


@asynccontextmanager
async def typing(chat: Chat) -> AsyncIterator[None]:
    """Show that the bot types for as long as the context lasts."""

    async def show() -> None:
        while True:
            with suppress(TelegramError):
                await chat.send_action(ChatAction.TYPING)
            await asyncio.sleep(AGAIN)

    task = asyncio.create_task(show())
    try:
        yield
    finally:
        task.cancel()
