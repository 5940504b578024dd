"""Buckets of messages, over a real database: equal gaps, and no clock that is set can stop them."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from bot.library.buckets import ALL, LONGEST, Buckets
from bot.library.protocols import Limit

if TYPE_CHECKING:
    from bot.library import Library

pytestmark = pytest.mark.alone
CHAT = Limit("chat 5", 5.0)
GROUP = Limit("group -5", 4.0, 5)


@pytest.fixture
def buckets(library: Library) -> Buckets:
    return Buckets(library.database)


async def test_slots_come_with_equal_gaps_whoever_reserves_them(buckets: Buckets) -> None:
    waits = sorted(await asyncio.gather(*(buckets.reserve(5.0, ()) for _ in range(6))))

    assert waits[0] == 0.0
    assert all(4 < later - sooner <= 5.01 for sooner, later in pairwise(waits))


async def test_a_chat_is_free_again_after_its_gap(buckets: Buckets) -> None:
    assert await buckets.wait((CHAT,)) == 0.0

    await buckets.reserve(0.01, (CHAT,))

    assert 4 < await buckets.wait((CHAT,)) <= 5.0
    assert await buckets.wait((Limit("chat 6", 1.0),)) == 0.0


async def test_a_group_takes_a_burst_and_then_one_at_a_time(buckets: Buckets) -> None:
    for _ in range(5):
        assert await buckets.wait((GROUP,)) == 0.0
        await buckets.reserve(0.001, (GROUP,))

    assert 3 < await buckets.wait((GROUP,)) <= 4.0


@pytest.mark.parametrize("hours", [-2, 2], ids=["set back", "set forth"])
async def test_a_clock_that_was_set_holds_nothing_up(buckets: Buckets, library: Library, hours: int) -> None:
    await buckets.reserve(0.04, (CHAT,))
    shift = text("UPDATE buckets SET free = free - :seconds").bindparams(seconds=3600.0 * hours)
    await library.database.run(lambda connection: connection.execute(shift))

    assert await buckets.wait((CHAT,)) < 5.1
    assert await buckets.reserve(0.04, (CHAT,)) < 0.1
    assert await buckets.reserve(0.04, ()) < 0.1


async def test_buckets_that_have_been_empty_for_long_are_deleted(buckets: Buckets, library: Library) -> None:
    await buckets.reserve(0.04, (CHAT,))
    old = text("UPDATE buckets SET free = free - :seconds").bindparams(seconds=2 * LONGEST)
    await library.database.run(lambda connection: connection.execute(old))

    await buckets.prune()
    left = await library.database.run(lambda c: c.execute(text("SELECT count(*) FROM buckets")).scalar())

    assert left == 0
    assert ALL == "all"
