"""The bot's own HTTP server: the webhook, health checks, metrics for Prometheus. TLS is left to the proxy."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from aiohttp import web
from prometheus_client import generate_latest

from bot.delivery.partitioning import is_update

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from telegram import Bot

    from bot.delivery.inbox import Inbox

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of the header, not what is in it
LARGEST_UPDATE = 2_000_000
TAKEN_WITHIN = 20.0
"""Seconds after which storing an update fails: Telegram then sends it again."""
READY_WITHIN = 3.0
CONNECTIONS = 100


class Server:
    """The request handlers. `is_ready` returns whether updates can be taken; it may also raise anything if not.

    `secret` is the token that Telegram sends along with every update.
    """

    def __init__(self, inbox: Inbox, is_ready: Callable[[], Awaitable[bool]], secret: str) -> None:
        self._inbox = inbox
        self._is_ready = is_ready
        self._secret = secret.encode()

    def application(self, path: str | None) -> web.Application:
        """Return the web application, with the webhook at `path` if there is one."""
        app = web.Application(client_max_size=LARGEST_UPDATE)
        app.add_routes(
            [web.get("/healthz", self._live), web.get("/readyz", self._ready), web.get("/metrics", self._measure)]
        )
        if path:
            app.add_routes([web.post(path, self._take)])
        return app

    async def _take(self, request: web.Request) -> web.Response:
        """Store an update, and confirm it only then."""
        shown = request.headers.get(SECRET_HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(shown, self._secret):
            return web.Response(status=403)
        try:
            update = json.loads(await request.read())
        except (ValueError, RecursionError):  # the latter for JSON nested thousands of levels deep
            return web.Response(status=400)
        if not is_update(update):
            return web.Response(status=400)
        try:
            async with asyncio.timeout(TAKEN_WITHIN):
                await self._inbox.put(update)
        except Exception as error:  # noqa: BLE001 - whatever the cause, Telegram keeps the update and sends it again
            log.warning("An update cannot be kept: %s", type(error).__name__)
            return web.Response(status=503)
        return web.Response()

    async def _live(self, _: web.Request) -> web.Response:
        return web.Response(text="alive\n")

    async def _ready(self, _: web.Request) -> web.Response:
        try:
            async with asyncio.timeout(READY_WITHIN):
                ready = await self._is_ready()
        except Exception:  # noqa: BLE001 - a database can fail in many ways
            ready = False
        return web.Response(text="ready\n" if ready else "not ready\n", status=200 if ready else 503)

    async def _measure(self, _: web.Request) -> web.Response:
        return web.Response(body=generate_latest(), headers={"Content-Type": "text/plain; version=0.0.4"})


@asynccontextmanager
async def serving(server: Server, listen: str, webhook: str | None) -> AsyncIterator[int]:
    """Serve at ``host:port`` for as long as the context lasts; yield the port. Raises `OSError`."""
    path = (urlsplit(webhook).path or "/") if webhook else None
    runner = web.AppRunner(server.application(path), access_log=None, shutdown_timeout=5.0)
    await runner.setup()
    try:
        host, _, port = listen.rpartition(":")
        await web.TCPSite(runner, host.strip("[]") or "127.0.0.1", int(port)).start()
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


def secret_of(token: str) -> str:
    """Return the webhook's secret: derived from the token, so it is the same in every replica."""
    return hmac.new(token.encode(), b"webhook", "sha256").hexdigest()


async def register(bot: Bot, webhook: str, secret: str, kinds: list[str]) -> None:
    """Have Telegram push updates of these kinds to an address. Raises `TelegramError`."""
    await bot.set_webhook(webhook, secret_token=secret, allowed_updates=kinds, max_connections=CONNECTIONS)
