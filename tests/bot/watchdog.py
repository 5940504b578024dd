"""What keeps an event loop busy, by the processor time of each of its steps: a busy machine changes nothing.

Not counted are the steps of tests and of the playground's server, which stand for people and for Telegram, nor the
collection of garbage, of which a process of tests has more than any bot.
"""

from __future__ import annotations

import asyncio
import gc
import time
from asyncio.events import Handle
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from aiohttp.web_protocol import RequestHandler

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 0.05
"""Seconds of processor time that one step of the loop may take."""


@contextmanager
def watching(loop: asyncio.AbstractEventLoop, longest: float = LONGEST) -> Iterator[list[str]]:
    """Note the steps of a loop that take longer, with what they did, for as long as the context lasts."""
    noted: list[str] = []
    run = Handle._run

    def timed(handle: Handle) -> None:
        started = time.thread_time()
        run(handle)
        spent = time.thread_time() - started
        if spent > longest and handle._loop is loop and not _is_outside(handle):  # type: ignore[attr-defined]
            noted.append(f"{spent * 1000:.0f} ms in {_describe(handle)}")

    Handle._run = timed  # type: ignore[method-assign, assignment]
    gc.disable()
    try:
        yield noted
    finally:
        gc.enable()
        Handle._run = run  # type: ignore[method-assign]


def _is_outside(handle: Any) -> bool:
    """Return whether a step belongs to a test itself, which may compute what it expects, or the playground's server."""
    task = getattr(handle._callback, "__self__", None)
    if not isinstance(task, asyncio.Task):
        return False
    coroutine = task.get_coro()
    of_server = getattr(coroutine, "__qualname__", "").startswith(RequestHandler.__name__)
    return of_server or getattr(coroutine, "__name__", "").startswith("test_")


def _describe(handle: Any) -> str:
    task = getattr(handle._callback, "__self__", None)
    return repr(task if isinstance(task, asyncio.Task) else handle)
