"""One chat's updates one after the other, chats side by side."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

if TYPE_CHECKING:
    from collections.abc import Awaitable

SIDE_BY_SIDE = 256
AHEAD = re.compile(r"/cancel\b")
"""What need not wait: it stops what the others wait for."""


class ChatOrder(BaseUpdateProcessor):
    """Lets updates of different chats run at the same time and holds back those of a chat that is being answered."""

    def __init__(self) -> None:
        super().__init__(SIDE_BY_SIDE)
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Run the handling of an update once those before it in its chat are done (asyncio's locks are fair)."""
        chat = update.effective_chat if isinstance(update, Update) else None
        if chat is None or _goes_ahead(update):
            await coroutine
            return
        lock = self._locks.setdefault(chat.id, asyncio.Lock())
        async with lock:
            await coroutine

    async def initialize(self) -> None:
        """Nothing to set up."""

    async def shutdown(self) -> None:
        """Nothing to tear down."""


def _goes_ahead(update: object) -> bool:
    message = update.message if isinstance(update, Update) else None
    return message is not None and AHEAD.match(message.text or "") is not None
