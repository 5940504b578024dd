"""Online backup of the whole database: articles, preferences and pending updates."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from psycopg import pq
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import OperatorError
from summaries.errors import StoreError


class BackupError(OperatorError):
    """The backup failed; the message says why and what to do."""


def back_up(address: str, target: Path) -> None:
    """Copy the database at an SQLAlchemy URL to a file that must not exist yet. Raises `BackupError`, `StoreError`.

    For SQLite the copy is itself a database, for PostgreSQL an archive for pg_restore. The file appears only once it
    is complete.
    """
    if target.exists():
        raise BackupError(f"{target} already exists. Choose another file name.")
    try:
        url = make_url(address)
    except SQLAlchemyError as error:
        raise StoreError from error
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL, 0o600))  # readers' articles are for the operator alone
        if url.get_backend_name() == "sqlite":
            _copy_sqlite(Path(url.database or ""), part)
        else:
            _dump_postgresql(url, part)
        part.rename(target)
    except OSError as error:
        raise BackupError(f"{target} cannot be written: {error.strerror}.") from error
    finally:
        part.unlink(missing_ok=True)


def _copy_sqlite(file: Path, part: Path) -> None:
    """Copy page by page (https://www.sqlite.org/backup.html); pages written meanwhile are copied again."""
    if not file.is_file():
        raise BackupError(f"There is no database {file}. BOT_DATABASE_URL says where it is.")
    try:
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(part)) as copy:
            source.backup(copy)
            sound = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    except sqlite3.Error as error:
        raise BackupError(f"The database cannot be copied: {error}.") from error
    if not sound:
        raise BackupError("The copy failed its integrity check. Check the disk that holds the database.")


def _dump_postgresql(url: URL, part: Path) -> None:
    """Have pg_dump write a consistent snapshot."""
    program = shutil.which("pg_dump")
    if program is None:
        raise BackupError("pg_dump is missing. It is in the package postgresql-client.")
    command = [program, "--format=custom", "--no-password", f"--file={part}"]
    variables = {"PATH": str(Path(program).parent), **_variables(url)}
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        raise BackupError(f"pg_dump failed: {reason[0]}")


def _variables(url: URL) -> dict[str, str]:
    """Return libpq's PG… variables for an SQLAlchemy URL: as an argument, the password would be visible."""
    said = {key: str(value) for key, value in url.translate_connect_args(username="user", database="dbname").items()}
    said |= {key: value if isinstance(value, str) else ",".join(value) for key, value in url.query.items()}
    names = {option.keyword.decode(): option.envvar for option in pq.Conninfo.get_defaults()}
    return {name.decode(): said[key] for key, name in names.items() if name is not None and key in said}
