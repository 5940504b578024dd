"""What has to outlive an answer: the parts of a text that is still coming, and the wish to stop a reading."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update

from bot.library import schema
from bot.library.store import Library


@dataclass(frozen=True, slots=True)
class Conversations:
    """See `bot.library.protocols.Conversations`."""

    library: Library

    async def add_part(self, chat: int, number: int, text: str) -> None:
        """See `Conversations.add_part`."""
        table = schema.parts
        async with self.library.begin() as connection:
            await connection.execute(delete(table).where(table.c.chat == chat, table.c.number == number))
            await connection.execute(insert(table).values(chat=chat, number=number, text=text))

    async def parts(self, chat: int) -> dict[int, str]:
        """See `Conversations.parts`."""
        table = schema.parts
        query = select(table.c.number, table.c.text).where(table.c.chat == chat).order_by(table.c.number)
        async with self.library.begin() as connection:
            return {row.number: row.text for row in await connection.execute(query)}

    async def drop_parts(self, chat: int) -> None:
        """See `Conversations.drop_parts`."""
        async with self.library.begin() as connection:
            await connection.execute(delete(schema.parts).where(schema.parts.c.chat == chat))

    async def begin_reading(self, chat: int) -> None:
        """See `Conversations.begin_reading`."""
        table = schema.readings
        async with self.library.begin() as connection:
            await connection.execute(delete(table).where(table.c.chat == chat))
            await connection.execute(insert(table).values(chat=chat, stopped=False))

    async def end_reading(self, chat: int) -> None:
        """See `Conversations.end_reading`."""
        async with self.library.begin() as connection:
            await connection.execute(delete(schema.readings).where(schema.readings.c.chat == chat))

    async def stop_reading(self, chat: int) -> bool:
        """See `Conversations.stop_reading`."""
        table = schema.readings
        async with self.library.begin() as connection:
            stop = update(table).where(table.c.chat == chat, table.c.stopped.is_(False)).values(stopped=True)
            return (await connection.execute(stop)).rowcount > 0

    async def is_stopped(self, chat: int) -> bool:
        """See `Conversations.is_stopped`."""
        table = schema.readings
        async with self.library.begin() as connection:
            stopped = await connection.scalar(select(table.c.stopped).where(table.c.chat == chat))
        return bool(stopped)
