"""A reader for tests: says things to the bot and sees what it answers."""

from __future__ import annotations

import asyncio
import re
import time
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from bot.playground import user_actions
from bot.playground.api_errors import Json
from bot.playground.calls import Upload
from bot.playground.message_entities import cut

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.playground.events import Event
    from bot.playground.server import Playground
    from bot.playground.world import Chat

WITHIN = 60.0
"""Seconds that a reader waits for an answer: a ceiling, for the machine may be busy."""
UNFINISHED = re.compile(r"^(Reading|Читаю)\b.*…$|… /cancel$")
LULL = 0.15
"""Seconds of silence after which an answer is taken to be complete."""
_users = count(5001)


class NoAnswer(AssertionError):
    """The bot has not answered in time; the message says what was seen instead."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked part of a text: its kind, its words and the address that it links to."""

    kind: str
    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """A button: its label and the data that a tap sends, or the address that it opens, or what it copies."""

    label: str
    data: str | None = None
    url: str | None = None
    copies: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A message of the bot as a reader sees it."""

    id: int
    text: str
    """The text or the caption, without formatting."""
    entities: tuple[Marked, ...]
    rows: tuple[tuple[Key, ...], ...]
    edited: bool
    document: str | None
    """Name of the file that came with it."""
    data: bytes | None
    """The bytes of the file or the photo that came with it."""
    raw: Json

    @property
    def buttons(self) -> tuple[Key, ...]:
        """All buttons, row after row."""
        return tuple(key for row in self.rows for key in row)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of all buttons."""
        return tuple(key.label for key in self.buttons)

    def marked(self, kind: str) -> tuple[str, ...]:
        """Return the parts of the text with a kind of formatting, such as ``bold``."""
        return tuple(entity.text for entity in self.entities if entity.kind == kind)


@dataclass(frozen=True, slots=True)
class Toast:
    """The answer to a tap: its text, if any, and whether it must be dismissed."""

    text: str
    alert: bool


class Reader:
    """A person who talks to the bot, by default in a private chat.

    Everything that the bot does from the moment on that the reader is made is heard by the reader.
    """

    def __init__(  # noqa: PLR0913 - who, and where
        self,
        playground: Playground,
        language: str | None = "en",
        user_id: int | None = None,
        *,
        name: str = "Reader",
        group: Chat | None = None,
        topic: int | None = None,
    ) -> None:
        self._world = playground.world
        self.id = user_id or next(_users)
        private = self._world.welcome(self.id, language, name)
        self.chat = group or private
        self._topic = topic
        self._events = self._world.events.subscribe()
        self.toasts: list[Toast] = []
        self.actions: list[str] = []
        """What the bot was seen to do, such as ``typing``."""
        self.reactions: list[Json] = []

    async def say(self, text: str, reply_to: int | None = None) -> list[int]:
        """Send a text; return the numbers of its messages, for a text of more than 4096 goes out in several."""
        self._hear_out()
        sent = user_actions.say(self._world, self.chat, self.id, text, reply_to, topic=self._topic)
        return [message["message_id"] for message in sent]

    async def ask(self, text: str, within: float = WITHIN) -> tuple[Shown, ...]:
        """Send a text and return the answers."""
        await self.say(text)
        return await self.answers(within=within)

    async def send_file(self, name: str, data: bytes, mime: str = "", caption: str = "", *, photo: bool = False) -> int:
        """Send a file, or a picture as a photo; return the number of its message."""
        self._hear_out()
        sent = user_actions.send_file(self._world, self.chat, self.id, Upload(name, mime, data), caption, photo=photo)
        return int(sent["message_id"])

    async def forward(self, text: str, source: str = "A channel", username: str | None = None) -> int:
        """Forward a post of a channel; return the number of the message."""
        self._hear_out()
        channel: Json = {"id": -1_001_999_999_999, "type": "channel", "title": source}
        if username:
            channel["username"] = username
        origin: Json = {"type": "channel", "chat": channel, "message_id": 1}
        sent = user_actions.forward(self._world, self.chat, self.id, {"text": text}, origin)
        return int(sent["message_id"])

    async def inquire(self, text: str, within: float = WITHIN) -> tuple[Json, ...]:
        """Type something behind the bot's name; return the results that the bot offers. Raises `NoAnswer`."""
        query = user_actions.inquire(self._world, self.id, text)
        deadline = time.monotonic() + within
        while query not in self._world.inline:
            if time.monotonic() > deadline:
                raise NoAnswer(f"no results in {within} s")
            await asyncio.sleep(0.02)
        return tuple(self._world.inline[query])

    async def edit(self, number: int, text: str) -> None:
        """Edit a message of this reader."""
        self._hear_out()
        user_actions.rewrite(self._world, self.chat, number, text)

    async def tap(self, label: str, message: Shown | int | None = None) -> None:
        """Tap the button with a label, under a given message or else the latest of the bot that has buttons."""
        self._hear_out()
        shown = self._pick(message)
        keys = shown.buttons if shown else ()
        chosen = next((key for key in keys if key.label == label), None)
        chosen = chosen or next((key for key in keys if label in key.label), None)
        if shown is None or chosen is None or chosen.data is None:
            raise NoAnswer(f"there is no button {label!r} to tap; there are {[key.label for key in keys]}")
        await self.tap_data(chosen.data, shown.id)

    async def tap_data(self, data: str, message: int) -> None:
        """Tap a button by its data; it need not be there any more."""
        user_actions.tap(self._world, self.chat, self.id, message, data)

    async def answers(self, least: int = 1, within: float = WITHIN, lull: float = LULL) -> tuple[Shown, ...]:
        """Return what the bot has newly said or edited since the last look, each message as it now stands.

        Waits for at least so many messages, and while one of them says that the bot is still at it, then until
        nothing happens for a while. Raises `NoAnswer`.
        """
        touched: dict[int, None] = {}
        deadline = time.monotonic() + within
        while True:
            left = deadline - time.monotonic()
            is_answered = len(touched) >= least and not any(map(self._is_unfinished, touched))
            event = await self._next(lull if is_answered else left)
            if event is None:
                break
            self._note(event, touched)
        seen = tuple(self._show(number) for number in touched if number in self.chat.messages)
        if len(touched) < least:
            raise NoAnswer(f"{len(touched)} of {least} answers in {within} s; seen: {[shown.text for shown in seen]}")
        return seen

    async def answer(self, within: float = WITHIN) -> Shown:
        """Return the last of the `answers`."""
        return (await self.answers(within=within))[-1]

    async def wait_for(self, wanted: Callable[[Shown], bool], within: float = WITHIN) -> Shown:
        """Return the first new or edited message of the bot that is as wanted. Raises `NoAnswer`."""
        touched: dict[int, None] = {}
        deadline = time.monotonic() + within
        while event := await self._next(deadline - time.monotonic()):
            number = self._note(event, touched)
            if number in self.chat.messages and wanted(shown := self._show(number)):
                return shown
        texts = [self._show(number).text for number in touched if number in self.chat.messages]
        raise NoAnswer(f"no such message in {within} s; seen: {texts}")

    async def toast(self, within: float = WITHIN) -> Toast:
        """Return the next answer to a tap that has not been looked at. Raises `NoAnswer`."""
        deadline = time.monotonic() + within
        while not self.toasts:
            event = await self._next(deadline - time.monotonic())
            if event is None:
                raise NoAnswer(f"the tap was not answered in {within} s")
            self._note(event, {})
        return self.toasts.pop(0)

    def shown(self) -> tuple[Shown, ...]:
        """Return all messages of the bot that stand in the chat."""
        mine = (number for number, message in self.chat.messages.items() if self._is_the_bots(message))
        return tuple(self._show(number) for number in sorted(mine))

    def menu(self) -> tuple[tuple[str, str], ...]:
        """Return the commands, each with its description, that the menu of this chat shows."""
        language = self._world.people[self.id].get("language_code", "")
        menu = self._world.profile.menu(self.chat.id, self.chat.kind, self.id, language)
        return tuple((item["command"], item["description"]) for item in menu)

    def _pick(self, message: Shown | int | None) -> Shown | None:
        if message is not None:
            number = message if isinstance(message, int) else message.id
            return self._show(number) if number in self.chat.messages else None
        return next((shown for shown in reversed(self.shown()) if shown.rows), None)

    async def _next(self, seconds: float) -> Event | None:
        if seconds <= 0 and self._events.empty():
            return None
        try:
            return await asyncio.wait_for(self._events.get(), max(seconds, 0.001))
        except TimeoutError:
            return None

    def _note(self, event: Event, touched: dict[int, None]) -> int:
        """Note an event; return the number of the bot's message that it is about, or 0."""
        if event.chat != self.chat.id:
            return 0
        if event.kind == "answer":
            self.toasts.append(Toast(event.body["text"], event.body["alert"]))
        elif event.kind == "action":
            self.actions.append(event.body["action"])
        elif event.kind == "reaction":
            self.reactions.append(event.body)
        elif event.kind in {"message", "edit"} and self._is_the_bots(event.body):
            number = int(event.body["message_id"])
            touched[number] = None
            return number
        return 0

    def _hear_out(self) -> None:
        """Let what has happened before be past, so that the answers are those to what comes now."""
        while not self._events.empty():
            self._note(self._events.get_nowait(), {})
        self.toasts.clear()

    def _is_the_bots(self, message: Json) -> bool:
        return bool(message["from"]["id"] == self._world.bot["id"])

    def _is_unfinished(self, number: int) -> bool:
        """Return whether a message only says it is reading: “Reading …”, “I have it and am reading it … /cancel”."""
        text = self.chat.messages[number].get("text", "") if number in self.chat.messages else ""
        return bool(UNFINISHED.search(text))

    def _show(self, number: int) -> Shown:
        message = self.chat.messages[number]
        text = message.get("text") or message.get("caption") or ""
        entities = message.get("entities") or message.get("caption_entities") or ()
        file = message.get("document") or (message.get("photo") or [None])[-1]
        kept = self._world.files.find(file["file_id"]) if file else None
        rows = message.get("reply_markup", {}).get("inline_keyboard", ())
        return Shown(
            id=number,
            text=text,
            entities=tuple(Marked(e["type"], cut(text, e["offset"], e["length"]), e.get("url")) for e in entities),
            rows=tuple(tuple(_key(button) for button in row) for row in rows),
            edited="edit_date" in message,
            document=file.get("file_name") if file else None,
            data=kept.data if kept else None,
            raw=message,
        )


def _key(button: Json) -> Key:
    copied = button.get("copy_text") or {}
    return Key(button["text"], button.get("callback_data"), button.get("url"), copied.get("text"))
