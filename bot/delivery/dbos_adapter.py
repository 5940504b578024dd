"""The only place that uses DBOS beyond its public API; a test fails if the library changes what is used here."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from dbos import DBOS
from dbos._queue import queue_worker_thread

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from dbos import Queue

BUSY_POLL_INTERVAL = 0.05
"""Seconds between polls of the queue while an update is in progress: the next of its chat may have become ready."""


class Bell(threading.Event):
    """The stop event that DBOS waits on between polls of a queue, which can also wake it early.

    DBOS polls at fixed intervals. Ringing the bell makes it poll at once, so that an idle process can poll rarely.
    """

    def __init__(self, is_busy: Callable[[], bool]) -> None:
        super().__init__()
        self._is_busy = is_busy
        self._rung = threading.Event()

    def ring(self) -> None:
        """Have the queue polled as soon as possible."""
        self._rung.set()

    def set(self) -> None:
        """Stop the polling."""
        super().set()
        self._rung.set()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait `BUSY_POLL_INTERVAL`, then up to `timeout` seconds for a ring; return whether to stop polling."""
        if super().wait(BUSY_POLL_INTERVAL):
            return True
        if not self._is_busy():
            self._rung.wait(timeout)
        self._rung.clear()
        return self.is_set()


@asynccontextmanager
async def consuming(dbos: DBOS, queue: Queue, bell: Bell) -> AsyncIterator[None]:
    """Process a queue for as long as the context lasts. DBOS itself must not listen to that queue."""
    thread = threading.Thread(target=queue_worker_thread, args=(bell, dbos, queue), name="queue", daemon=True)
    thread.start()
    try:
        yield
    finally:
        bell.set()
        await asyncio.to_thread(thread.join, 10.0)


async def recover(replica: str) -> None:
    """Restart, in this process, the workflows that a replica left unfinished.

    The public call, ``resume_workflows``, would also restart those that a third replica has already taken over.
    """
    await asyncio.to_thread(DBOS._recover_pending_workflows, [replica])  # noqa: SLF001


def suspend() -> NoReturn:
    """Abort the work on an update without recording an outcome. When it is restarted, nothing is sent twice."""
    raise asyncio.CancelledError  # the one exception for which DBOS records no outcome


async def close() -> None:
    """Shut DBOS down, and give the event loop a new default executor in place of the one that DBOS installed."""
    await asyncio.to_thread(partial(DBOS.destroy, destroy_registry=True))
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor())
