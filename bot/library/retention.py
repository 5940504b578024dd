"""Retention: articles are kept for as long as readers are told, and no longer."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.background import background
from bot.library.conversations import TOPIC_KEPT
from summaries.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.library.protocols import Articles, Conversations, Usage

log = logging.getLogger(__name__)
EVERY = dt.timedelta(hours=1)
REMOVED_KEPT = dt.timedelta(days=1)
"""How long a removed article can be restored, as readers are told."""
USAGE_KEPT = dt.timedelta(days=1)
"""How long counts are kept after their day: the replicas' clocks may differ."""


@asynccontextmanager
async def retention(library: Articles, usage: Usage, conversations: Conversations, days: int) -> AsyncIterator[None]:
    """Periodically delete what is older than `days`, for as long as the context lasts."""
    async with background(_prune(library, usage, conversations, days)):
        yield


async def _prune(library: Articles, usage: Usage, conversations: Conversations, days: int) -> None:
    while True:
        try:
            now = dt.datetime.now(dt.UTC)
            await usage.forget_usage((now - USAGE_KEPT).date())
            await library.forget_removed(now - REMOVED_KEPT)
            await conversations.forget_topics(now - TOPIC_KEPT)
            gone = await library.forget_older(now - dt.timedelta(days=days))
            if gone:
                log.info("Deleted %d articles that were kept for %d days", gone, days)
        except StoreError as error:
            log.warning("Old articles could not be deleted: %s", error)
        await asyncio.sleep(EVERY.total_seconds())
