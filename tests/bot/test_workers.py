"""Work in processes that can be killed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from bot.workers import Workers
from summaries.errors import TookTooLong, TooShort, Unreadable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def workers() -> AsyncIterator[Workers]:
    with Workers(2, 4.0) as opened:
        yield opened


def fill_memory() -> int:
    return len(bytearray(3_000_000_000))


def fail() -> None:
    raise TooShort(words=3, minimum=80)


async def test_a_piece_of_work_that_takes_too_long_is_stopped_and_the_next_one_done(workers: Workers) -> None:
    with pytest.raises(TookTooLong):
        await workers.run(time.sleep, 60)

    assert await workers.run(len, "four") == 4


async def test_a_piece_of_work_that_would_fill_the_memory_fails_alone(workers: Workers) -> None:
    with pytest.raises(Unreadable):
        await workers.run(fill_memory)

    assert await workers.run(len, "four") == 4


async def test_an_error_comes_back_as_it_was(workers: Workers) -> None:
    with pytest.raises(TooShort) as caught:
        await workers.run(fail)

    assert caught.value.details == {"words": 3, "minimum": 80}


async def test_nobody_waits_behind_a_bad_piece_of_work(workers: Workers) -> None:
    import asyncio

    bad = asyncio.ensure_future(workers.run(time.sleep, 60))
    await asyncio.sleep(0.1)
    before = time.monotonic()

    assert await workers.run(len, "four") == 4
    assert time.monotonic() - before < 3
    with pytest.raises(TookTooLong):
        await bad
