"""Who may use the bot, and for how many articles a day."""

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
"""What keeps an article from being read before that has taken any work."""


@dataclass(frozen=True, slots=True)
class Access:
    """What the operator allows. Users and chats are Telegram's ids; those of groups are negative."""

    allowed: frozenset[int] = frozenset()
    """Who may use the bot: users everywhere, groups for all of their members. Empty: everybody."""
    admins: frozenset[int] = frozenset()
    """Who may always, without a limit, and may ask for the bot's status."""
    daily: int = 0
    """How many new articles a user may have in a day by UTC; 0: any number."""

    def allows(self, ids: frozenset[int]) -> bool:
        """Tell whether the bot answers somebody who has one of these ids."""
        return not self.allowed or bool(ids & (self.allowed | self.admins))

    def is_admin(self, ids: frozenset[int]) -> bool:
        """Tell whether one of these ids is an admin's."""
        return bool(ids & self.admins)

    def limit(self, ids: frozenset[int]) -> int:
        """Return how many new articles a day somebody who has one of these ids may have; 0: any number."""
        return 0 if self.is_admin(ids) else self.daily


OPEN = Access()
"""Everybody may, without a limit."""


def ids_of(update: Update) -> frozenset[int]:
    """Return the ids that an update is allowed by: those of its sender and of its chat."""
    return frozenset(who.id for who in (update.effective_sender, update.effective_chat) if who)


def sender_of(update: Update) -> int:
    """Return the id of who sent an update.

    It is the group's or channel's where somebody speaks in its name: Telegram gives all such senders one user.
    """
    sender = update.effective_sender
    return sender.id if sender else 0


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Quota:
    """Counts the articles that are read for each user. What is only opened, such as a shared one, is not counted."""

    access: Access
    usage: Usage
    now: Callable[[], dt.datetime] = _utc_now

    @asynccontextmanager
    async def counting(self, update: Update) -> AsyncIterator[None]:
        """Count the article that is read within the context for who sent an update.

        One that fails counts too, for it takes as much work; only what could not be loaded at all does not.

        An update that is answered again after the process was killed is not counted again, unless that came in the
        moment between the count and the note that it was made. Raises `TooManyToday`.
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
        """Return how many articles have been read for all users since midnight by UTC."""
        return await self.usage.articles_on(self.now().date())


def _hours_left(now: dt.datetime) -> int:
    """Return the hours until the next day by UTC, rounded up: 1 to 24."""
    midnight = dt.datetime.combine(now.date() + dt.timedelta(days=1), dt.time(), dt.UTC)
    return -((now - midnight) // HOUR)
