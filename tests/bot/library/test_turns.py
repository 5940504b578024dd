"""Turns of messages, over a real database: equal gaps, and no clock that is set can stop them."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from bot.library.protocols import Limit
from bot.library.turns import ALL, LONGEST, Turns

if TYPE_CHECKING:
    from bot.library import Library

pytestmark = pytest.mark.alone
CHAT = Limit("chat 5", 5.0)
GROUP = Limit("group -5", 4.0, 5)


@pytest.fixture
def turns(library: Library) -> Turns:
    return Turns(library.database)


async def test_turns_come_with_equal_gaps_whoever_takes_them(turns: Turns) -> None:
    waits = sorted(await asyncio.gather(*(turns.take(5.0, ()) for _ in range(6))))

    assert waits[0] == 0.0
    assert all(4 < later - sooner <= 5.01 for sooner, later in pairwise(waits))


async def test_a_chat_is_free_again_after_its_gap(turns: Turns) -> None:
    assert await turns.wait((CHAT,)) == 0.0

    await turns.take(0.01, (CHAT,))

    assert 4 < await turns.wait((CHAT,)) <= 5.0
    assert await turns.wait((Limit("chat 6", 1.0),)) == 0.0


async def test_a_group_takes_a_burst_and_then_one_at_a_time(turns: Turns) -> None:
    for _ in range(5):
        assert await turns.wait((GROUP,)) == 0.0
        await turns.take(0.001, (GROUP,))

    assert 3 < await turns.wait((GROUP,)) <= 4.0


@pytest.mark.parametrize("hours", [-2, 2], ids=["set back", "set forth"])
async def test_a_clock_that_was_set_holds_nothing_up(turns: Turns, library: Library, hours: int) -> None:
    await turns.take(0.04, (CHAT,))
    shift = text("UPDATE turns SET free = free - :seconds").bindparams(seconds=3600.0 * hours)
    await library.database.run(lambda connection: connection.execute(shift))

    assert await turns.wait((CHAT,)) < 5.1
    assert await turns.take(0.04, (CHAT,)) < 0.1
    assert await turns.take(0.04, ()) < 0.1


async def test_lines_that_have_been_free_for_long_are_deleted(turns: Turns, library: Library) -> None:
    await turns.take(0.04, (CHAT,))
    old = text("UPDATE turns SET free = free - :seconds").bindparams(seconds=2 * LONGEST)
    await library.database.run(lambda connection: connection.execute(old))

    await turns.tidy()
    left = await library.database.run(lambda c: c.execute(text("SELECT count(*) FROM turns")).scalar())

    assert left == 0
    assert ALL == "all"
