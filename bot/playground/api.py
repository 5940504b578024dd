"""The Bot API over HTTP: https://core.telegram.org/bots/api#making-requests."""

from __future__ import annotations

import asyncio
import hmac
import inspect
from collections import deque
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.playground.api_errors import ApiError
from bot.playground.calls import Call, read_call
from bot.playground.methods import METHODS

if TYPE_CHECKING:
    from bot.playground.world import World

MOST_REMEMBERED = 10_000


class BotApi:
    """Answers the bot's calls. `calls` holds the most recent ones, oldest first, except those that fetch updates."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.calls: deque[Call] = deque(maxlen=MOST_REMEMBERED)

    def routes(self) -> list[web.RouteDef]:
        """Return the routes: methods and downloads, with and without the test environment's suffix."""
        return [
            *(web.route("*", f"/bot{{token}}{suffix}/{{method}}", self.answer) for suffix in ("/test", "")),
            *(web.get(f"/file/bot{{token}}{suffix}/{{path:.+}}", self.download) for suffix in ("/test", "")),
        ]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Execute a call and return Telegram's JSON response."""
        try:
            self._check(request)
            call = await read_call(request, asyncio.get_running_loop().time())
            if call.method.lower() != "getupdates":
                self.calls.append(call)
            result = await self._carry_out(call)
        except ApiError as refusal:
            return web.json_response(refusal.to_json(), status=refusal.code)
        return web.json_response({"ok": True, "result": result})

    async def download(self, request: web.Request) -> web.StreamResponse:
        """Send the bytes of a file to the bot."""
        try:
            self._check(request)
        except ApiError as refusal:
            return web.json_response(refusal.to_json(), status=refusal.code)
        kept = self.world.files.at(request.match_info["path"])
        if kept is None:
            return web.json_response(ApiError(404, "Not Found").to_json(), status=404)
        return web.Response(body=kept.data, content_type="application/octet-stream")

    def _check(self, request: web.Request) -> None:
        if not hmac.compare_digest(request.match_info["token"].encode(), self.world.token.encode()):
            raise ApiError(401, "Unauthorized")

    async def _carry_out(self, call: Call) -> Any:
        method = METHODS.get(call.method.lower())
        if method is None:
            raise ApiError(404, "Not Found")
        result = method(self.world, call)
        return await result if inspect.isawaitable(result) else result
