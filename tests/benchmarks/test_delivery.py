"""The whole bot in a process of its own: speed, beside a bare bot in the same run, start, memory, the event loop.

With nothing else running: ``.venv/bin/pytest tests/benchmarks/test_delivery.py -s``.
"""

from __future__ import annotations

import asyncio
import re
import statistics
import sys
import time
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp
import pytest

from bot.playground import serve
from bot.settings import SEEDS
from tests.benchmarks.processes import descendants, megabytes, own_megabytes, processor_seconds
from tests.bot.process import BotProcess
from tests.faults.crowd import Crowd

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.playground import Playground

pytestmark = pytest.mark.alone
ECHO = Path(__file__).with_name("echo.py")
UPDATES = 500
START_SECONDS = 2.5
IDLE_FOR = 10.0
IDLE_SHARE = 0.01
ROOM = 2.0
"""How much slower than the target a busy machine may be before a test fails."""
HOUR = 1800
"""Updates of an hour in which somebody asks every two seconds."""
ASKED = ("/short", "/long", "/who", "/dates", "/keypoints 3", "/source 4", "/find tax", "/numbers", "/help", "shorter")
TEXT = "The council of Riverton met on 3 May 2019, mayor Ada Brown said. It approved the bridge for 4 million euros. "


async def answered(telegram: Playground, count: int, within: float = 120.0) -> float:
    started = time.monotonic()
    while len(telegram.calls("sendMessage")) < count and time.monotonic() - started < within:
        await asyncio.sleep(0.005)
    return time.monotonic() - started


async def answer_all(telegram: Playground, pid: int, text: str) -> tuple[float, float]:
    """Return updates a second, and milliseconds of processor time for each."""
    crowd = Crowd(telegram, 100)
    crowd.say(0, text)
    await answered(telegram, 1)
    before, used = len(telegram.calls("sendMessage")), processor_seconds(pid)
    for number in range(UPDATES):
        crowd.say(number % 100, text)
    seconds = await answered(telegram, before + UPDATES)
    assert len(telegram.calls("sendMessage")) == before + UPDATES
    return UPDATES / seconds, (processor_seconds(pid) - used) / UPDATES * 1000


@asynccontextmanager
async def echoing(telegram: Playground) -> AsyncIterator[int]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(ECHO), telegram.token, telegram.api_url, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        yield process.pid
    finally:
        process.terminate()
        await process.wait()


async def test_the_whole_bot_keeps_up_beside_a_bare_one(tmp_path: Path) -> None:
    async with serve() as telegram:
        bot = BotProcess(telegram, f"sqlite:///{tmp_path}/b.db")
        await bot.start()
        rate, cost = await answer_all(telegram, bot.pid, "/short")
        await bot.stop()
    async with serve() as telegram, echoing(telegram) as pid:
        bare, bare_cost = await answer_all(telegram, pid, "/short")

    print(
        f"\n{rate:.0f} updates/s, {cost:.1f} ms of processor time each; "
        f"a bare echo bot {bare:.0f} updates/s, {bare_cost:.1f} ms: {rate / bare:.2f} of its rate"
    )
    assert rate / bare > 0.15


async def test_an_idle_bot_leaves_the_processor_alone(tmp_path: Path) -> None:
    async with serve() as telegram:
        bot = BotProcess(telegram, f"sqlite:///{tmp_path}/b.db")
        await bot.start()
        await asyncio.sleep(2)
        used = processor_seconds(bot.pid)
        await asyncio.sleep(IDLE_FOR)
        share = (processor_seconds(bot.pid) - used) / IDLE_FOR
        await bot.stop()

    print(f"\nidle: {share:.1%} of a core")
    assert share < IDLE_SHARE * ROOM


async def test_a_lone_answer_from_the_store_comes_at_once_and_the_start_is_short(tmp_path: Path) -> None:
    async with serve() as telegram:
        bot = BotProcess(telegram, f"sqlite:///{tmp_path}/b.db", seeds=SEEDS)
        started = time.monotonic()
        await bot.start()
        first = time.monotonic() - started
        await bot.stop()
        started = time.monotonic()
        await bot.start()
        start = time.monotonic() - started
        start_cost = processor_seconds(bot.pid)
        crowd = Crowd(telegram, 1)
        waits = []
        for number in range(20):
            await asyncio.sleep(0.2)
            asked = time.monotonic()
            crowd.say(0, "/short")
            await answered(telegram, number + 1)
            waits.append((time.monotonic() - asked) * 1000)
        await bot.stop()

    slowest = statistics.quantiles(waits, n=20)[-1]
    print(f"\nstart {first:.2f} s, again {start:.2f} s ({start_cost:.2f} s of processor time)")
    print(f"answer {statistics.median(waits):.0f} ms, 95 % {slowest:.0f} ms")
    assert statistics.median(waits) < 300
    assert start_cost < START_SECONDS * ROOM


async def test_an_hour_of_mixed_questions_leaves_the_memory_flat_and_the_loop_free(
    tmp_path: Path, unused_tcp_port: int
) -> None:
    async with serve() as telegram:
        bot = BotProcess(telegram, f"sqlite:///{tmp_path}/b.db", listen=f"127.0.0.1:{unused_tcp_port}")
        await bot.start()
        crowd = Crowd(telegram, 60)
        for person in range(4):
            crowd.say(person, f"Bridge {person}\n\n" + TEXT * 9)
        await answered(telegram, 4)
        sizes = []
        for part in range(6):
            before = len(telegram.calls("sendMessage"))
            for number in range(HOUR // 6):
                crowd.say(number % 60, ASKED[number % len(ASKED)])
            await answered(telegram, before + HOUR // 6)
            assert len(telegram.calls("sendMessage")) >= before + HOUR // 6, f"part {part}"
            sizes.append(megabytes(bot.pid))
        workers = [megabytes(pid) for pid in descendants(bot.pid)]
        together = sum(own_megabytes(pid) for pid in (bot.pid, *descendants(bot.pid)))
        looked, prompt = await lags(unused_tcp_port, 0.05)
        failed = "failed" in await metrics(unused_tcp_port)
        await bot.stop()

    print(
        f"\nmemory {rounded(sizes)} MB, workers {rounded(workers)} MB, all together {together:.0f} MB; "
        f"the loop less than 50 ms late {prompt} times of {looked}"
    )
    assert max(sizes) < 300
    assert max(workers) < 300
    assert together < 600
    assert sizes[-1] - sizes[1] < 20
    assert looked - prompt <= 1 + looked / 100
    assert not failed or "Error" not in bot.log


def rounded(numbers: list[float]) -> list[int]:
    return [round(number) for number in numbers]


async def metrics(port: int) -> str:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/metrics") as answer:
        return await answer.text()


async def lags(port: int, most: float) -> tuple[int, int]:
    """Return how often the lag of the loop was measured, and how often it was at most so many seconds."""
    text = await metrics(port)
    name = "briefing_loop_lag_seconds"
    every = re.search(rf"^{name}_count (\S+)$", text, re.MULTILINE)
    within = re.search(rf'^{name}_bucket{{le="{most}"}} (\S+)$', text, re.MULTILINE)
    assert every
    assert within
    return int(float(every[1])), int(float(within[1]))
