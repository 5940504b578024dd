"""Work that the reader who waits for it can stop, whichever replica the wish comes to."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from bot.errors import Stopped

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from bot.library.protocols import Conversations

Result = TypeVar("Result")

HEARD = 0.5
"""Seconds after which a wish to stop is looked for again."""


async def cancellable(work: Awaitable[Result], conversations: Conversations, chat: int) -> Result:
    """Return what a chat's work returns. Raises `Stopped` if the chat asks for that before."""
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
