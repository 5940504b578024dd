"""How many articles were read for each user on each day (UTC)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select, update

from bot.library import tables
from bot.library.database import Database, insert_into, transaction

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Usage:
    """See `bot.library.protocols.Usage`."""

    database: Database

    @transaction
    def count_article(self, connection: Connection, user: int, day: dt.date, most: int) -> bool:
        """See `Usage.count_article`. A single statement, because another replica may count at the same time."""
        table = tables.usage
        one = insert_into(connection, table).values(user=user, day=day, articles=1)
        more = one.on_conflict_do_update(
            index_elements=[table.c.user, table.c.day],
            set_={"articles": table.c.articles + 1},
            where=table.c.articles < most if most else None,
        )
        return connection.execute(more.returning(table.c.articles)).first() is not None

    @transaction
    def discount_article(self, connection: Connection, user: int, day: dt.date) -> None:
        """See `Usage.discount_article`."""
        table = tables.usage
        counted = (table.c.user == user) & (table.c.day == day) & (table.c.articles > 0)
        connection.execute(update(table).where(counted).values(articles=table.c.articles - 1))

    @transaction
    def articles_on(self, connection: Connection, day: dt.date) -> int:
        """See `Usage.articles_on`."""
        table = tables.usage
        return int(connection.scalar(select(func.sum(table.c.articles)).where(table.c.day == day)) or 0)

    @transaction
    def forget_usage(self, connection: Connection, before: dt.date) -> int:
        """See `Usage.forget_usage`."""
        return connection.execute(delete(tables.usage).where(tables.usage.c.day < before)).rowcount
