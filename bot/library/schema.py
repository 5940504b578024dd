"""The tables. Migrations in ``migrations/versions`` bring an older database here."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, DateTime, Index, MetaData, String, Table, Text

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
