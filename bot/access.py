"""Who may use the bot, and how many articles a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.delivery.inbox import once
from bot.errors import TooManyToday
from bot.library.protocols import Usage
from summaries.errors import NotAnAddress, Refused, StoreError, Unreachable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from telegram import Update


HOUR = dt.timedelta(hours=1)
FREE = (NotAnAddress, Unreachable, Refused, StoreError)
"""Errors that occur before any work was done on an article, so that it does not count."""


@dataclass(frozen=True, slots=True)
class Access:
    """The operator's access rules. Users and chats are given by their Telegram ids; those of groups are negative."""

    allowed: frozenset[int] = frozenset()
    """Ids that may use the bot: users anywhere, groups for all their members. Empty: everybody."""
    admins: frozenset[int] = frozenset()
    """Ids that may always use the bot, without a daily limit, and may ask for its status."""
    daily: int = 0
    """Maximum number of new articles per user and day (UTC); 0: no limit."""

    def allows(self, ids: frozenset[int]) -> bool:
        """Return whether the bot answers somebody with any of these ids."""
        return not self.allowed or bool(ids & (self.allowed | self.admins))

    def is_admin(self, ids: frozenset[int]) -> bool:
        """Return whether any of these ids is an admin's."""
        return bool(ids & self.admins)

    def limit(self, ids: frozenset[int]) -> int:
        """Return the maximum number of new articles a day for somebody with these ids; 0: no limit."""
        return 0 if self.is_admin(ids) else self.daily


OPEN = Access()
"""Open to everybody, without a limit."""


def ids_of(update: Update) -> frozenset[int]:
    """Return the ids that decide on access for an update: those of its sender and of its chat."""
    return frozenset(who.id for who in (update.effective_sender, update.effective_chat) if who)


def sender_of(update: Update) -> int:
    """Return the id of an update's sender, or 0 if it has none.

    For a message sent in the name of a group or channel, that is the id of the group or channel: Telegram reports the
    same user for all such messages.
    """
    sender = update.effective_sender
    return sender.id if sender else 0


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Quota:
    """Counts the articles read for each user. Articles that are only opened, such as shared ones, do not count."""

    access: Access
    usage: Usage
    now: Callable[[], dt.datetime] = _utc_now

    @asynccontextmanager
    async def counting(self, update: Update) -> AsyncIterator[None]:
        """Count the article that is read within the context towards the limit of an update's sender.

        An article that fails counts too, because it takes as much work, unless it could not even be loaded. An update
        that is answered again after the process was killed is not counted twice, except if the process was killed
        between the count and recording it. Raises `TooManyToday`.
        """
        user, most, now = sender_of(update), self.access.limit(ids_of(update)), self.now()

        async def count() -> bool:
            return await self.usage.count_article(user, now.date(), most)

        if not await once("count", count):
            raise TooManyToday(limit=most, hours=_hours_left(now))
        try:
            yield
        except FREE:
            with suppress(StoreError):
                await self.usage.discount_article(user, now.date())
            raise

    async def articles_today(self) -> int:
        """Return how many articles have been read since midnight UTC, over all users."""
        return await self.usage.articles_on(self.now().date())


def _hours_left(now: dt.datetime) -> int:
    """Return the hours until midnight UTC, rounded up: 1 to 24."""
    midnight = dt.datetime.combine(now.date() + dt.timedelta(days=1), dt.time(), dt.UTC)
    return -((now - midnight) // HOUR)
