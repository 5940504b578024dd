"""An update that may have ended the process is tried by itself, so that no other is blamed for what it does.

A process may be killed at any moment, and whatever it was answering is answered again. An update that was there at
several such ends is suspect: it is tried while nothing else is answered. Only if the process ends then, again and
again, the update is given up.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from summaries.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from bot.library.protocols import Trials

SUSPECT_AFTER = 3
"""How often an update is begun without an end until it is suspect."""
TRIALS = 3
"""How many ends of the process an update is given while it is by itself: one may have come from elsewhere."""
OTHERS_END_WITHIN = 10.0
"""Seconds for which a suspect waits for the others; if they take longer it is answered among them."""
ALONE_FOR = 10.0
"""Seconds after which what a suspect still does is no danger: it waits for somebody."""


class EndsTheProcess(Exception):
    """An update has ended the process each time that it was tried by itself."""


class Isolation:
    """Lets updates pass side by side, and suspects one by one."""

    def __init__(self, trials: Trials) -> None:
        self._trials = trials
        self._suspects: set[str] = set()
        self._passing: set[str] = set()
        self._waiting: set[str] = set()
        self._nobody_tried = asyncio.Event()
        self._one_by_one = asyncio.Lock()
        self._suspects_known = asyncio.Event()

    def suspect(self, keys: Iterable[str]) -> None:
        """Have these updates tried by themselves. Nothing passes before this has been called once."""
        self._suspects.update(keys)
        self._nobody_tried.set()
        self._suspects_known.set()

    @asynccontextmanager
    async def passage(self, key: str) -> AsyncIterator[None]:
        """Answer an update within the context, when it may be. Raises `EndsTheProcess` and `StoreError`."""
        await self._suspects_known.wait()
        if key in self._suspects:
            async with self._trial(key):
                yield
            return
        await self._nobody_tried.wait()
        self._passing.add(key)
        try:
            yield
        finally:
            self._passing.discard(key)

    @asynccontextmanager
    async def _trial(self, key: str) -> AsyncIterator[None]:
        self._waiting.add(key)
        self._nobody_tried.clear()
        try:
            async with self._one_by_one:
                is_alone = await self._is_alone()
                if is_alone and await self._trials.begin(key) > TRIALS:
                    raise EndsTheProcess
                timer = asyncio.get_running_loop().call_later(ALONE_FOR, self._nobody_tried.set)
                try:
                    yield
                finally:
                    timer.cancel()
                    if is_alone:
                        with suppress(StoreError):
                            await self._trials.end(key)
                    self._suspects.discard(key)
        finally:
            self._waiting.discard(key)
            if not self._waiting:
                self._nobody_tried.set()

    async def _is_alone(self) -> bool:
        """Wait until nothing else is answered; tell whether that is so."""
        clock = asyncio.get_running_loop().time
        deadline = clock() + OTHERS_END_WITHIN
        while self._passing and clock() < deadline:  # noqa: ASYNC110 - each ends by itself
            await asyncio.sleep(0.01)
        return not self._passing
