"""Work that the reader who waits for it can stop."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeVar

from bot.problems import NothingToStop, Stopped

if TYPE_CHECKING:
    from collections.abc import Awaitable

Result = TypeVar("Result")


class Stoppable:
    """At most one piece of work at a time."""

    def __init__(self) -> None:
        self._task: asyncio.Future[Any] | None = None

    async def run(self, work: Awaitable[Result]) -> Result:
        """Return what the work returns. Raises `Stopped` if it is stopped before that."""
        task = asyncio.ensure_future(work)
        self._task = task
        try:
            return await task
        except asyncio.CancelledError:
            waiting = asyncio.current_task()
            if waiting is None or waiting.cancelling():
                raise  # the bot itself is being stopped
            raise Stopped from None
        finally:
            self._task = None

    def stop(self) -> None:
        """Stop the work. Raises `NothingToStop` if there is none."""
        if self._task is None:
            raise NothingToStop
        self._task.cancel()
