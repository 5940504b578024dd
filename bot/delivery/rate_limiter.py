"""All calls to Telegram: within its flood limits, retried when they fail, and each message sent once.

python-telegram-bot passes all calls to its rate limiter; this is ours. A call that Telegram rate-limits (429), that
fails on its side (5xx) or in transit is retried for up to `PATIENCE` seconds; the update stays in the queue meanwhile.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any

from telegram.error import BadRequest, NetworkError, RetryAfter
from telegram.ext import BaseRateLimiter

from bot.delivery.inbox import once
from bot.delivery.metrics import SENDS

if TYPE_CHECKING:
    from bot.delivery.throttle import Throttle

log = logging.getLogger(__name__)

Call = Callable[[], Awaitable[Any]]
Pause = Callable[[float], Awaitable[Any]]
UNDER_WAY = 6
"""Maximum number of messages sent but not yet recorded as sent: as many may be repeated if the process is killed."""
PATIENCE = 3600.0
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 15.0
FLEETING = frozenset({"sendChatAction", "getUpdates"})
"""Calls that are pointless later, and so never retried."""
TOO_LATE = "query is too old"


class RateLimiter(BaseRateLimiter[None]):
    """Makes the bot's calls within Telegram's flood limits, and retries those that fail."""

    def __init__(self, throttle: Throttle) -> None:
        self._throttle = throttle
        self._gate = asyncio.Semaphore(UNDER_WAY)

    async def initialize(self) -> None:
        """Nothing to set up."""

    async def shutdown(self) -> None:
        """Nothing to tear down."""

    async def process_request(  # noqa: PLR0913, PLR0917 - the signature is python-telegram-bot's
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Any:
        """Make a call and return its result."""
        del rate_limit_args

        async def attempt() -> Any:
            return await callback(*args, **kwargs)

        if endpoint in FLEETING:
            return await attempt()
        is_new, is_edit = endpoint.startswith("send"), endpoint.startswith("edit")
        if not (is_new or is_edit):
            return await retry(attempt, endpoint)
        chat = _number(data.get("chat_id"))

        async def go_out() -> Any:  # not a lambda: DBOS checks for a coroutine function
            await self._throttle.reserve(chat, is_new=is_new)
            return await retry(attempt, endpoint, self._pause)

        await self._throttle.wait(chat, is_new=is_new)
        async with self._gate:
            return await (once(endpoint, go_out) if is_new else go_out())

    async def _pause(self, seconds: float) -> None:
        """Sleep without holding one of the `UNDER_WAY` slots."""
        self._gate.release()
        try:
            await asyncio.sleep(seconds)
        finally:
            await self._gate.acquire()


async def retry(attempt: Call, name: str, pause_for: Pause = asyncio.sleep) -> Any:
    """Retry a call until it succeeds; raise its error if that is permanent, or after `PATIENCE` seconds."""
    clock = asyncio.get_running_loop().time
    deadline, pause = clock() + PATIENCE, FIRST_PAUSE
    failure: NetworkError | RetryAfter
    while True:
        try:
            result = await attempt()
        except RetryAfter as error:
            wanted = error.retry_after
            wait = float(wanted if isinstance(wanted, int | float) else wanted.total_seconds())
            failure, outcome = error, "flood"
        except BadRequest as error:  # a NetworkError to python-telegram-bot
            SENDS.labels(name, "refused").inc()
            if TOO_LATE in error.message.lower():
                return True  # the reader has moved on
            raise
        except NetworkError as error:
            wait, pause = pause, min(pause * 2, LONGEST_PAUSE)
            failure, outcome = error, "failed"
        else:
            SENDS.labels(name, "done").inc()
            return result
        SENDS.labels(name, outcome).inc()
        if clock() + wait > deadline:
            raise failure
        log.warning("Telegram: %s of %s, retried in %.1f s", type(failure).__name__, name, wait)
        await pause_for(wait)


def _number(chat: Any) -> int | None:
    return chat if isinstance(chat, int) else None
