"""The partition of the queue that an update waits in, read from its JSON: no library knows all kinds of updates."""

from __future__ import annotations

import re
from typing import Any

Json = dict[str, Any]

AHEAD = re.compile(r"/cancel\b")
"""What need not wait: it stops what the others wait for."""


def chat_of_update(update: Json) -> int | None:
    """Return the chat that an update came from, if it came from one."""
    for body in _bodies(update):
        chat = body.get("chat") or (body.get("message") or {}).get("chat") or {}
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
    """Return the kind of an update, such as ``message`` or ``callback_query``."""
    return next((key for key in update if key != "update_id"), "unknown")


def _bodies(update: Json) -> list[Json]:
    return [body for key, body in update.items() if key != "update_id" and isinstance(body, dict)]
