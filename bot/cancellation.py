"""Work that the waiting reader can cancel, whichever replica receives the request."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from bot.errors import Stopped

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from bot.library.protocols import Conversations

Result = TypeVar("Result")

HEARD = 0.5
"""Seconds between checks for a request to stop."""


async def cancellable(work: Awaitable[Result], conversations: Conversations, chat: int) -> Result:
    """Await a chat's work and return its result. Raises `Stopped` if the chat requests that first."""
    task = asyncio.ensure_future(work)
    await conversations.begin_reading(chat)
    try:
        while not (await asyncio.wait({task}, timeout=HEARD))[0]:
            if await conversations.is_stopped(chat):
                raise Stopped
        return await task
    finally:
        task.cancel()
        await conversations.end_reading(chat)
