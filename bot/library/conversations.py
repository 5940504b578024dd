"""State that outlives a single update: parts of a text still arriving, requests to stop a reading, what was asked."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, select, update

from bot.library import tables
from bot.library.database import Database, insert_into, transaction
from bot.library.protocols import Part, Topic

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection

TOPIC_KEPT = dt.timedelta(days=1)
"""For so long the reader is told that what is asked is kept."""


@dataclass(frozen=True, slots=True)
class Conversations:
    """See `bot.library.protocols.Conversations`."""

    database: Database

    @transaction
    def add_part(self, connection: Connection, chat: int, number: int, part: Part) -> None:
        """See `Conversations.add_part`."""
        table = tables.parts
        row = insert_into(connection, table).values(chat=chat, number=number, text=part.text, origin=part.origin)
        connection.execute(row.on_conflict_do_nothing(index_elements=[table.c.chat, table.c.number]))

    @transaction
    def parts(self, connection: Connection, chat: int) -> dict[int, Part]:
        """See `Conversations.parts`."""
        table = tables.parts
        query = select(table).where(table.c.chat == chat).order_by(table.c.number)
        return {row.number: Part(row.text, row.origin) for row in connection.execute(query)}

    @transaction
    def drop_parts(self, connection: Connection, chat: int, numbers: Collection[int]) -> None:
        """See `Conversations.drop_parts`."""
        table = tables.parts
        connection.execute(delete(table).where(table.c.chat == chat, table.c.number.in_(numbers)))

    @transaction
    def begin_reading(self, connection: Connection, chat: int) -> None:
        """See `Conversations.begin_reading`."""
        table = tables.readings
        reading = insert_into(connection, table).values(chat=chat, stopped=False)
        connection.execute(reading.on_conflict_do_update(index_elements=[table.c.chat], set_={"stopped": False}))

    @transaction
    def end_reading(self, connection: Connection, chat: int) -> None:
        """See `Conversations.end_reading`."""
        connection.execute(delete(tables.readings).where(tables.readings.c.chat == chat))

    @transaction
    def stop_reading(self, connection: Connection, chat: int) -> bool:
        """See `Conversations.stop_reading`."""
        table = tables.readings
        stop = update(table).where(table.c.chat == chat, table.c.stopped.is_(False)).values(stopped=True)
        return connection.execute(stop).rowcount > 0

    @transaction
    def is_stopped(self, connection: Connection, chat: int) -> bool:
        """See `Conversations.is_stopped`."""
        table = tables.readings
        stopped = connection.scalar(select(table.c.stopped).where(table.c.chat == chat))
        return bool(stopped)

    @transaction
    def note_topic(self, connection: Connection, chat: int, topic: Topic | None) -> None:
        """See `Conversations.note_topic`."""
        table = tables.topics
        if topic is None:
            connection.execute(delete(table).where(table.c.chat == chat))
            return
        values = {"asked": dt.datetime.now(dt.UTC), **asdict(topic)}
        row = insert_into(connection, table).values(chat=chat, **values)
        connection.execute(row.on_conflict_do_update(index_elements=[table.c.chat], set_=values))

    @transaction
    def topic(self, connection: Connection, chat: int) -> Topic | None:
        """See `Conversations.topic`."""
        table = tables.topics
        query = select(table).where(table.c.chat == chat, table.c.asked >= dt.datetime.now(dt.UTC) - TOPIC_KEPT)
        row = connection.execute(query).first()
        return None if row is None else Topic(row.article, row.view, row.argument)

    @transaction
    def forget_topics(self, connection: Connection, before: dt.datetime) -> None:
        """See `Conversations.forget_topics`."""
        connection.execute(delete(tables.topics).where(tables.topics.c.asked < before))
