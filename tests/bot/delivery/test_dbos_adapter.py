"""What is used of DBOS beyond its public calls still does what the inbox relies on."""

from __future__ import annotations

import asyncio
import inspect
import os
import threading
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from dbos import DBOS
from dbos._queue import queue_worker_thread

from bot.delivery.dbos_adapter import Bell, recover, suspend
from bot.delivery.inbox import APOLOGIZE, IDLE_POLL_INTERVAL, Inbox, open_inbox
from bot.library.database import open_database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.delivery.inbox import Work
    from bot.delivery.partitioning import Json


async def nothing(_: Json) -> None:
    """Do nothing."""


@asynccontextmanager
async def inbox_of(folder: Path, answer: Work) -> AsyncIterator[Inbox]:
    address = f"sqlite:///{folder}/b.db"
    database = await open_database(address)
    try:
        async with open_inbox(address, "here", 1, {"answer": answer, APOLOGIZE: nothing}, database) as inbox:
            yield inbox
    finally:
        await database.close()


def update(number: int, chat: int = 1) -> Json:
    return {"update_id": number, "message": {"chat": {"id": chat}, "text": "Hello"}}


def test_the_function_that_looks_at_a_queue_takes_an_event_the_library_and_the_queue() -> None:
    assert list(inspect.signature(queue_worker_thread).parameters) == ["stop_event", "dbos", "queue"]
    assert list(inspect.signature(DBOS._recover_pending_workflows).parameters) == ["executor_ids"]


@pytest.mark.alone
async def test_what_is_put_is_answered_long_before_the_queue_would_be_looked_at(tmp_path: Path) -> None:
    answered: list[float] = []

    async def answer(_: Json) -> None:
        answered.append(time.monotonic())

    async with inbox_of(tmp_path, answer) as inbox:
        waits = []
        for number in range(1, 6):
            await asyncio.sleep(0.4)  # so that nothing is under way any more
            put = time.monotonic()
            await inbox.put(update(number))
            while len(answered) < number:
                await asyncio.sleep(0.005)
            waits.append(answered[-1] - put)

    assert min(waits) < IDLE_POLL_INTERVAL / 4


async def test_updates_of_a_chat_follow_one_another_at_once(tmp_path: Path) -> None:
    answered: list[int] = []

    async def answer(raw: Json) -> None:
        answered.append(raw["update_id"])

    async with inbox_of(tmp_path, answer) as inbox:
        for number in range(1, 9):
            await inbox.put(update(number))
        async with asyncio.timeout(60):
            while len(answered) < 8:
                await asyncio.sleep(0.01)

    assert answered == list(range(1, 9))


async def test_what_is_suspended_leaves_no_outcome_and_is_recovered(tmp_path: Path) -> None:
    tried = 0

    async def answer(_: Json) -> None:
        nonlocal tried
        tried += 1
        if tried == 1:
            suspend()

    async with inbox_of(tmp_path, answer) as inbox:
        await inbox.put(update(1))
        async with asyncio.timeout(60):
            while not tried:
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.1)
            assert await inbox.count("waiting") == 1
            assert await inbox.count("failed") == 0
            await recover("here")
            inbox.bell.ring()
            while await inbox.count("waiting"):
                await asyncio.sleep(0.05)

    assert tried == 2


async def test_the_loop_has_a_working_executor_again_afterwards(tmp_path: Path) -> None:
    async with inbox_of(tmp_path, nothing):
        pass

    assert await asyncio.to_thread(threading.current_thread) is not threading.main_thread()
    assert not [thread for thread in threading.enumerate() if thread.name == "queue"]


def test_a_bell_that_is_rung_ends_the_wait_and_one_that_is_set_ends_the_looks() -> None:
    bell = Bell(lambda: False)
    bell.ring()
    started = time.monotonic()
    assert not bell.wait(60)
    threading.Timer(0.1, bell.set).start()
    assert bell.wait(60)
    assert time.monotonic() - started < 30


def test_a_bell_is_looked_after_often_while_something_is_under_way() -> None:
    started = time.monotonic()
    assert not Bell(lambda: True).wait(60)
    assert time.monotonic() - started < 30


async def test_what_is_put_is_on_the_disk_before_it_is_confirmed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    sync = os.fsync

    def watch(file: int) -> None:
        sync(file)
        synced.append(os.fstat(file).st_ino)

    monkeypatch.setattr(os, "fsync", watch)
    async with inbox_of(tmp_path, nothing) as inbox:
        assert not synced
        await inbox.put(update(1), update(2))
        log = (tmp_path / "b.db-wal").stat()

    assert synced == [log.st_ino]
