"""The store: articles with their briefings, and the preferences of chats."""

from __future__ import annotations

import datetime as dt
import logging
import secrets
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter
from sqlalchemy import String, and_, cast, delete, func, select, union, update

from bot.library import tables
from bot.library.database import Database, insert_into, open_database, transaction
from bot.library.protocols import EVERYBODY, Card, Choices, StoredBriefing, Total
from summaries.briefing import Briefing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Table

log = logging.getLogger(__name__)

BRIEFINGS: TypeAdapter[Briefing] = TypeAdapter(Briefing)
TITLE = 300
DAMAGED = "damaged"
"""The engine value of a row that cannot be read. Reading the same article again replaces it."""
REMEMBERED = 500_000
"""Size limit, in characters of JSON, of briefings cached in memory."""
OLDEST_FIRST = (tables.articles.c.owner != EVERYBODY, tables.articles.c.added, tables.articles.c.id)
"""The seeds, then a chat's own articles."""


@dataclass(frozen=True, slots=True)
class Library:
    """Implements the protocols in `bot.library.protocols`. Raises `StoreError` when the database fails."""

    database: Database

    @transaction
    def keep(self, connection: Connection, owner: int, briefing: Briefing, engine: str) -> None:
        """See `Articles.keep`."""
        _keep(connection, owner, briefing, engine)

    @transaction
    def find(self, connection: Connection, chat: int, article: str) -> StoredBriefing | None:
        """See `Articles.find`."""
        return _find(connection, chat, article)

    @transaction
    def current_id(self, connection: Connection, chat: int, languages: Sequence[str]) -> str | None:
        """See `Articles.current_id`."""
        return _current_id(connection, chat, languages)

    @transaction
    def find_current(self, connection: Connection, chat: int, languages: Sequence[str]) -> StoredBriefing | None:
        """See `Articles.find_current`."""
        while article := _current_id(connection, chat, languages):
            if kept := _find(connection, chat, article):
                return kept
        return None

    @transaction
    def list_cards(self, connection: Connection, chat: int) -> tuple[Card, ...]:
        """See `Articles.list_cards`."""
        table = tables.articles
        query = (
            select(
                table.c.id,
                table.c.title,
                table.c.language,
                cast(table.c.published, String).label("day"),
                table.c.owner,
                table.c.number,
            )
            .where(_is_visible_to(chat))
            .order_by(*OLDEST_FIRST)
        )
        rows = connection.execute(query).all()
        seeds = {row.id: number for number, row in enumerate((r for r in rows if r.owner == EVERYBODY), start=1)}
        # a chat's own copy of a seed takes its place and its number
        cards = {row.id: _card(row, seeds.get(row.id, len(seeds) + row.number)) for row in rows}
        return tuple(cards.values())

    @transaction
    def remove(self, connection: Connection, chat: int, article: str) -> bool:
        """See `Articles.remove`."""
        table = tables.articles
        there = (table.c.owner == chat) & (table.c.id == article) & table.c.removed.is_(None)
        return connection.execute(update(table).where(there).values(removed=dt.datetime.now(dt.UTC))).rowcount > 0

    @transaction
    def restore(self, connection: Connection, chat: int, article: str) -> bool:
        """See `Articles.restore`."""
        table = tables.articles
        gone = (table.c.owner == chat) & (table.c.id == article) & table.c.removed.is_not(None)
        return connection.execute(update(table).where(gone).values(removed=None)).rowcount > 0

    @transaction
    def forget_removed(self, connection: Connection, before: dt.datetime) -> int:
        """See `Articles.forget_removed`."""
        return _drop_all(connection, tables.articles.c.removed < before)

    @transaction
    def forget(self, connection: Connection, chat: int, update: int) -> int:
        """See `Articles.forget`."""
        for table in (tables.readers, tables.parts, tables.readings, tables.topics):
            connection.execute(delete(table).where(table.c.chat == chat))
        _put(connection, tables.forgotten, {"chat": chat}, {"update": update})
        _parse.cache_clear()
        return _drop(connection, owner=chat)

    @transaction
    def move_chat(self, connection: Connection, old: int, new: int) -> None:
        """See `Articles.move_chat`."""
        for table, column in ((tables.articles, "owner"), (tables.shares, "owner"), (tables.readers, "chat")):
            key = table.c[column]
            if connection.scalar(select(func.count()).where(key == new)) == 0:
                connection.execute(update(table).where(key == old).values({column: new}))

    @transaction
    def forget_older(self, connection: Connection, than: dt.datetime) -> int:
        """See `Articles.forget_older`."""
        table = tables.articles
        return _drop_all(connection, (table.c.owner != EVERYBODY) & (table.c.added < than))

    @transaction
    def share(self, connection: Connection, chat: int, article: str) -> str:
        """Return a token that gives everybody access to an article that this chat sees."""
        table = tables.shares
        new = insert_into(connection, table).values(token=secrets.token_urlsafe(12), owner=chat, article=article)
        connection.execute(new.on_conflict_do_nothing(index_elements=[table.c.owner, table.c.article]))
        query = select(table.c.token).where(table.c.owner == chat, table.c.article == article)
        token: str = connection.execute(query).scalar_one()
        return token

    @transaction
    def find_shared(self, connection: Connection, token: str) -> StoredBriefing | None:
        """Return the briefing shared under a token, or ``None`` if the article is no longer stored."""
        table = tables.shares
        row = connection.execute(select(table).where(table.c.token == token)).first()
        return None if row is None else _find(connection, row.owner, row.article)

    @transaction
    def choices(self, connection: Connection, chat: int) -> Choices:
        """See `Readers.choices`."""
        table = tables.readers
        row = connection.execute(select(table).where(table.c.chat == chat)).first()
        return Choices() if row is None else Choices(row.language, row.article, row.length, row.previews, row.shown)

    async def choose_language(self, chat: int, language: str) -> None:
        """See `Readers.choose_language`."""
        await self._choose(chat, {"language": language})

    async def choose_article(self, chat: int, article: str) -> None:
        """See `Readers.choose_article`."""
        await self._choose(chat, {"article": article})

    async def choose_length(self, chat: int, length: str) -> None:
        """See `Readers.choose_length`."""
        await self._choose(chat, {"length": length})

    async def choose_previews(self, chat: int, *, shown: bool) -> None:
        """See `Readers.choose_previews`."""
        await self._choose(chat, {"previews": shown})

    async def note_shown(self, chat: int, length: str) -> None:
        """See `Readers.note_shown`."""
        await self._choose(chat, {"shown": length})

    @transaction
    def _choose(self, connection: Connection, chat: int, choice: dict[str, str | bool]) -> None:
        _put(connection, tables.readers, {"chat": chat}, choice)

    @transaction
    def seed_digests(self, connection: Connection) -> dict[str, str]:
        """See `Seeds.seed_digests`."""
        rows = connection.execute(select(tables.seeds.c.name, tables.seeds.c.digest)).all()
        return {row.name: row.digest for row in rows}

    @transaction
    def keep_seed(self, connection: Connection, name: str, digest: str, briefing: Briefing, engine: str) -> None:
        """See `Seeds.keep_seed`."""
        _keep(connection, EVERYBODY, briefing, engine)
        values = {"digest": digest, "article": briefing.article.id}
        _put(connection, tables.seeds, {"name": name}, values)

    @transaction
    def forget_seeds_but(self, connection: Connection, names: set[str]) -> None:
        """See `Seeds.forget_seeds_but`."""
        table = tables.articles
        connection.execute(delete(tables.seeds).where(tables.seeds.c.name.not_in(names)))
        wanted = select(tables.seeds.c.article)
        connection.execute(delete(table).where(table.c.owner == EVERYBODY, table.c.id.not_in(wanted)))

    @transaction
    def totals(self, connection: Connection) -> Total:
        """Return how much is stored for all chats."""
        own, readers = tables.articles.c.owner, tables.readers.c.chat
        articles = select(func.count()).where(own != EVERYBODY)
        chats = union(select(own).where(own != EVERYBODY), select(readers)).subquery()
        damaged = select(func.count()).where(tables.articles.c.engine == DAMAGED)
        return Total(
            connection.scalar(articles) or 0,
            connection.scalar(select(func.count()).select_from(chats)) or 0,
            connection.scalar(damaged) or 0,
        )

    async def close(self) -> None:
        """Close the database."""
        await self.database.close()


async def open_library(address: str) -> Library:
    """Open the store at an SQLAlchemy URL and migrate it. Raises `StoreError` and `DatabaseError`."""
    return Library(await open_database(address))


def _is_visible_to(chat: int) -> ColumnElement[bool]:
    table = tables.articles
    return and_(table.c.owner.in_((chat, EVERYBODY)), table.c.engine != DAMAGED, table.c.removed.is_(None))


def _current_id(connection: Connection, chat: int, languages: Sequence[str]) -> str | None:
    table, readers = tables.articles, tables.readers
    chosen = select(readers.c.article).where(readers.c.chat == chat).scalar_subquery()
    preferred = (table.c.language != language for language in languages)
    query = (
        select(table.c.id)
        .where(_is_visible_to(chat))
        .order_by(func.coalesce(table.c.id != chosen, True), *preferred, *OLDEST_FIRST)
    )
    return connection.scalar(query.limit(1))


def _find(connection: Connection, chat: int, article: str) -> StoredBriefing | None:
    table = tables.articles
    query = (
        select(table.c.briefing, table.c.engine, table.c.owner)
        .where(_is_visible_to(chat), table.c.id == article)
        .order_by(table.c.owner == EVERYBODY)
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    try:
        return _kept(row)
    except ValueError:
        log.error("An article in the database is damaged; it is set aside")  # noqa: TRY400 - a traceback may hold a reader's text
        damaged = (table.c.owner == row.owner) & (table.c.id == article)
        connection.execute(update(table).where(damaged).values(engine=DAMAGED))
        return None


def _card(row: Row[Any, Any, Any, Any, Any, Any], number: int) -> Card:
    try:
        published = dt.date.fromisoformat(row.day) if row.day else None
    except ValueError:
        published = None
    return Card(row.id, str(row.title), str(row.language), published, row.owner == EVERYBODY, number)


def _keep(connection: Connection, owner: int, briefing: Briefing, engine: str) -> None:
    article = briefing.article
    values = {
        "added": dt.datetime.now(dt.UTC),
        "title": (article.title or article.text)[:TITLE].split("\n", 1)[0],
        "language": article.language,
        "published": article.published,
        "engine": engine,
        "briefing": BRIEFINGS.dump_json(briefing).decode(),
        "removed": None,
    }
    table = tables.articles
    following = select(func.coalesce(func.max(table.c.number), 0) + 1).where(table.c.owner == owner)
    new = {"number": connection.scalar(following)}
    _put(connection, table, {"owner": owner, "id": article.id}, values, new)


def _drop(connection: Connection, *, owner: int, article: str | None = None) -> int:
    """Delete all of an owner's articles, or just one, with their share links; return how many."""
    mine, shared = tables.articles, tables.shares
    one = [] if article is None else [(mine.c.id == article, shared.c.article == article)]
    connection.execute(delete(shared).where(shared.c.owner == owner, *(link for _, link in one)))
    gone = connection.execute(delete(mine).where(mine.c.owner == owner, *(row for row, _ in one)))
    return gone.rowcount


def _drop_all(connection: Connection, which: ColumnElement[bool]) -> int:
    """Delete the articles that match a condition, with their share links; return how many."""
    gone = connection.execute(select(tables.articles.c.owner, tables.articles.c.id).where(which)).all()
    for row in gone:
        _drop(connection, owner=row.owner, article=row.id)
    return len(gone)


def _put(
    connection: Connection, table: Table, key: dict[str, Any], values: dict[str, Any], new: dict[str, Any] | None = None
) -> None:
    """Insert the row of a key, or update it; `new` holds further values for an insert only."""
    row = insert_into(connection, table).values(**key, **values, **(new or {}))
    connection.execute(row.on_conflict_do_update(index_elements=[*key], set_=values))


def _kept(row: Row[Any, Any, Any]) -> StoredBriefing:
    stored = row.briefing
    parse = _parse if len(stored) < REMEMBERED else BRIEFINGS.validate_json
    return StoredBriefing(parse(stored), row.engine, row.owner)


@lru_cache(maxsize=64)
def _parse(stored: str) -> Briefing:
    return BRIEFINGS.validate_json(stored)
