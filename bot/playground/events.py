"""Events in the chats, published to listeners: the page, and the readers in tests."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.playground.api_errors import Json

if TYPE_CHECKING:
    from collections.abc import Iterator


EventKind = Literal["message", "edit", "delete", "action", "answer", "reaction", "profile", "reader", "end"]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a chat; chat 0 stands for all chats."""

    kind: EventKind
    chat: int
    body: Json


class Events:
    """Publishes events to listeners, each with a queue of its own."""

    def __init__(self) -> None:
        self._queues: set[asyncio.Queue[Event]] = set()

    def tell(self, kind: EventKind, chat: int, body: Json) -> None:
        """Publish an event to all listeners."""
        for queue in self._queues:
            queue.put_nowait(Event(kind, chat, body))

    @contextmanager
    def listen(self) -> Iterator[asyncio.Queue[Event]]:
        """Yield a queue that receives the events for as long as the context lasts."""
        queue = self.subscribe()
        try:
            yield queue
        finally:
            self._queues.discard(queue)

    def subscribe(self) -> asyncio.Queue[Event]:
        """Return a queue that receives all events from now on."""
        queue: asyncio.Queue[Event] = asyncio.Queue()
        self._queues.add(queue)
        return queue
