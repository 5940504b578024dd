"""The chat page: its files, and the requests that it makes."""

from __future__ import annotations

import asyncio
import json
import secrets
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from aiohttp import web

from bot.playground import user_actions
from bot.playground.calls import Upload

if TYPE_CHECKING:
    from bot.playground.api_errors import Json
    from bot.playground.events import Event
    from bot.playground.world import Chat, World

STATIC = Path(__file__).parent / "static"
NAMES = {"en": "Guest", "de": "Gast", "es": "Invitado", "fr": "Invité", "ru": "Гость", "uk": "Гість"}
"""The reader's name, by the language of the page."""
FIRST = "en"
TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".svg": "image/svg+xml"}
HEARTBEAT = 15.0
"""Seconds between heartbeats in an idle event stream."""
FORWARDED = frozenset({"message", "edit", "delete", "action", "answer", "reaction"})


class Page:
    """The page of one reader. A reset replaces the reader by somebody whom the bot does not know."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.language: str | None = None
        self.chat = self._somebody()
        self._files = {path.name: path.read_bytes() for path in STATIC.iterdir() if path.is_file()}

    def routes(self) -> list[web.RouteDef]:
        """Return the routes of the page."""
        return [
            web.get("/", self._index),
            web.get("/static/{name}", self._static),
            web.get("/page/events", self._stream),
            web.get("/page/files/{id}", self._download),
            web.post("/page/start", self._start),
            web.post("/page/say", self._say),
            web.post("/page/file", self._file),
            web.post("/page/tap", self._tap),
            web.post("/page/language", self._speak),
            web.post("/page/reset", self._reset),
        ]

    def _somebody(self) -> Chat:
        """Create a reader whom the bot cannot know, even if its database remembers earlier ones."""
        language = self.language or FIRST
        return self.world.welcome(1_000_000_000 + secrets.randbelow(9_000_000_000), language, NAMES[language])

    @property
    def _reader(self) -> int:
        return self.chat.id

    def _state(self) -> Json:
        messages = [self.chat.messages[number] for number in sorted(self.chat.messages)]
        return {**self._about(), "chat": self.chat.id, "messages": messages, "reactions": self.chat.reactions}

    def _about(self) -> Json:
        world, language = self.world, self.language or FIRST
        return {
            "bot": {
                "name": world.profile.text("name", language) or world.bot["first_name"],
                "username": world.bot["username"],
                "description": world.profile.text("description", language),
            },
            "language": self.language,
            "commands": world.profile.menu(self.chat.id, "private", self._reader, language),
        }

    async def _index(self, _request: web.Request) -> web.Response:
        return self._give("index.html")

    async def _static(self, request: web.Request) -> web.Response:
        return self._give(request.match_info["name"])

    def _give(self, name: str) -> web.Response:
        if name not in self._files:
            raise web.HTTPNotFound
        kind = TYPES.get(Path(name).suffix, "application/octet-stream")
        headers = {"Cache-Control": "no-cache"}
        return web.Response(body=self._files[name], content_type=kind, charset="utf-8", headers=headers)

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        """Send the page its state and then the events, as server-sent events."""
        stream = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        with self.world.events.listen() as events:
            await stream.prepare(request)
            with suppress(ConnectionResetError):
                await _tell(stream, "state", self._state())
                while await self._pass_on(stream, events):
                    pass
        return stream

    async def _pass_on(self, stream: web.StreamResponse, events: asyncio.Queue[Event]) -> bool:
        """Forward one event; return whether the stream goes on."""
        try:
            event = await asyncio.wait_for(events.get(), HEARTBEAT)
        except TimeoutError:
            await stream.write(b": alive\n\n")
            return True
        if event.kind == "end":
            return False
        if event.kind == "profile":
            await _tell(stream, "about", self._about())
        elif event.kind == "reader":
            await _tell(stream, "state", self._state())
        elif event.chat == self.chat.id and event.kind in FORWARDED:
            await _tell(stream, event.kind, event.body)
        return True

    async def _download(self, request: web.Request) -> web.Response:
        kept = self.world.files.find(request.match_info["id"])
        if kept is None:
            raise web.HTTPNotFound
        if kept.picture:
            return web.Response(body=kept.data, content_type=kept.picture.mime)
        headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(kept.name)}"}
        return web.Response(body=kept.data, content_type="application/octet-stream", headers=headers)

    async def _start(self, request: web.Request) -> web.Response:
        """Send /start if nothing has been said yet; the first page to connect decides the language."""
        body = await _body(request)
        if self.language is None:
            self._choose(str(body.get("language", "")))
        if not self.chat.last:
            self._utter("/start")
        return web.json_response({})

    async def _say(self, request: web.Request) -> web.Response:
        self._utter(str((await _body(request)).get("text", "")))
        return web.json_response({})

    def _utter(self, text: str) -> None:
        try:
            user_actions.say(self.world, self.chat, self._reader, text)
        except user_actions.NothingToSend as error:
            raise web.HTTPBadRequest(text=str(error)) from error

    async def _file(self, request: web.Request) -> web.Response:
        form = await request.post()
        sent, caption = form.get("file"), form.get("caption", "")
        if not isinstance(sent, web.FileField) or not isinstance(caption, str):
            raise web.HTTPBadRequest(text="no file")
        name = Path(sent.filename).name or "file"
        mime = sent.content_type if sent.content_type != user_actions.UNKNOWN else ""
        file = Upload(name, mime, sent.file.read())
        user_actions.send_file(self.world, self.chat, self._reader, file, caption, photo=mime.startswith("image/"))
        return web.json_response({})

    async def _tap(self, request: web.Request) -> web.Response:
        body = await _body(request)
        try:
            query = user_actions.tap(self.world, self.chat, self._reader, int(body["message_id"]), str(body["data"]))
        except (user_actions.NothingToSend, KeyError, TypeError, ValueError) as error:
            raise web.HTTPBadRequest(text=str(error)) from error
        return web.json_response({"query": query.id})

    async def _speak(self, request: web.Request) -> web.Response:
        """Change the reader's language; if only the greeting has been shown so far, repeat it in that language."""
        self._choose(str((await _body(request)).get("language", "")))
        said = [message for message in self.chat.messages.values() if message["from"]["id"] == self._reader]
        if len(said) == 1 and said[0].get("text") == "/start":
            self._begin_anew()
        return web.json_response({})

    def _choose(self, language: str) -> None:
        self.language = language if language in NAMES else FIRST
        self.world.welcome(self._reader, self.language)
        self.world.people[self._reader]["first_name"] = self.chat.title = NAMES[self.language]
        self.world.events.tell("profile", 0, {})

    async def _reset(self, _request: web.Request) -> web.Response:
        self._begin_anew()
        return web.json_response({})

    def _begin_anew(self) -> None:
        self.chat = self._somebody()
        self.world.events.tell("reader", 0, {})
        self._utter("/start")


async def _tell(stream: web.StreamResponse, kind: str, body: Any) -> None:
    await stream.write(f"event: {kind}\ndata: {json.dumps(body)}\n\n".encode())


async def _body(request: web.Request) -> Json:
    try:
        body = await request.json()
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise web.HTTPBadRequest(text="a JSON object is expected")
    return body
