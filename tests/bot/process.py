"""The bot in a process of its own, as an operator starts it, so that it can be killed."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import tempfile
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import SEEDS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.playground import Playground

ROOT = Path(__file__).parents[2]
ANSWERING = "Answering as"
STARTED_WITHIN = 240.0


@cache
def warm_seeds() -> Path:
    """Return a folder with the seeds in the languages of the models that every worker starts with.

    The others cost every first start a second, in which no test of processes has an interest.
    """
    folder = Path(tempfile.mkdtemp())
    for name in ("integration-talks.md", "integration-talks-ru.md"):
        shutil.copy(SEEDS / name, folder)
    return folder


class BotProcess:
    """``briefing-bot run`` against a playground, or something in front of it. Settings are given as for a person."""

    def __init__(self, playground: Playground, database_url: str, **settings: object) -> None:
        wanted = {
            "token": playground.token,
            "api_url": playground.api_url,
            "database_url": database_url,
            "messages_per_second": 0,
            "seeds": warm_seeds(),
            **settings,
        }
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("BOT_")},
            **{f"BOT_{name.upper()}": str(value) for name, value in wanted.items()},
        }
        self._process: asyncio.subprocess.Process | None = None
        self._log = Path(tempfile.mkstemp(suffix=".log")[1])

    @property
    def log(self) -> str:
        """What the process has logged, all its lives long."""
        return self._log.read_text(encoding="utf-8")

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    async def start(self) -> None:
        """Start, and return when the bot says that it answers."""
        before = self.log.count(ANSWERING)
        with self._log.open("a", encoding="utf-8") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", cwd=ROOT, env=self.environment, stdout=log, stderr=log
            )
        clock = asyncio.get_running_loop().time
        deadline = clock() + STARTED_WITHIN
        while self.log.count(ANSWERING) == before:
            assert self._process.returncode is None, self.log
            assert clock() < deadline, self.log
            await asyncio.sleep(0.02)

    async def kill(self) -> None:
        """End the process at once, as a power cut would (SIGKILL)."""
        assert self._process is not None
        self._process.kill()
        await self._process.wait()

    async def stop(self) -> int:
        """Ask the process to end (SIGTERM); return its status."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.terminate()
        return await asyncio.wait_for(self._process.wait(), 30)


@asynccontextmanager
async def running(playground: Playground, database_url: str, **settings: object) -> AsyncIterator[BotProcess]:
    """Run the bot for as long as the context lasts."""
    process = BotProcess(playground, database_url, **settings)
    await process.start()
    try:
        yield process
    finally:
        if process._process is not None and process._process.returncode is None:
            await process.stop()
