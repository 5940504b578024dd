"""The partition of the queue that an update waits in, read from its JSON: no library knows all kinds of updates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from telegram.constants import UpdateType

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]
KINDS = frozenset(UpdateType)

AHEAD = re.compile(r"/cancel\b")
"""What need not wait: it stops what the others wait for."""


LARGEST_UPDATE_ID = 2**31 - 2
"""Telegram counts updates in 32 bits."""
LARGEST_ID = 2**63 - 1


def is_update(raw: object) -> bool:
    """Tell whether JSON is an update that can be kept: its numbers are whole, and of the size of Telegram's."""
    if not isinstance(raw, dict) or type(raw.get("update_id")) is not int:
        return False
    return 0 < raw["update_id"] <= LARGEST_UPDATE_ID and all(map(_is_id, _ids_in(raw)))


def _ids_in(update: Json) -> Iterator[object]:
    """Yield the ids of the chats and people of an update."""
    for body in _bodies(update):
        message = body.get("message")
        for holder in (body, message if isinstance(message, dict) else {}):
            yield from (who.get("id", 0) for key in ("chat", "from") if isinstance(who := holder.get(key), dict))


def _is_id(number: object) -> bool:
    return type(number) is int and abs(number) <= LARGEST_ID


def chat_of_update(update: Json) -> int | None:
    """Return the chat that an update came from, if it came from one."""
    for body in _bodies(update):
        message = body.get("message")
        chat = body.get("chat") or (message.get("chat") if isinstance(message, dict) else None)
        if isinstance(chat, dict) and isinstance(chat.get("id"), int):
            return int(chat["id"])
    return None


def partition_of(update: Json) -> str:
    """Return the partition that an update waits in, one behind the other: its chat, or its sender if it has none.

    What stops a reading waits in a partition of its own.
    """
    text = next((body.get("text") for body in _bodies(update)), None)
    ahead = "!" if isinstance(text, str) and AHEAD.match(text) else ""
    return f"{ahead}{owner_of(update)}"


def owner_of(update: Json) -> int:
    """Return the chat of an update, or its sender if it has none, who has a chat of that number; 0 for nobody."""
    chat = chat_of_update(update)
    if chat is not None:
        return chat
    senders = (body.get("from") for body in _bodies(update))
    return next((sender["id"] for sender in senders if isinstance(sender, dict) and "id" in sender), 0)


def kind_of(update: Json) -> str:
    """Return the kind of an update, such as ``message`` or ``callback_query``; ``unknown`` for none of Telegram's."""
    return next((key for key in update if key in KINDS), "unknown")


def _bodies(update: Json) -> list[Json]:
    return [body for key, body in update.items() if key != "update_id" and isinstance(body, dict)]
