"""The limits of Telegram: 30 messages a second in all, one a second in a chat, 20 a minute in a group.

https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
Messages with equal gaps keeps to a limit in every window of time; a burst at its beginning does not.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.delivery.metrics import SEND_WAIT
from bot.library.protocols import Buckets, Limit

CHAT_GAP = 1.05
"""Seconds between two messages in a chat."""
GROUP_GAP, GROUP_BURST = 4.0, 5
"""Five messages at once and fifteen a minute beside: twenty in any minute."""


@dataclass(frozen=True, slots=True)
class Throttle:
    """Delays messages until their buckets have room. `per_second` is how many the bot may send; 0 lifts all limits."""

    buckets: Buckets
    per_second: float

    async def wait(self, chat: int | None, *, is_new: bool) -> None:
        """Return when a chat may get a message, or an edit."""
        limits = _limits(chat, is_new=is_new)
        if limits and self.per_second:
            waited = await self.buckets.wait(limits)
            await asyncio.sleep(waited)
            SEND_WAIT.observe(waited)

    async def reserve(self, chat: int | None, *, is_new: bool) -> None:
        """Return when this message may go out among all of the bot; it is to be sent at once then."""
        if self.per_second:
            left = await self.buckets.reserve(1 / self.per_second, _limits(chat, is_new=is_new))
            await asyncio.sleep(left)
            SEND_WAIT.observe(left)


def _limits(chat: int | None, *, is_new: bool) -> tuple[Limit, ...]:
    """Return the limits of a chat; groups have negative numbers and count edits too."""
    if chat is None:
        return ()
    limits = [Limit(f"chat {chat}", CHAT_GAP)] if is_new else []
    if chat < 0:
        limits.append(Limit(f"group {chat}", GROUP_GAP, GROUP_BURST))
    return tuple(limits)
