"""The tables. Migrations in ``migrations/versions`` bring an older database here."""

from __future__ import annotations

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
)

metadata = MetaData()

articles = Table(
    "articles",
    metadata,
    Column("owner", BigInteger, primary_key=True, autoincrement=False),  # a chat, or 0 for everybody
    Column("id", String(32), primary_key=True),
    Column("added", DateTime(timezone=True), nullable=False),
    Column("title", Text, nullable=False),
    Column("language", String(16), nullable=False),
    Column("published", Date, nullable=True),
    Column("engine", String(64), nullable=False),
    Column("briefing", Text, nullable=False),  # JSON of summaries.Briefing
    Index("articles_by_owner", "owner", "added"),
)

readers = Table(
    "readers",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("language", String(16), nullable=True),
    Column("article", String(32), nullable=True),
    Column("length", String(16), nullable=True),
    Column("previews", Boolean, nullable=True),
    Column("shown", String(16), nullable=True),  # the length of the summary shown last
)

shares = Table(
    "shares",
    metadata,
    Column("token", String(32), primary_key=True),
    Column("owner", BigInteger, nullable=False),
    Column("article", String(32), nullable=False),
    Index("shares_by_article", "owner", "article", unique=True),
)

seeds = Table(
    "seeds",
    metadata,
    Column("name", String(255), primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("article", String(32), nullable=False),
)

turns = Table(
    "turns",
    metadata,
    Column("line", String(64), primary_key=True),  # of messages: all of the bot's, or a chat's
    Column("free", Double, nullable=False),  # when the next may go, in seconds by the database's clock
)

replicas = Table(
    "replicas",
    metadata,
    Column("name", String(255), primary_key=True),
    Column("beats", BigInteger, nullable=False),
)

parts = Table(
    "parts",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("number", BigInteger, primary_key=True, autoincrement=False),  # of the update
    Column("text", Text, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("stopped", Boolean, nullable=False),
)

usage = Table(
    "usage",
    metadata,
    Column(
        "user", BigInteger, primary_key=True, autoincrement=False
    ),  # or the group or channel that somebody spoke for
    Column("day", Date, primary_key=True),  # by UTC
    Column("articles", Integer, nullable=False),
)
