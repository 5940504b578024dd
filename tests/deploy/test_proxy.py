"""The proxy's own configuration, before two servers that stand for replicas; one of them dies."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
from collections import Counter
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp
import pytest
from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

CADDYFILE = Path(__file__).parents[2] / "deploy" / "Caddyfile"
SECRET = "a-secret-that-no-log-may-show"  # noqa: S105 - not one
NOTICED_AFTER = 10.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def replica(name: str) -> AsyncIterator[tuple[int, web.AppRunner]]:
    """Serve what the bot serves, under a name that every answer tells."""

    async def answer(request: web.Request) -> web.Response:
        await request.read()
        return web.Response(text=name)

    app = web.Application()
    app.add_routes([web.get("/readyz", answer), web.get("/metrics", answer), web.post("/telegram", answer)])
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield runner.addresses[0][1], runner
    finally:
        await runner.cleanup()


@asynccontextmanager
async def proxy(port: int, upstreams: str, folder: Path) -> AsyncIterator[Path]:
    """Run Caddy; yield the file of its log."""
    caddy = shutil.which("caddy")
    if caddy is None:
        pytest.skip("Caddy is not installed")
    places = {name: str(folder) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    site = {"BOT_SITE": f"http://127.0.0.1:{port}", "BOT_UPSTREAMS": upstreams}
    log = folder / "log"
    with log.open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            caddy, "run", "--config", str(CADDYFILE), "--adapter", "caddyfile",
            env={**os.environ, **places, **site}, stdout=output, stderr=output,
        )  # fmt: skip
    try:
        yield log
    finally:
        process.terminate()
        await process.wait()


async def push(session: aiohttp.ClientSession, port: int, path: str = "/telegram") -> tuple[int, str]:
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
    try:
        async with session.post(f"http://127.0.0.1:{port}{path}", data=b"{}", headers=headers) as answer:
            return answer.status, await answer.text()
    except aiohttp.ClientConnectionError:
        return 0, ""


async def until_all_are_taken(session: aiohttp.ClientSession, port: int) -> None:
    """Return once twenty updates in a row have been taken."""
    taken = 0
    async with asyncio.timeout(NOTICED_AFTER):
        while taken < 20:
            status, _ = await push(session, port)
            taken = taken + 1 if status == 200 else 0
            await asyncio.sleep(0.01)


async def test_updates_go_to_both_replicas_and_on_to_the_one_that_is_left(tmp_path: Path) -> None:
    port = free_port()
    async with AsyncExitStack() as stack:
        (first, dying) = await stack.enter_async_context(replica("first"))
        (second, _) = await stack.enter_async_context(replica("second"))
        log = await stack.enter_async_context(proxy(port, f"127.0.0.1:{first} 127.0.0.1:{second}", tmp_path))
        session = await stack.enter_async_context(aiohttp.ClientSession())
        await until_all_are_taken(session, port)

        both = Counter([(await push(session, port))[1] for _ in range(60)])
        await dying.cleanup()
        await until_all_are_taken(session, port)
        after = Counter([await push(session, port) for _ in range(60)])
        others = {path: (await push(session, port, path))[0] for path in ("/metrics", "/readyz", "/telegram/x", "/")}

    assert both["first"] > 10
    assert both["second"] > 10
    assert after == {(200, "second"): 60}
    assert set(others.values()) == {404}
    assert SECRET not in log.read_text(encoding="utf-8")


async def test_no_update_is_taken_while_no_replica_is_there_and_no_log_shows_the_secret(tmp_path: Path) -> None:
    port = free_port()
    async with AsyncExitStack() as stack:
        log = await stack.enter_async_context(proxy(port, f"127.0.0.1:{free_port()}", tmp_path))
        session = await stack.enter_async_context(aiohttp.ClientSession())
        async with asyncio.timeout(NOTICED_AFTER):
            while (status := (await push(session, port))[0]) == 0:
                await asyncio.sleep(0.05)

    assert status in {502, 503}
    assert "/telegram" in log.read_text(encoding="utf-8")
    assert SECRET not in log.read_text(encoding="utf-8")
