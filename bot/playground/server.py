"""The playground's server: the Bot API and the page on one loopback address."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from bot.playground.api import BotApi
from bot.playground.origin_check import guard, is_loopback
from bot.playground.web_page import Page
from bot.playground.world import QUERY_SECONDS, World

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from aiohttp.typedefs import Middleware

    from bot.playground.calls import Call

TOKEN = "1000000001:PLAYGROUND-token-that-Telegram-does-not-know"  # noqa: S105
"""A token in the right format that only this server accepts."""
LARGEST_REQUEST = 52_000_000


@dataclass(frozen=True, slots=True)
class Playground:
    """A running playground: the URLs for people and for the bot, and the world behind them."""

    address: str
    """URL of the page, for a browser."""
    api_url: str
    """URL of the Bot API server without a trailing slash, to use instead of ``https://api.telegram.org``."""
    token: str
    world: World
    api: BotApi
    page: Page

    @property
    def base_url(self) -> str:
        """The value for python-telegram-bot's ``base_url``."""
        return f"{self.api_url}/bot"

    @property
    def base_file_url(self) -> str:
        """The value for python-telegram-bot's ``base_file_url``."""
        return f"{self.api_url}/file/bot"

    def calls(self, method: str | None = None) -> Sequence[Call]:
        """Return the bot's calls, oldest first: those of one method, or all except getUpdates."""
        wanted = method.lower() if method else None
        return tuple(call for call in self.api.calls if wanted in {None, call.method.lower()})


@asynccontextmanager
async def serve(
    host: str = "127.0.0.1",
    port: int = 0,
    token: str = TOKEN,
    *,
    query_seconds: float = QUERY_SECONDS,
    middlewares: Sequence[Middleware] = (),
) -> AsyncIterator[Playground]:
    """Run a playground for as long as the context lasts; port 0 means any free port.

    `query_seconds` is how long a tap on a button can be answered; `middlewares` see every request first. Raises
    `ValueError` for a host that is not loopback and `OSError` if the port is taken.
    """
    if not is_loopback(host):
        raise ValueError(f"the playground listens on loopback only, not on {host}")
    world = World(token, query_seconds)
    api, page = BotApi(world), Page(world)
    app = web.Application(client_max_size=LARGEST_REQUEST, middlewares=[guard, *middlewares])
    app.add_routes([*api.routes(), *page.routes()])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        bound = runner.addresses[0][1]
        url = f"http://{f'[{host}]' if ':' in host else host}:{bound}"
        yield Playground(f"{url}/", url, token, world, api, page)
    finally:
        await world.updates.close()
        world.events.tell("end", 0, {})
        await runner.cleanup()
