"""Background jobs: heartbeats, taking over from dead replicas, deleting finished updates, measurements."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.background import background
from bot.delivery.metrics import FAILED, LAG, WAITING
from bot.library.protocols import Buckets, Forgotten, Replicas

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.delivery.inbox import Inbox

log = logging.getLogger(__name__)

Job = Callable[[], Awaitable[None]]
HEARTBEAT = 5.0
"""Seconds between heartbeats."""
SILENCE = 30.0
"""Seconds without a heartbeat after which a replica counts as dead, all by the observer's own clock."""
COUNT_EVERY = 15.0
PRUNE_EVERY = 600.0
LAG_EVERY = 0.25
DONE_KEPT = dt.timedelta(days=1)
"""Telegram keeps updates for a day, so it could deliver one again until then."""
FAILED_KEPT = dt.timedelta(days=7)
ENDED = {
    "SUCCESS": DONE_KEPT,
    "ERROR": FAILED_KEPT,
    "CANCELLED": FAILED_KEPT,
    "MAX_RECOVERY_ATTEMPTS_EXCEEDED": FAILED_KEPT,
}


@dataclass(frozen=True, slots=True)
class Stores:
    """The stores that need maintenance."""

    replicas: Replicas
    buckets: Buckets
    forgotten: Forgotten


@asynccontextmanager
async def maintenance(inbox: Inbox, stores: Stores, name: str) -> AsyncIterator[None]:
    """Run the jobs periodically for as long as the context lasts; one that fails is tried again at its next turn."""
    jobs = (
        (Watch(inbox, stores.replicas, name).look, HEARTBEAT),
        (inbox.resume_idle, HEARTBEAT),
        (lambda: _count(inbox), COUNT_EVERY),
        (lambda: _prune(inbox, stores.buckets), PRUNE_EVERY),
        (lambda: _forget(inbox, stores.forgotten), HEARTBEAT),
    )
    async with background(*(_again_and_again(job, every) for job, every in jobs), _measure_lag()):
        yield


class Watch:
    """Sends this replica's heartbeats, and takes over from replicas that have gone silent."""

    def __init__(self, inbox: Inbox, replicas: Replicas, name: str) -> None:
        self._inbox = inbox
        self._replicas = replicas
        self._name = name
        self._heard: dict[str, tuple[int, float]] = {}

    async def look(self) -> None:
        """Send a heartbeat, and check those of the others."""
        beats, now = await self._replicas.beat(self._name), time.monotonic()
        for name, count in beats.items():
            if name == self._name:
                continue
            before, since = self._heard.setdefault(name, (count, now))
            if count != before:
                self._heard[name] = (count, now)
            elif now - since > SILENCE:
                log.warning("The replica %s is silent: its work is taken over", name)
                await self._inbox.take_over(name)
                await self._replicas.forget(name)
                del self._heard[name]


async def _count(inbox: Inbox) -> None:
    WAITING.set(await inbox.count("waiting"))
    FAILED.set(await inbox.count("failed"))


async def _prune(inbox: Inbox, buckets: Buckets) -> None:
    now = dt.datetime.now(dt.UTC)
    for state, kept in ENDED.items():
        gone = 1
        while gone:
            gone = await inbox.forget(state, (now - kept).isoformat())
    await buckets.prune()


async def _forget(inbox: Inbox, forgotten: Forgotten) -> None:
    """Delete the queued updates of chats that asked to be forgotten, then their traces in the database files."""
    for chat, last in (await forgotten.chats()).items():
        if await inbox.forget_chat(chat, last) and await forgotten.erase():
            await forgotten.done(chat)


async def _again_and_again(job: Job, every: float) -> None:
    while True:
        try:
            await job()
        except Exception as error:  # noqa: BLE001 - the database may be gone for a while
            log.warning("A job failed: %s", type(error).__name__)
        await asyncio.sleep(every)


async def _measure_lag() -> None:
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + LAG_EVERY
        await asyncio.sleep(LAG_EVERY)
        LAG.observe(loop.time() - due)
