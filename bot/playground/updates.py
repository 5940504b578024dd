"""Updates for the bot: kept until it confirms them, fetched by polling or pushed to a webhook."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

import aiohttp

from bot.playground.api_errors import ApiError, Json

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_FETCHED = 100
LONGEST_POLL = 50
ONLY_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
PAUSE = 0.3
"""Seconds before a failed push is retried; Telegram waits longer."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where updates are pushed to, and the secret that is sent along in a header."""

    url: str
    secret: str | None = None


class Updates:
    """The queue of updates. Only one poll at a time: as in Telegram, a new poll ends the previous one."""

    def __init__(self) -> None:
        self._pending: deque[Json] = deque()
        self._next = int(time.time())  # higher than in the last playground, whose ids the bot remembers
        self._allowed: frozenset[str] = frozenset()
        self._changed = asyncio.Event()
        self._poll = 0
        self._pusher: asyncio.Task[None] | None = None
        self._closed = False
        self.webhook: Webhook | None = None
        self.last_error: str | None = None

    def put(self, kind: str, body: Json) -> None:
        """Add an update of a kind, such as ``message``, if the bot wants this kind."""
        wanted = kind in self._allowed if self._allowed else kind not in ONLY_ON_REQUEST
        if not wanted or self._closed:
            return
        self._pending.append({"update_id": self._next, kind: body})
        self._next += 1
        self._wake()

    @property
    def pending(self) -> int:
        """How many updates the bot has not confirmed."""
        return len(self._pending)

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Set the kinds that the bot wants; ``None`` leaves them unchanged, an empty list means the default ones."""
        if kinds is not None:
            self._allowed = frozenset(kinds)

    async def fetch(self, offset: int | None, limit: int | None, seconds: int | None) -> list[Json]:
        """Confirm the updates before an offset and return those from it on, waiting up to `seconds` for the first."""
        if self.webhook:
            raise ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        self._poll += 1
        mine = self._poll
        self._wake()
        self._confirm(offset or 0)
        loop = asyncio.get_running_loop()
        deadline = loop.time() + min(max(seconds or 0, 0), LONGEST_POLL)
        while not self._pending and not self._closed and loop.time() < deadline:
            await self._wait(deadline - loop.time())
            if mine != self._poll:
                raise ApiError(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                )
        return list(self._pending)[: min(max(limit or MOST_FETCHED, 1), MOST_FETCHED)]

    def drop(self) -> None:
        """Drop all pending updates."""
        self._pending.clear()

    def push_to(self, webhook: Webhook | None) -> None:
        """Push updates to a webhook from now on; ``None`` stops that."""
        if self._pusher:
            self._pusher.cancel()
            self._pusher = None
        self.webhook = webhook
        self.last_error = None
        if webhook:
            self._pusher = asyncio.create_task(self._push(webhook))

    async def close(self) -> None:
        """End the current poll and stop pushing."""
        self._closed = True
        self._wake()
        if self._pusher:
            self._pusher.cancel()
            await asyncio.gather(self._pusher, return_exceptions=True)

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popleft()
        while self._pending and self._pending[0]["update_id"] < offset:
            self._pending.popleft()

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    async def _wait(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._changed.wait(), max(seconds, 0.001))
        except TimeoutError:
            return

    async def _push(self, webhook: Webhook) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": webhook.secret} if webhook.secret else {}
        async with aiohttp.ClientSession(headers=headers, timeout=aiohttp.ClientTimeout(total=60)) as session:
            while not self._closed:
                if not self._pending:
                    await self._wait(LONGEST_POLL)
                    continue
                update = self._pending[0]
                self.last_error = await _deliver(session, webhook.url, update)
                if self.last_error:
                    await asyncio.sleep(PAUSE)
                elif self._pending and self._pending[0] is update:
                    self._pending.popleft()


async def _deliver(session: aiohttp.ClientSession, url: str, update: Json) -> str | None:
    """Push an update; return an error message, or ``None`` if it was accepted."""
    try:
        async with session.post(url, json=update) as answer:
            await answer.read()
            if answer.ok:
                return None
            return f"Wrong response from the webhook: {answer.status} {answer.reason}"
    except (aiohttp.ClientError, TimeoutError):
        return "Connection refused"
