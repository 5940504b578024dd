"""The bot as a whole, while its workers are killed, and what it leaves behind when it is killed itself."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import aiohttp

from tests.bot.process import BotProcess, running
from tests.bot.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.playground import Playground

NAME, WORD = "Zebulonia", "Quillobranth"
TEXT = f"The {WORD} bridge\n\n" + f"Mayor Ada Long of {WORD} said on Monday that it would open in May. " * 12


def descendants(pid: int) -> list[int]:
    """Return the processes that a process has started, and those that these have started, workers first."""
    lists = Path(f"/proc/{pid}/task").glob("*/children")
    children = [child for path in lists for child in path.read_text(encoding="utf-8").split()]
    return [found for child in children for found in [*descendants(int(child)), int(child)]]


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(90):
        while not condition():
            await asyncio.sleep(0.05)


async def status(address: str) -> int:
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        return answer.status


async def test_articles_are_read_and_readiness_tells_the_truth_whatever_is_killed(
    telegram: Playground, tmp_path: Path, port: int
) -> None:
    reader = Reader(telegram)
    ready = f"http://127.0.0.1:{port}/readyz"
    async with running(telegram, f"sqlite:///{tmp_path}/b.db", listen=f"127.0.0.1:{port}") as bot:
        for number in range(2):
            for pid in descendants(bot.pid):
                os.kill(pid, signal.SIGKILL)
            seen: set[int] = set()
            async with asyncio.timeout(90):
                while 200 not in seen or (number == 0 and seen == {200}):
                    seen.add(await status(ready))
            await reader.say(f"Number {number}\n\n{TEXT}")
            answer = await reader.answer()
            assert WORD in answer.text
        assert await status(ready) == 200


async def test_a_kill_leaves_nothing_behind_and_the_log_at_its_fullest_tells_nothing_of_anybody(
    telegram: Playground, tmp_path: Path
) -> None:
    with TemporaryDirectory() as folder:  # tmp_path is too long for the socket of the process that forks the workers
        await _nothing_is_left_in(Path(folder), telegram, f"sqlite:///{tmp_path}/b.db")


async def _nothing_is_left_in(folder: Path, telegram: Playground, database_url: str) -> None:
    reader = Reader(telegram, name=NAME)
    bot = BotProcess(telegram, database_url, log_level="DEBUG")
    bot.environment["TMPDIR"] = str(folder)
    await bot.start()
    await reader.say(TEXT)
    shown = await reader.answer()
    await reader.ask(f"/find {WORD}")
    await reader.inquire(WORD)
    await reader.tap("Key points", shown)
    await reader.answer()
    await reader.send_file(f"{WORD}.pdf", b"%PDF-1.4 nothing", "application/pdf")
    await reader.answer()
    started = descendants(bot.pid)

    await bot.kill()

    assert started
    await until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in started))
    await until(lambda: not list(folder.iterdir()))
    for private in (WORD, NAME, str(reader.id), telegram.token):
        assert private not in bot.log
