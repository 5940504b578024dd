"""The whole bot, answering through the playground's Bot API, and a web of its own on loopback."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from aiohttp import web

from bot.application import introduce, open_application
from bot.playground import Playground, serve
from bot.settings import SEEDS, Settings
from bot.workers import Workers
from summaries.loading import fetch
from tests.bot.api_faults import Faults
from tests.bot.reader import Reader
from tests.bot.watchdog import watching

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@asynccontextmanager
async def run_bot(playground: Playground, database: Path | str, seeds: Path = SEEDS) -> AsyncIterator[None]:
    address = database if isinstance(database, str) else f"sqlite:///{database}"
    settings = Settings(api_url=playground.api_url, database_url=address, seeds=seeds, messages_per_second=0)
    fetch_anywhere = partial(fetch, is_allowed=lambda *_: True)
    with Workers(settings.workers, settings.work_seconds) as workers:
        async with open_application(settings, playground.token, workers, fetch_anywhere) as app:
            await introduce(app)
            yield


@pytest.fixture(scope="session")
def faults() -> Faults:
    return Faults()


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def playground(faults: Faults, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Playground]:
    """One bot for all dialogues; every reader has a chat of their own."""
    folder = tmp_path_factory.mktemp("bot")
    async with serve(middlewares=[faults.middleware]) as opened, run_bot(opened, folder / "briefing.db"):
        yield opened


@pytest_asyncio.fixture(loop_scope="session", autouse=True)
async def watchdog() -> AsyncIterator[None]:
    """Fail whatever keeps the loop that the bot answers on busy."""
    with watching(asyncio.get_running_loop()) as noted:
        yield
    assert noted == []


@pytest.fixture
def reader(playground: Playground) -> Reader:
    return Reader(playground, language="en")


@pytest.fixture
def russian_reader(playground: Playground) -> Reader:
    return Reader(playground, language="ru")


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def site() -> AsyncIterator[str]:
    """A small web site; returns its address."""
    article = (Path(__file__).parent / "orchard.html").read_text(encoding="utf-8")

    async def page(_: web.Request) -> web.Response:
        return web.Response(text=article, content_type="text/html")

    async def slow(_: web.Request) -> web.Response:
        await asyncio.sleep(1.5)
        return web.Response(text=article, content_type="text/html")

    async def endless(_: web.Request) -> web.Response:
        await asyncio.sleep(15)
        return web.Response(text=article, content_type="text/html")

    async def empty(_: web.Request) -> web.Response:
        return web.Response(text="<html><body><p>Nothing yet.</p></body></html>", content_type="text/html")

    async def picture(_: web.Request) -> web.Response:
        return web.Response(body=b"\x89PNG\r\n\x1a\n" + bytes(500), content_type="image/png")

    app = web.Application()
    pages = {"": empty, "orchard": page, "slow": slow, "endless": endless, "empty": empty, "picture": picture}
    app.add_routes([web.get(f"/{name}", handler) for name, handler in pages.items()])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    listener = web.TCPSite(runner, "127.0.0.1", 0)
    await listener.start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()
