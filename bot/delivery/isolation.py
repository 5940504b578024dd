"""Updates that may crash the process are retried in isolation, so that no other update is blamed.

A process may be killed at any moment, and whatever it was answering is answered again. An update that was in progress
at several such crashes is suspect: it is retried while nothing else is being answered. Only if the process keeps
crashing then is the update given up.
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
"""How many times an update is started without ending before it is suspect."""
TRIALS = 5
"""How many crashes in isolation it takes to give an update up: some of them may have another cause."""
OTHERS_END_WITHIN = 10.0
"""Seconds for which a suspect waits until the other updates have ended; if they take longer, it joins them."""
ALONE_FOR = 10.0
"""Seconds after which a suspect no longer blocks the others: by then it is only waiting for something."""


class EndsTheProcess(Exception):
    """An update crashed the process each time it was tried in isolation."""


class Isolation:
    """Lets ordinary updates run in parallel, and suspects one at a time, alone."""

    def __init__(self, trials: Trials) -> None:
        self._trials = trials
        self._suspects: set[str] = set()
        self._passing: set[str] = set()
        self._waiting: set[str] = set()
        self._nobody_tried = asyncio.Event()
        self._one_by_one = asyncio.Lock()
        self._suspects_known = asyncio.Event()

    def suspect(self, keys: Iterable[str]) -> None:
        """Have these updates tried in isolation. No update runs before this has been called once."""
        self._suspects.update(keys)
        self._nobody_tried.set()
        self._suspects_known.set()

    @asynccontextmanager
    async def passage(self, key: str) -> AsyncIterator[None]:
        """Wait until an update may run, which it does within the context. Raises `EndsTheProcess` and `StoreError`."""
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
        """Wait until nothing else is in progress, up to a limit; return whether that was reached."""
        clock = asyncio.get_running_loop().time
        deadline = clock() + OTHERS_END_WITHIN
        while self._passing and clock() < deadline:  # noqa: ASYNC110 - no event tells the last end
            await asyncio.sleep(0.01)
        return not self._passing
