"""Those whom the operator has not let in."""

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
    """Gets every update of somebody who is not allowed, and must be the first handler: no other gets it then."""

    __slots__ = ("_access",)

    def __init__(self, access: Access) -> None:
        super().__init__(turn_away)
        self._access = access

    def check_update(self, update: object) -> bool:
        """Tell whether an update is a stranger's."""
        return isinstance(update, Update) and not self._access.allows(ids_of(update))


async def turn_away(update: Update, _: Context) -> None:
    """Say nothing in a group, where others talk to each other; elsewhere raise `NotAllowed`."""
    if (
        update.effective_message
        and not update.callback_query
        and update.effective_message.chat.type != ChatType.PRIVATE
    ):
        return
    raise NotAllowed(number=sender_of(update))
