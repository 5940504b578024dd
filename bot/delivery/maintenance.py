"""What goes on beside the answers: beats, the work of replicas that died, deletion of what is done, measurements."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.delivery.metrics import FAILED, LAG, WAITING
from bot.library.protocols import Buckets, Forgotten, Replicas

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.delivery.inbox import Inbox

log = logging.getLogger(__name__)

Job = Callable[[], Awaitable[None]]
HEARTBEAT = 5.0
"""Seconds between two beats."""
SILENCE = 30.0
"""Seconds without a beat after which a replica counts as dead, by the clock of who listens: no two clocks compare."""
COUNT_EVERY = 15.0
PRUNE_EVERY = 600.0
LAG_EVERY = 0.25
DONE_KEPT = dt.timedelta(days=1)
"""Telegram keeps an update for a day: until then it could send one again."""
FAILED_KEPT = dt.timedelta(days=7)
ENDED = {
    "SUCCESS": DONE_KEPT,
    "ERROR": FAILED_KEPT,
    "CANCELLED": FAILED_KEPT,
    "MAX_RECOVERY_ATTEMPTS_EXCEEDED": FAILED_KEPT,
}


@dataclass(frozen=True, slots=True)
class Stores:
    """What is maintained in the database."""

    replicas: Replicas
    buckets: Buckets
    forgotten: Forgotten


@asynccontextmanager
async def maintenance(inbox: Inbox, stores: Stores, name: str) -> AsyncIterator[None]:
    """Do the jobs for as long as the context lasts; one that fails is done again when its time comes."""
    jobs = (
        (Watch(inbox, stores.replicas, name).look, HEARTBEAT),
        (inbox.resume_idle, HEARTBEAT),
        (lambda: _count(inbox), COUNT_EVERY),
        (lambda: _prune(inbox, stores.buckets), PRUNE_EVERY),
        (lambda: _forget(inbox, stores.forgotten), HEARTBEAT),
    )
    tasks = [asyncio.create_task(_again_and_again(job, every)) for job, every in jobs]
    tasks.append(asyncio.create_task(_measure_lag()))
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        for task in tasks:
            with suppress(asyncio.CancelledError):
                await task


class Watch:
    """Shows that this replica lives, and takes over from one that has been silent for long."""

    def __init__(self, inbox: Inbox, replicas: Replicas, name: str) -> None:
        self._inbox = inbox
        self._replicas = replicas
        self._name = name
        self._heard: dict[str, tuple[int, float]] = {}

    async def look(self) -> None:
        """Beat, and listen to the others."""
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
    """Delete what is left of chats that have asked for it, then the traces of it in the files of the database."""
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
