"""The replicas that share the database, and the beats by which each shows that it lives."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update

from bot.library import schema
from bot.library.store import Library


@dataclass(frozen=True, slots=True)
class Replicas:
    """See `bot.library.protocols.Replicas`."""

    library: Library

    async def beat(self, name: str) -> dict[str, int]:
        """See `Replicas.beat`."""
        table = schema.replicas
        async with self.library.begin() as connection:
            count = update(table).where(table.c.name == name).values(beats=table.c.beats + 1)
            if (await connection.execute(count)).rowcount == 0:
                await connection.execute(insert(table).values(name=name, beats=1))
            rows = (await connection.execute(select(table))).all()
        return {row.name: row.beats for row in rows}

    async def forget(self, name: str) -> None:
        """See `Replicas.forget`."""
        async with self.library.begin() as connection:
            await connection.execute(delete(schema.replicas).where(schema.replicas.c.name == name))
