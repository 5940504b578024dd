"""What the bot does while something that it needs is gone: it waits, and loses nothing."""

from __future__ import annotations

import asyncio
import resource
from typing import TYPE_CHECKING

from bot.settings import PER_SECOND
from tests.bot.process import BotProcess, running
from tests.faults.crowd import Crowd
from tests.faults.wire import wire_to

if TYPE_CHECKING:
    from pathlib import Path

    from bot.playground import Playground
    from tests.postgres import Postgres

GONE = 8.0
"""Seconds: longer than connections and polls take to notice, and longer than the first pauses between retries."""


async def test_a_database_that_is_gone_loses_nothing(telegram: Playground, own_postgres: Postgres) -> None:
    crowd = Crowd(telegram, 30)
    async with running(telegram, own_postgres.new_database()) as bot:
        crowd.ask(60)
        await crowd.wait(20, 30)
        await asyncio.to_thread(own_postgres.stop)
        crowd.ask(30)
        await asyncio.sleep(GONE)
        await asyncio.to_thread(own_postgres.start)
        crowd.ask(10)
        seconds = await crowd.wait(100, 120)

    print(f"\nlost {len(crowd.lost)}, repeated {crowd.repeated}, answered {seconds:.1f} s after the database came back")
    assert crowd.lost == []
    assert crowd.repeated <= 6
    assert "Traceback" not in bot.log


async def test_telegram_gone_loses_nothing(telegram: Playground, database_url: str) -> None:
    crowd = Crowd(telegram, 30)
    async with (
        wire_to(int(telegram.api_url.rsplit(":", 1)[1])) as wire,
        running(telegram, database_url, api_url=f"http://127.0.0.1:{wire.port}") as bot,
    ):
        crowd.ask(90)
        await crowd.wait(20, 30)
        await wire.cut()
        crowd.ask(10)
        await asyncio.sleep(GONE)
        await wire.mend()
        seconds = await crowd.wait(100, 60)

    print(f"\nlost {len(crowd.lost)}, repeated {crowd.repeated}, all answered {seconds:.1f} s after Telegram came back")
    assert crowd.lost == []
    assert crowd.repeated <= 6
    assert "Traceback" not in bot.log


async def test_a_start_without_telegram_waits_for_it(telegram: Playground, tmp_path: Path) -> None:
    crowd = Crowd(telegram, 1)
    crowd.ask(1)
    async with wire_to(int(telegram.api_url.rsplit(":", 1)[1])) as wire:
        await wire.cut()
        bot = BotProcess(telegram, f"sqlite:///{tmp_path}/b.db", api_url=f"http://127.0.0.1:{wire.port}")
        starting = asyncio.create_task(bot.start())
        await asyncio.sleep(6)
        was_waiting = not starting.done()
        await wire.mend()
        await starting
        await crowd.wait(1, 30)
        await bot.stop()

    assert was_waiting
    assert crowd.lost == []


async def test_a_start_that_waits_can_be_ended(telegram: Playground, tmp_path: Path) -> None:
    async with wire_to(int(telegram.api_url.rsplit(":", 1)[1])) as wire:
        await wire.cut()
        bot = BotProcess(telegram, f"sqlite:///{tmp_path}/b.db", api_url=f"http://127.0.0.1:{wire.port}")
        starting = asyncio.create_task(bot.start())
        async with asyncio.timeout(30):
            while "retried" not in bot.log:
                await asyncio.sleep(0.05)
        starting.cancel()
        status = await bot.stop()

    assert status == 0
    assert "Traceback" not in bot.log
    assert "leaked" not in bot.log


def largest_file(folder: Path) -> int:
    return max(path.stat().st_size for path in folder.iterdir())


async def test_a_full_disk_loses_nothing(telegram: Playground, tmp_path: Path) -> None:
    crowd = Crowd(telegram, 30)
    async with running(telegram, f"sqlite:///{tmp_path}/b.db", messages_per_second=PER_SECOND) as bot:
        crowd.ask(30)
        await crowd.wait(30, 30)
        limit = largest_file(tmp_path)
        resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        crowd.ask(60)
        await asyncio.sleep(8)
        answered = len(crowd.answers())
        resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        await crowd.wait(90, 60)

    print(f"\n{answered} of 90 answered while the disk was full, lost {len(crowd.lost)}, repeated {crowd.repeated}")
    assert answered < 90
    assert crowd.lost == []
    assert crowd.repeated <= 6
