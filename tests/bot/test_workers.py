"""Work in processes that can be killed."""

from __future__ import annotations

import asyncio
import multiprocessing.forkserver
import os
import signal
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from bot.workers import ASKED_BY, Workers
from summaries.errors import TookTooLong, TooShort, Unreadable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

PATIENCE = 60.0
"""Seconds that a busy machine may take to start a process, and for whatever is waited for."""


@pytest.fixture
async def workers() -> AsyncIterator[Workers]:
    with Workers(2, PATIENCE) as opened:
        yield opened


def fill_memory() -> int:
    return len(bytearray(3_000_000_000))


def fail() -> None:
    raise TooShort(words=3, minimum=80)


async def test_a_piece_of_work_that_takes_too_long_is_stopped_and_the_next_one_done(workers: Workers) -> None:
    with pytest.raises(TookTooLong):
        await workers.run(time.sleep, 600, seconds=4)

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
    bad = asyncio.ensure_future(workers.run(time.sleep, 600, seconds=8))

    assert await workers.run(len, "four") == 4
    assert not bad.done()
    with pytest.raises(TookTooLong):
        await bad


def kill_in_the_middle(marker: Path) -> str:
    """Die like a process that the system kills for its memory, but the first time only."""
    if not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


async def until(condition: Callable[[], bool], seconds: float = PATIENCE) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.01)


async def test_idle_workers_that_are_killed_are_replaced(workers: Workers) -> None:
    before = await everyone(workers)

    for pid in before:
        os.kill(pid, signal.SIGKILL)
        await until(lambda pid=pid: is_gone(pid))  # type: ignore[misc]

    after = await everyone(workers)
    assert len(after) == len(before) == 2
    assert not after & before


async def everyone(workers: Workers) -> set[int]:
    """Return the numbers of both processes, which have to work at the same time."""
    return set(await asyncio.gather(workers.run(tell_number, 0.5), workers.run(tell_number, 0.5)))


def tell_number(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def is_gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] == "Z"
    except OSError:
        return True


async def test_a_busy_worker_that_is_killed_is_replaced_and_its_work_done_again(
    workers: Workers, tmp_path: Path
) -> None:
    assert await workers.run(kill_in_the_middle, tmp_path / "killed") == "done"


async def test_a_piece_of_work_that_kills_its_process_each_time_is_blamed(workers: Workers) -> None:
    with pytest.raises(Unreadable):
        await workers.run(die)

    assert await workers.run(len, "four") == 4


async def test_the_process_that_forks_the_workers_is_replaced_when_it_is_killed(workers: Workers) -> None:
    before = await everyone(workers)

    os.kill(multiprocessing.forkserver._forkserver._forkserver_pid, signal.SIGKILL)  # type: ignore[attr-defined]
    await until(lambda: not workers.is_ready)
    assert await workers.run(len, "four") == 4

    assert not await everyone(workers) & before
    assert workers.is_ready


async def test_work_that_nobody_waits_for_any_more_is_ended(workers: Workers) -> None:
    pid = await workers.run(os.getpid)
    task = [asyncio.ensure_future(workers.run(time.sleep, 60, seconds=60)) for _ in range(2)]
    await asyncio.sleep(0.1)

    for one in task:
        one.cancel()

    assert await workers.run(len, "four") == 4
    await until(lambda: is_gone(pid))


async def test_people_take_turns(workers: Workers) -> None:
    order: list[str] = []

    async def bring(person: int, name: str) -> None:
        ASKED_BY.set(person)
        await workers.run(time.sleep, 0.2)
        order.append(name)

    await workers.run(len, "four")
    await asyncio.gather(*(bring(1, f"file {number}") for number in range(1, 7)), bring(2, "a small text"))

    assert "a small text" in order[:4]


ORPHANS = """
import asyncio, os, signal, time
from bot.workers import Workers

async def main():
    with Workers(2, 1.0) as workers:
        busy = asyncio.ensure_future(workers.run(time.sleep, 600))
        idle = await workers.run(os.getpid)
        await asyncio.sleep(0.2)
        numbers = [process.pid for process in __import__("multiprocessing").active_children()]
        print(*numbers, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    asyncio.run(main())
"""


@pytest.mark.parametrize("name", ["short", "long" * 40], ids=["forked", "with no room for a socket"])
async def test_what_a_killed_process_leaves_behind_ends_by_itself(tmp_path: Path, name: str) -> None:
    script = tmp_path / "orphans.py"
    script.write_text(ORPHANS)
    with TemporaryDirectory() as above:  # tmp_path is too long for a socket
        folder = Path(above) / name
        folder.mkdir()
        numbers = await asyncio.wait_for(_numbers_of_orphans(script, folder), 120)

        assert len(numbers) == 2
        await until(lambda: all(map(is_gone, numbers)))
        await until(lambda: not list(folder.iterdir()))


async def _numbers_of_orphans(script: Path, folder: Path) -> list[int]:
    """Return the numbers of the processes that were there when their parent was killed."""
    heard = folder.parent / "said"  # not a pipe, which the orphans would hold open
    with heard.open("wb") as said:
        process = await asyncio.create_subprocess_exec(
            sys.executable, script, stdout=said, cwd=Path(__file__).parents[2],
            env={**os.environ, "TMPDIR": str(folder), "PYTHONPATH": str(Path(__file__).parents[2])},
        )  # fmt: skip
    await process.wait()
    return [int(word) for word in heard.read_text(encoding="utf-8").split()]
