"""Long polling: updates are fetched, stored, and only then confirmed, by fetching the next ones."""

from __future__ import annotations

import asyncio
import logging
import warnings
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.background import background
from bot.delivery.partitioning import is_update

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from telegram import Bot

    from bot.delivery.inbox import Inbox

log = logging.getLogger(__name__)

LONG = 25
"""Long-polling timeout, in seconds."""
SPARE = 10
"""Seconds added to the timeout for the network."""
PAUSE = 2.0
# the library's own method would fail on an update that it cannot read
warnings.filterwarnings("ignore", message=r"Please use 'Bot\.getUpdates'")


@asynccontextmanager
async def polling(bot: Bot, inbox: Inbox, kinds: Sequence[str]) -> AsyncIterator[None]:
    """Fetch updates of these kinds for as long as the context lasts. Raises what ends polling for good."""
    await bot.delete_webhook()
    async with background(_poll(bot, inbox, kinds)):
        yield


async def _poll(bot: Bot, inbox: Inbox, kinds: Sequence[str]) -> None:
    offset = 0
    while True:
        try:
            updates = await _fetch(bot, offset, kinds)
            await inbox.put(*filter(is_update, updates))
            if not all(map(is_update, updates)):
                log.warning("Telegram delivered something that is not an update")
            offset = max(offset, *(int(update["update_id"]) + 1 for update in updates), 0)
        except InvalidToken:
            raise
        except RetryAfter as error:
            wanted = error.retry_after
            await asyncio.sleep(float(wanted if isinstance(wanted, int | float) else wanted.total_seconds()))
        except TelegramError as error:
            log.warning("Updates cannot be fetched: %s", type(error).__name__)
            await asyncio.sleep(PAUSE)
        except Exception as error:  # noqa: BLE001 - whatever the cause, Telegram keeps the updates
            log.warning("Updates cannot be stored: %s", type(error).__name__)
            await asyncio.sleep(PAUSE)


async def _fetch(bot: Bot, offset: int, kinds: Sequence[str]) -> list[dict[str, Any]]:
    asked = {"offset": offset, "timeout": LONG, "allowed_updates": list(kinds)}
    fetched: Any = await bot.do_api_request("getUpdates", api_kwargs=asked, read_timeout=LONG + SPARE)
    return list(fetched)
