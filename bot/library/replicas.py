"""The replicas that share the database, and their heartbeats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from bot.library import tables
from bot.library.database import Database, insert_into, transaction

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Replicas:
    """See `bot.library.protocols.Replicas`."""

    database: Database

    @transaction
    def beat(self, connection: Connection, name: str) -> dict[str, int]:
        """See `Replicas.beat`."""
        table = tables.replicas
        first = insert_into(connection, table).values(name=name, beats=1)
        connection.execute(
            first.on_conflict_do_update(index_elements=[table.c.name], set_={"beats": table.c.beats + 1})
        )
        rows = connection.execute(select(table)).all()
        return {row.name: row.beats for row in rows}

    @transaction
    def forget(self, connection: Connection, name: str) -> None:
        """See `Replicas.forget`."""
        connection.execute(delete(tables.replicas).where(tables.replicas.c.name == name))
