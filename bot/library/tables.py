"""The current schema. The migrations in ``migrations/versions`` bring older databases up to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Double,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

if TYPE_CHECKING:
    from sqlalchemy import Dialect

metadata = MetaData()
REFUSED = re.compile("[\x00\ud800-\udfff]")
"""NUL, which PostgreSQL rejects, and lone surrogates, which every database rejects."""


class _Clean(TypeDecorator[str]):
    """Text from outside, stripped of the characters that databases reject."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the value to write or compare with."""
        return value and REFUSED.sub("", value)


class Name(_Clean):
    """Text with a maximum length in characters."""

    cache_ok = True


class Words(_Clean):
    """Text of any length."""

    impl = Text
    cache_ok = True


articles = Table(
    "articles",
    metadata,
    Column("owner", BigInteger, primary_key=True, autoincrement=False),  # a chat, or 0 for everybody
    Column("id", Name(32), primary_key=True),
    Column("added", DateTime(timezone=True), nullable=False),
    Column("title", Words, nullable=False),
    Column("language", Name(16), nullable=False),
    Column("published", Date, nullable=True),
    Column("engine", Name(64), nullable=False),
    Column("briefing", Words, nullable=False),  # JSON of summaries.Briefing
    Column("number", Integer, nullable=False, server_default="0"),  # among its owner's, fixed while it is stored
    Column("removed", DateTime(timezone=True), nullable=True),  # by its owner, who can undo that for a while
    Index("articles_by_owner", "owner", "added"),
)

readers = Table(
    "readers",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("language", Name(16), nullable=True),
    Column("article", Name(32), nullable=True),
    Column("length", Name(16), nullable=True),
    Column("previews", Boolean, nullable=True),
    Column("shown", Name(16), nullable=True),  # the length of the summary shown last
)

shares = Table(
    "shares",
    metadata,
    Column("token", Name(32), primary_key=True),
    Column("owner", BigInteger, nullable=False),
    Column("article", Name(32), nullable=False),
    Index("shares_by_article", "owner", "article", unique=True),
)

seeds = Table(
    "seeds",
    metadata,
    Column("name", Name(255), primary_key=True),
    Column("digest", Name(64), nullable=False),
    Column("article", Name(32), nullable=False),
)

buckets = Table(
    "buckets",
    metadata,
    Column("key", Name(64), primary_key=True),  # "all", or one for a chat
    Column("free", Double, nullable=False),  # when the bucket is empty, in seconds by the database's clock
)

replicas = Table(
    "replicas",
    metadata,
    Column("name", Name(255), primary_key=True),
    Column("beats", BigInteger, nullable=False),
)

parts = Table(
    "parts",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("number", BigInteger, primary_key=True, autoincrement=False),  # of the update
    Column("text", Words, nullable=False),
    Column("origin", Name(255), nullable=False, server_default=""),
)

readings = Table(
    "readings",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("stopped", Boolean, nullable=False),
)

topics = Table(
    "topics",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("asked", DateTime(timezone=True), nullable=False),
    Column("article", Name(32), nullable=False),
    Column("view", Name(16), nullable=False),
    Column("argument", Words, nullable=False),
)

usage = Table(
    "usage",
    metadata,
    Column(
        "user", BigInteger, primary_key=True, autoincrement=False
    ),  # or the group or channel in whose name the update was sent
    Column("day", Date, primary_key=True),  # by UTC
    Column("articles", Integer, nullable=False),
)

trials = Table(
    "trials",
    metadata,
    Column("key", Name(255), primary_key=True),  # the workflow id of an update in the queue
    Column("begun", Integer, nullable=False),
)

forgotten = Table(
    "forgotten",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("update", BigInteger, nullable=False),  # the id of the update that asked for it
)
