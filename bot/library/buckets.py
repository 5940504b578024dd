"""Leaky buckets in the database, by which all replicas agree when the next message may go out.

Each bucket (one for the whole bot, one per chat) is a row that says when it will be empty, by the database's clock, as
in the generic cell rate algorithm (ITU-T I.371). If that clock is adjusted, no bucket blocks for longer than `LONGEST`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Double, case, cast, delete, extract, func, literal, select

from bot.library import tables
from bot.library.database import Database, insert_into, transaction

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

    from bot.library.protocols import Limit

LONGEST = 60.0
"""Longest wait in seconds: anything longer means that the clock was set back, and is ignored."""
ALL = "all"
UNIX_EPOCH = 2440587.5
"""The Julian day on which Unix time begins."""


@dataclass(frozen=True, slots=True)
class Buckets:
    """See `bot.library.protocols.Buckets`."""

    database: Database

    @transaction
    def wait(self, connection: Connection, limits: tuple[Limit, ...]) -> float:
        """See `Buckets.wait`."""
        table = tables.buckets
        now = _now(connection)
        query = select(table.c.key, (table.c.free - now).label("left")).where(
            table.c.key.in_([limit.key for limit in limits])
        )
        left = {row.key: row.left for row in connection.execute(query)}
        waits = [left.get(limit.key, 0.0) - limit.gap * (limit.burst - 1) for limit in limits]
        return max(0.0, 0.0, *(float(wait) for wait in waits if wait <= LONGEST))

    @transaction
    def reserve(self, connection: Connection, gap: float, limits: tuple[Limit, ...]) -> float:
        """See `Buckets.reserve`."""
        now = _now(connection)
        left = _book(connection, ALL, now, gap) - gap
        for limit in limits:
            _book(connection, limit.key, now + max(left, 0.0), limit.gap)
        return max(left, 0.0)

    @transaction
    def prune(self, connection: Connection) -> None:
        """Delete the buckets that have long been empty."""
        connection.execute(delete(tables.buckets).where(tables.buckets.c.free < _now(connection) - LONGEST))


def _book(connection: Connection, key: str, start: Any, gap: float) -> float:
    """Fill a bucket for `gap` more seconds, at the earliest from `start`; return the seconds until it is empty."""
    table = tables.buckets
    is_sound = (table.c.free > start) & (table.c.free < start + LONGEST)
    place = insert_into(connection, table).values(key=key, free=start + gap)
    place = place.on_conflict_do_update(
        index_elements=[table.c.key], set_={"free": case((is_sound, table.c.free), else_=start) + gap}
    )
    booked = connection.execute(place.returning((table.c.free - _now(connection)).label("left")))
    return float(booked.scalar_one())


def _now(connection: Connection) -> ColumnElement[float]:
    """Return the database's clock in seconds."""
    if connection.dialect.name == "postgresql":
        return cast(extract("epoch", func.clock_timestamp()), Double)
    return (func.julianday("now") - literal(UNIX_EPOCH)) * 86400.0
