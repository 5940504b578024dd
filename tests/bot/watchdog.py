"""What keeps an event loop busy, by the processor time of each of its steps: a busy machine changes nothing."""

from __future__ import annotations

import asyncio
import time
from asyncio.events import Handle
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

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
        if spent > longest and handle._loop is loop and not _is_test(handle):  # type: ignore[attr-defined]
            noted.append(f"{spent * 1000:.0f} ms in {_describe(handle)}")

    Handle._run = timed  # type: ignore[method-assign, assignment]
    try:
        yield noted
    finally:
        Handle._run = run  # type: ignore[method-assign]


def _is_test(handle: Any) -> bool:
    """Tell whether a step is one of a test itself, which may compute what it expects."""
    task = getattr(handle._callback, "__self__", None)
    return isinstance(task, asyncio.Task) and getattr(task.get_coro(), "__name__", "").startswith("test_")


def _describe(handle: Any) -> str:
    task = getattr(handle._callback, "__self__", None)
    return repr(task if isinstance(task, asyncio.Task) else handle)
