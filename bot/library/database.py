"""The database, SQLite or PostgreSQL: transactions run in threads of their own, so the event loop never blocks.

Synchronous connections in threads take a third of the CPU time of SQLAlchemy's asynchronous ones, which switch threads
several times per query, or stack two schedulers.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import update_wrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import Engine, create_engine, event, literal, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from bot.errors import OperatorError
from bot.library.migrations import UnknownVersionError, upgrade
from summaries.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from sqlalchemy import Connection, Table
    from sqlalchemy.engine import URL

DRIVERS = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
NAMES = {"postgresql": "PostgreSQL", "sqlite": "SQLite"}
AT_ONCE = 4
"""Concurrent transactions. The rest queue up in order, which is fairer than SQLite's busy retries."""
SOON_NOTICED = {
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}
"""libpq options, in seconds and milliseconds: without them a silent server would block a thread for minutes."""

P = ParamSpec("P")
Result = TypeVar("Result")


class DatabaseError(OperatorError):
    """The database cannot be used as it is; the message says why and what to do."""


class Database:
    """A pool of connections, and the threads that use them."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="database")

    async def run(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work` in one transaction and return its result. Raises `StoreError`."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._transact, work)

    def _transact(self, work: Callable[[Connection], Result]) -> Result:
        try:
            with self._engine.begin() as connection:
                return work(connection)
        except (SQLAlchemyError, OSError) as error:
            if is_gone(error):
                raise StoreError from error
            raise

    @property
    def kind(self) -> str:
        """``SQLite`` or ``PostgreSQL``."""
        return NAMES.get(self._engine.dialect.name, self._engine.dialect.name)

    async def is_there(self) -> bool:
        """Return true; raise `StoreError` while the database does not answer."""
        return await self.run(lambda connection: connection.scalar(select(literal(1))) == 1)

    async def erase(self) -> bool:
        """Purge deleted rows from the database files; return false if that has to be retried.

        SQLite overwrites what it deletes, but older versions of a page stay in the write-ahead log until a checkpoint.
        PostgreSQL is vacuumed; its write-ahead log is up to the operator, like backups.
        """
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._erase)

    def _erase(self) -> bool:
        try:
            with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                if connection.dialect.name != "sqlite":
                    connection.exec_driver_sql("VACUUM")
                    return True
                is_busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar()
                return not is_busy
        except (SQLAlchemyError, OSError) as error:
            if is_gone(error):
                raise StoreError from error
            raise

    async def flush(self) -> None:
        """Return once everything committed so far would survive a power failure. Raises `StoreError`.

        PostgreSQL sees to that by itself. SQLite waits for the disk at checkpoints only (``synchronous=NORMAL``): at
        each commit that takes milliseconds, during which nobody else can write. So its log is written out here, once
        for many commits.
        """
        if self._engine.dialect.name == "sqlite":
            await asyncio.get_running_loop().run_in_executor(self._threads, self._write_out)

    def _write_out(self) -> None:
        try:
            with self._engine.connect() as connection:
                file = connection.exec_driver_sql("PRAGMA database_list").all()[0].file
                with suppress(FileNotFoundError), Path(f"{file}-wal").open("r+b") as log:
                    os.fsync(log.fileno())
        except (SQLAlchemyError, OSError) as error:
            raise StoreError from error

    async def close(self) -> None:
        """Close all connections."""
        self._threads.shutdown()
        self._engine.dispose()


def is_gone(error: Exception) -> bool:
    """Return whether an error means that the database is, perhaps for a while, unreachable or not writable."""
    return isinstance(error, OperationalError | InterfaceError | PoolTimeoutError | OSError)


class _Holder(Protocol):
    @property
    def database(self) -> Database: ...


Self = TypeVar("Self", bound=_Holder)


def transaction(
    work: Callable[Concatenate[Self, Connection, P], Result],
) -> Callable[Concatenate[Self, P], Coroutine[Any, Any, Result]]:
    """Turn a method that takes a connection into a coroutine method that runs in a transaction of its own."""

    async def run(self: Self, /, *args: P.args, **kwargs: P.kwargs) -> Result:
        return await self.database.run(lambda connection: work(self, connection, *args, **kwargs))

    update_wrapper(run, work)
    return run


def insert_into(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """Return an INSERT of the connection's dialect, which supports ON CONFLICT."""
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)


async def open_database(address: str) -> Database:
    """Open the database at an SQLAlchemy URL and migrate it to the current schema.

    Raises `StoreError` if it cannot be reached, and `DatabaseError` if this version cannot use it.
    """
    try:
        url = _with_driver(address)
        engine = create_engine(url, pool_size=AT_ONCE, max_overflow=0, **_options(url))
    except (SQLAlchemyError, ImportError, TypeError) as error:
        raise StoreError from error
    if _is_sqlite(url):
        _make_private(url.database or "")
        event.listen(engine, "connect", _prepare_sqlite)
    database = Database(engine)
    try:
        await database.run(upgrade)
    except StoreError:
        await database.close()
        raise
    except UnknownVersionError as error:
        await database.close()
        raise DatabaseError(f"The database is too new: {error}. Start a newer version of the bot.") from error
    except (SQLAlchemyError, ValueError) as error:
        await database.close()
        raise DatabaseError(_damage(error)) from error
    return database


def _damage(error: Exception) -> str:
    """Return a message about a database that exists but cannot be used."""
    reason = type(error.__cause__ or error).__name__
    return (
        f"The database that BOT_DATABASE_URL names is damaged, or not a database of this bot ({reason}). "
        "Move it away and restore a backup (deploy/OPERATIONS.md), or name another file to start afresh."
    )


def _with_driver(address: str) -> URL:
    url = make_url(address)
    return url.set(drivername=DRIVERS.get(url.drivername, url.drivername))


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _make_private(name: str) -> None:
    """Create the database file if needed, readable by its owner only; SQLite's logs inherit its permissions."""
    if not name or name.startswith((":", "file:")):
        return
    with suppress(OSError):  # a folder that cannot be used is reported when the database is opened
        os.close(os.open(name, os.O_RDWR | os.O_CREAT, 0o600))
        for suffix in ("", "-wal", "-shm"):
            file = Path(name + suffix)
            if file.exists():
                file.chmod(0o600)


def _options(url: URL) -> dict[str, Any]:
    if _is_sqlite(url):
        return {}
    wished = {name: value for name, value in SOON_NOTICED.items() if name not in url.query}
    return {"pool_pre_ping": True, "connect_args": wished}


@event.listens_for(Engine, "connect")
def _prepare_all(connection: Any, _: object) -> None:
    """Have SQLite overwrite deleted content with zeros and leave syncing to `flush`, on the queue's connections too."""
    if isinstance(connection, sqlite3.Connection):
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("PRAGMA synchronous=NORMAL")


def _prepare_sqlite(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA busy_timeout=5000")
    cursor.execute("PRAGMA journal_mode=WAL")  # readers do not wait for the writer
    cursor.close()
