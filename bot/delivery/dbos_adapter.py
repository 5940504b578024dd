"""What the inbox needs of DBOS beyond its public calls, all in one place; a test tells when the library changes it."""

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

BETWEEN_LOOKS = 0.05
"""Seconds between two looks at the queue while something is under way: what waited for it may be next."""


class Bell(threading.Event):
    """The event that DBOS waits for between two looks at a queue; set, it ends them.

    DBOS looks at fixed intervals. Rung, it looks at once, so that an idle process need not look often.
    """

    def __init__(self, is_busy: Callable[[], bool]) -> None:
        super().__init__()
        self._is_busy = is_busy
        self._rung = threading.Event()

    def ring(self) -> None:
        """Have the queue looked at as soon as may be."""
        self._rung.set()

    def set(self) -> None:
        """Have the looks end."""
        super().set()
        self._rung.set()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until it is rung or time is up, and between two looks at least; tell whether to look no more."""
        if super().wait(BETWEEN_LOOKS):
            return True
        if not self._is_busy():
            self._rung.wait(timeout)
        self._rung.clear()
        return self.is_set()


@asynccontextmanager
async def looking(dbos: DBOS, queue: Queue, bell: Bell) -> AsyncIterator[None]:
    """Start what waits in a queue, as long as the context lasts. DBOS itself must not listen to the queue."""
    thread = threading.Thread(target=queue_worker_thread, args=(bell, dbos, queue), name="queue", daemon=True)
    thread.start()
    try:
        yield
    finally:
        bell.set()
        await asyncio.to_thread(thread.join, 10.0)


async def recover(replica: str) -> None:
    """Have what a replica has left undone done here.

    The public way, ``resume_workflows``, would also restart what a third replica has taken over already.
    """
    await asyncio.to_thread(DBOS._recover_pending_workflows, [replica])  # noqa: SLF001


def suspend() -> NoReturn:
    """End the work on an update without an outcome, to be done anew; what was sent is not sent again."""
    raise asyncio.CancelledError  # the one end that DBOS keeps nothing of


async def close() -> None:
    """End DBOS, and give the loop the executor back that DBOS has put its own in place of."""
    await asyncio.to_thread(partial(DBOS.destroy, destroy_registry=True))
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor())
