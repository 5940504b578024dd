"""Updates retried in isolation because they may crash the process; see `bot.delivery.isolation`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete

from bot.library import tables
from bot.library.database import Database, insert_into, transaction

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Trials:
    """See `bot.library.protocols.Trials`."""

    database: Database

    @transaction
    def begin(self, connection: Connection, key: str) -> int:
        """See `Trials.begin`."""
        table = tables.trials
        first = insert_into(connection, table).values(key=key, begun=1)
        more = first.on_conflict_do_update(index_elements=[table.c.key], set_={"begun": table.c.begun + 1})
        return int(connection.execute(more.returning(table.c.begun)).scalar_one())

    @transaction
    def end(self, connection: Connection, key: str) -> None:
        """See `Trials.end`."""
        connection.execute(delete(tables.trials).where(tables.trials.c.key == key))
