"""What the operator wants to know about the running bot."""

from __future__ import annotations

import datetime as dt
import time
from importlib.metadata import version
from typing import TYPE_CHECKING

from bot.views.status import Status

if TYPE_CHECKING:
    from bot.access import Quota
    from bot.delivery.inbox import Inbox
    from bot.library import Library

STARTED = time.monotonic()
"""When the program was loaded, a second or two before it can answer, by the monotonic clock."""


async def collect_status(library: Library, quota: Quota, inbox: Inbox) -> Status:
    """Return the bot's status, not counting the update that asks for it. Raises `StoreError`."""
    total = await library.totals()
    return Status(
        version=version("briefing-bot"),
        up=dt.timedelta(seconds=time.monotonic() - STARTED),
        database=library.database.kind,
        articles=total.articles,
        chats=total.chats,
        today=await quota.articles_today(),
        waiting=max(await inbox.count("waiting") - 1, 0),
        failed=await inbox.count("failed"),
        damaged=total.damaged or None,
    )
