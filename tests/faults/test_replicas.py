"""Two replicas on PostgreSQL behind a proxy, as deploy/compose.yaml lays them out; one of them dies for good."""

from __future__ import annotations

import asyncio
import os
import shutil
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp
import pytest

from tests.bot.process import BotProcess
from tests.faults.crowd import Crowd

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.playground import Playground
    from tests.postgres import Postgres

CADDYFILE = Path(__file__).parents[2] / "deploy" / "Caddyfile"
NOTHING_STUCK_AFTER = 60.0


@asynccontextmanager
async def proxy(port: int, upstreams: str, folder: Path) -> AsyncIterator[None]:
    """Run the proxy of the deployment, with its own configuration, at another address."""
    caddy = shutil.which("caddy")
    if caddy is None:
        pytest.skip("Caddy is not installed")
    environment = {
        **os.environ,
        "BOT_SITE": f"http://127.0.0.1:{port}",
        "BOT_UPSTREAMS": upstreams,
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
    }
    process = await asyncio.create_subprocess_exec(
        caddy, "run", "--config", str(CADDYFILE), "--adapter", "caddyfile", env=environment,
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        async with asyncio.timeout(15):
            while not await _answers(port):
                await asyncio.sleep(0.05)
        yield
    finally:
        process.terminate()
        await process.wait()


async def _answers(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True


async def status(address: str) -> int:
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        return answer.status


async def test_the_other_replica_takes_over_from_one_that_dies_for_good(
    telegram: Playground, postgres_server: Postgres, tmp_path: Path, ports: tuple[int, int, int]
) -> None:
    url = postgres_server.new_database()
    front, *behind = ports
    hook = f"http://127.0.0.1:{front}/telegram"
    one, two = (
        BotProcess(telegram, url, replica=f"bot-{port}", listen=f"127.0.0.1:{port}", webhook_url=hook)
        for port in behind
    )
    crowd = Crowd(telegram, 100)
    async with proxy(front, " ".join(f"127.0.0.1:{port}" for port in behind), tmp_path):
        await asyncio.gather(one.start(), two.start())

        crowd.ask(500)
        await crowd.wait(150, 60)
        await one.kill()
        seconds = await crowd.wait(500, NOTHING_STUCK_AFTER)
        public = [await status(f"http://127.0.0.1:{front}{path}") for path in ("/metrics", "/healthz", "/readyz")]
        inside = [await status(f"http://127.0.0.1:{behind[1]}{path}") for path in ("/metrics", "/healthz", "/readyz")]
        await two.stop()

    print(f"\nlost {len(crowd.lost)}, repeated {crowd.repeated}, all answered {seconds:.1f} s after the death")
    assert crowd.lost == []
    assert crowd.repeated <= 12
    assert public == [404, 404, 404]
    assert inside == [200, 200, 200]
