"""Turns away users whom the operator has not allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import BaseHandler

from bot.access import ids_of, sender_of
from bot.errors import NotAllowed

if TYPE_CHECKING:
    from bot.access import Access
    from bot.context import Context


class AllowlistHandler(BaseHandler[Update, "Context", None]):
    """Handles every update from somebody not allowed; as the first handler, it keeps it from all others."""

    __slots__ = ("_access",)

    def __init__(self, access: Access) -> None:
        super().__init__(turn_away)
        self._access = access

    def check_update(self, update: object) -> bool:
        """Return whether an update comes from somebody not allowed."""
        return isinstance(update, Update) and not self._access.allows(ids_of(update))


async def turn_away(update: Update, _: Context) -> None:
    """Stay silent in a group, where people talk to each other; elsewhere raise `NotAllowed`."""
    if (
        update.effective_message
        and not update.callback_query
        and update.effective_message.chat.type != ChatType.PRIVATE
    ):
        return
    raise NotAllowed(number=sender_of(update))
