"""The store, on SQLite or any other database that SQLAlchemy has an asynchronous driver for."""

from __future__ import annotations

import datetime as dt
import secrets
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter
from sqlalchemy import delete, event, insert, literal, or_, select, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine

from bot.library import schema
from bot.library.migrations import upgrade
from bot.library.protocols import EVERYBODY, Card, Choices, Kept
from summaries.briefing import Briefing
from summaries.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sqlalchemy import Table
    from sqlalchemy.engine import URL
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

BRIEFINGS: TypeAdapter[Briefing] = TypeAdapter(Briefing)
DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+psycopg"}
TITLE = 300


class Library:
    """The store behind the protocols of `bot.library.protocols`. Raises `StoreError` where the database fails."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def keep(self, owner: int, briefing: Briefing, engine: str) -> None:
        """See `Articles.keep`."""
        async with self.begin() as connection:
            await _keep(connection, owner, briefing, engine)

    async def find(self, chat: int, article: str) -> Kept | None:
        """See `Articles.find`."""
        table = schema.articles
        query = (
            select(table.c.briefing, table.c.engine, table.c.owner)
            .where(table.c.owner.in_((chat, EVERYBODY)), table.c.id == article)
            .order_by(table.c.owner == EVERYBODY)
        )
        async with self.begin() as connection:
            row = (await connection.execute(query)).first()
        return None if row is None else Kept(BRIEFINGS.validate_json(row.briefing), row.engine, row.owner)

    async def list_cards(self, chat: int) -> tuple[Card, ...]:
        """See `Articles.list_cards`."""
        table = schema.articles
        query = (
            select(table.c.id, table.c.title, table.c.language, table.c.published, table.c.owner)
            .where(or_(table.c.owner == chat, table.c.owner == EVERYBODY))
            .order_by(table.c.owner != EVERYBODY, table.c.added, table.c.id)
        )
        async with self.begin() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(Card(row.id, row.title, row.language, row.published, row.owner == EVERYBODY) for row in rows)

    async def remove(self, chat: int, article: str) -> bool:
        """See `Articles.remove`."""
        async with self.begin() as connection:
            return await _drop(connection, owner=chat, article=article) > 0

    async def forget(self, chat: int) -> int:
        """See `Articles.forget`."""
        async with self.begin() as connection:
            await connection.execute(delete(schema.readers).where(schema.readers.c.chat == chat))
            return await _drop(connection, owner=chat)

    async def forget_older(self, than: dt.datetime) -> int:
        """See `Articles.forget_older`."""
        table = schema.articles
        async with self.begin() as connection:
            old = (table.c.owner != EVERYBODY) & (table.c.added < than)
            gone = (await connection.execute(select(table.c.owner, table.c.id).where(old))).all()
            for row in gone:
                await _drop(connection, owner=row.owner, article=row.id)
        return len(gone)

    async def share(self, chat: int, article: str) -> str:
        """See `Shares.share`."""
        table = schema.shares
        async with self.begin() as connection:
            query = select(table.c.token).where(table.c.owner == chat, table.c.article == article)
            token: str | None = (await connection.execute(query)).scalar()
            if token is None:
                token = secrets.token_urlsafe(12)
                await connection.execute(insert(table).values(token=token, owner=chat, article=article))
        return token

    async def find_shared(self, token: str) -> Kept | None:
        """See `Shares.find_shared`."""
        table = schema.shares
        async with self.begin() as connection:
            row = (await connection.execute(select(table).where(table.c.token == token))).first()
        return None if row is None else await self.find(row.owner, row.article)

    async def choices(self, chat: int) -> Choices:
        """See `Readers.choices`."""
        table = schema.readers
        async with self.begin() as connection:
            row = (await connection.execute(select(table).where(table.c.chat == chat))).first()
        return Choices() if row is None else Choices(row.language, row.article, row.length, row.previews, row.shown)

    async def choose_language(self, chat: int, language: str) -> None:
        """See `Readers.choose_language`."""
        await self._choose(chat, language=language)

    async def choose_article(self, chat: int, article: str) -> None:
        """See `Readers.choose_article`."""
        await self._choose(chat, article=article)

    async def choose_length(self, chat: int, length: str) -> None:
        """See `Readers.choose_length`."""
        await self._choose(chat, length=length)

    async def choose_previews(self, chat: int, *, shown: bool) -> None:
        """See `Readers.choose_previews`."""
        await self._choose(chat, previews=shown)

    async def note_shown(self, chat: int, length: str) -> None:
        """See `Readers.note_shown`."""
        await self._choose(chat, shown=length)

    async def _choose(self, chat: int, **choice: str | bool) -> None:
        async with self.begin() as connection:
            await _put(connection, schema.readers, {"chat": chat}, choice)

    async def seed_digests(self) -> dict[str, str]:
        """See `Seeds.seed_digests`."""
        async with self.begin() as connection:
            rows = (await connection.execute(select(schema.seeds.c.name, schema.seeds.c.digest))).all()
        return {row.name: row.digest for row in rows}

    async def keep_seed(self, name: str, digest: str, briefing: Briefing, engine: str) -> None:
        """See `Seeds.keep_seed`."""
        async with self.begin() as connection:
            await _keep(connection, EVERYBODY, briefing, engine)
            values = {"digest": digest, "article": briefing.article.id}
            await _put(connection, schema.seeds, {"name": name}, values)

    async def forget_seeds_but(self, names: set[str]) -> None:
        """See `Seeds.forget_seeds_but`."""
        table = schema.articles
        async with self.begin() as connection:
            await connection.execute(delete(schema.seeds).where(schema.seeds.c.name.not_in(names)))
            wanted = select(schema.seeds.c.article)
            await connection.execute(delete(table).where(table.c.owner == EVERYBODY, table.c.id.not_in(wanted)))

    async def is_there(self) -> bool:
        """Return true; raise `StoreError` while the database does not answer."""
        async with self.begin() as connection:
            return bool(await connection.scalar(select(literal(1))))

    async def close(self) -> None:
        """Let go of the database."""
        await self._engine.dispose()

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncConnection]:
        """Begin a transaction, which ends with the context. Raises `StoreError`."""
        try:
            async with self._engine.begin() as connection:
                yield connection
        except (SQLAlchemyError, OSError) as error:
            raise StoreError from error


async def open_library(address: str) -> Library:
    """Open the store at an SQLAlchemy address and bring its tables up to date. Raises `StoreError`."""
    try:
        engine = create_async_engine(_with_driver(address))
    except (SQLAlchemyError, ImportError) as error:
        raise StoreError from error
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(upgrade)
    except (SQLAlchemyError, OSError) as error:
        await engine.dispose()
        raise StoreError from error
    return Library(engine)


def _with_driver(address: str) -> URL:
    url = make_url(address)
    return url.set(drivername=DRIVERS.get(url.drivername, url.drivername))


def _prepare_sqlite(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")  # readers do not wait for the writer
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA busy_timeout=5000")
    cursor.close()


async def _keep(connection: AsyncConnection, owner: int, briefing: Briefing, engine: str) -> None:
    article = briefing.article
    values = {
        "added": dt.datetime.now(dt.UTC),
        "title": (article.title or article.text)[:TITLE].split("\n", 1)[0],
        "language": article.language,
        "published": article.published,
        "engine": engine,
        "briefing": BRIEFINGS.dump_json(briefing).decode(),
    }
    await _put(connection, schema.articles, {"owner": owner, "id": article.id}, values)


async def _drop(connection: AsyncConnection, *, owner: int, article: str | None = None) -> int:
    """Delete an owner's articles, or one of them, with the links to them; return how many."""
    mine, shared = schema.articles, schema.shares
    one = [] if article is None else [(mine.c.id == article, shared.c.article == article)]
    await connection.execute(delete(shared).where(shared.c.owner == owner, *(link for _, link in one)))
    gone = await connection.execute(delete(mine).where(mine.c.owner == owner, *(row for row, _ in one)))
    return gone.rowcount


async def _put(connection: AsyncConnection, table: Table, key: dict[str, Any], values: dict[str, Any]) -> None:
    """Update the row of a key, or insert it: the one form that every database understands."""
    matches = [table.c[name] == value for name, value in key.items()]
    changed = await connection.execute(update(table).where(*matches).values(**values))
    if changed.rowcount == 0:
        await connection.execute(insert(table).values(**key, **values))
