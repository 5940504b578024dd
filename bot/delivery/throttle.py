"""Telegram's flood limits: 30 messages a second overall, one a second per chat, 20 a minute per group.

https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
Evenly spaced messages stay within a limit in every time window; bursts at its start would not.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.delivery.metrics import SEND_WAIT
from bot.library.protocols import Buckets, Limit

CHAT_GAP = 1.05
"""Seconds between messages in a chat."""
GROUP_GAP, GROUP_BURST = 4.0, 5
"""Five messages at once plus fifteen a minute: at most twenty in any minute."""


@dataclass(frozen=True, slots=True)
class Throttle:
    """Delays messages until their buckets have room. `per_second` is the bot's overall limit; 0 lifts all limits."""

    buckets: Buckets
    per_second: float

    async def wait(self, chat: int | None, *, is_new: bool) -> None:
        """Return once a chat may get a message (`is_new`) or an edit."""
        limits = _limits(chat, is_new=is_new)
        if limits and self.per_second:
            waited = await self.buckets.wait(limits)
            await asyncio.sleep(waited)
            SEND_WAIT.observe(waited)

    async def reserve(self, chat: int | None, *, is_new: bool) -> None:
        """Reserve the bot's next slot and return when it comes; the message must then be sent at once."""
        if self.per_second:
            left = await self.buckets.reserve(1 / self.per_second, _limits(chat, is_new=is_new))
            await asyncio.sleep(left)
            SEND_WAIT.observe(left)


def _limits(chat: int | None, *, is_new: bool) -> tuple[Limit, ...]:
    """Return the limits of a chat; groups have negative ids, and their limit counts edits too."""
    if chat is None:
        return ()
    limits = [Limit(f"chat {chat}", CHAT_GAP)] if is_new else []
    if chat < 0:
        limits.append(Limit(f"group {chat}", GROUP_GAP, GROUP_BURST))
    return tuple(limits)
