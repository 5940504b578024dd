"""Finds the queue partition of an update, from its raw JSON because no library knows all kinds of updates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from telegram.constants import UpdateType

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]
KINDS = frozenset(UpdateType)

AHEAD = re.compile(r"/cancel\b")
"""Commands that skip the queue: they stop what the others are waiting for."""


LARGEST_UPDATE_ID = 2**31 - 2
"""Telegram's update ids are 32-bit integers."""
LARGEST_ID = 2**63 - 1


def is_update(raw: object) -> bool:
    """Return whether parsed JSON is an update that can be stored: its ids are integers within Telegram's range."""
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
    """Return the id of the chat that an update came from, or ``None``."""
    for body in _bodies(update):
        message = body.get("message")
        chat = body.get("chat") or (message.get("chat") if isinstance(message, dict) else None)
        if isinstance(chat, dict) and isinstance(chat.get("id"), int):
            return int(chat["id"])
    return None


def partition_of(update: Json) -> str:
    """Return the partition of an update, within which updates are answered in order: its chat, or else its sender.

    Commands that stop a reading get a partition of their own.
    """
    text = next((body.get("text") for body in _bodies(update)), None)
    ahead = "!" if isinstance(text, str) and AHEAD.match(text) else ""
    return f"{ahead}{owner_of(update)}"


def owner_of(update: Json) -> int:
    """Return the id of an update's chat, or else of its sender (also the id of the private chat); 0 for neither."""
    chat = chat_of_update(update)
    if chat is not None:
        return chat
    senders = (body.get("from") for body in _bodies(update))
    return next((sender["id"] for sender in senders if isinstance(sender, dict) and "id" in sender), 0)


def kind_of(update: Json) -> str:
    """Return the kind of an update, such as ``message`` or ``callback_query``, or ``unknown``."""
    return next((key for key in update if key in KINDS), "unknown")


def _bodies(update: Json) -> list[Json]:
    return [body for key, body in update.items() if key != "update_id" and isinstance(body, dict)]
