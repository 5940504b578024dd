"""The chats that asked to be forgotten, until nothing of theirs is left in the queue or the database files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from bot.library import tables
from bot.library.database import Database, transaction

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Forgotten:
    """See `bot.library.protocols.Forgotten`."""

    database: Database

    @transaction
    def chats(self, connection: Connection) -> dict[int, int]:
        """See `Forgotten.chats`."""
        return {row.chat: row.update for row in connection.execute(select(tables.forgotten))}

    @transaction
    def done(self, connection: Connection, chat: int) -> None:
        """See `Forgotten.done`."""
        connection.execute(delete(tables.forgotten).where(tables.forgotten.c.chat == chat))

    async def erase(self) -> bool:
        """See `Forgotten.erase`."""
        return await self.database.erase()
