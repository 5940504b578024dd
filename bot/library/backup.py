"""A copy of the whole database, made while the bot runs: articles, choices, and the updates that wait."""

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
    """No copy was made; the message says why and what to do."""


def back_up(address: str, target: Path) -> None:
    """Copy the database at an SQLAlchemy address to a file that does not exist yet. Raises `BackupError`.

    SQLite's copy is a database itself; PostgreSQL's is an archive for pg_restore. The file appears when it is whole.
    """
    if target.exists():
        raise BackupError(f"{target} is there already. Name a file that is not.")
    try:
        url = make_url(address)
    except SQLAlchemyError as error:
        raise StoreError from error
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL, 0o600))  # what readers brought is for the operator's eyes alone
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
    """Copy page by page, https://www.sqlite.org/backup.html; what is written meanwhile is copied again."""
    if not file.is_file():
        raise BackupError(f"There is no database {file}. BOT_DATABASE_URL says where it is.")
    try:
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(part)) as copy:
            source.backup(copy)
            sound = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    except sqlite3.Error as error:
        raise BackupError(f"The database cannot be copied: {error}.") from error
    if not sound:
        raise BackupError("The copy is not sound. Check the disk of the database.")


def _dump_postgresql(url: URL, part: Path) -> None:
    """Have pg_dump write one consistent moment; the password goes by a variable, where no list shows it."""
    program = shutil.which("pg_dump")
    if program is None:
        raise BackupError("pg_dump is missing. It is in the package postgresql-client.")
    command = [program, "--format=custom", "--no-password", f"--file={part}"]
    variables = {"PATH": str(Path(program).parent), **_variables(url)}
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1:] or ["it says nothing more"]
        raise BackupError(f"pg_dump failed: {reason[0]}")


def _variables(url: URL) -> dict[str, str]:
    """Return the variables that say to libpq what an address says, the password too: no list of processes shows it."""
    said = {key: str(value) for key, value in url.translate_connect_args(username="user", database="dbname").items()}
    said |= {key: value if isinstance(value, str) else ",".join(value) for key, value in url.query.items()}
    names = {option.keyword.decode(): option.envvar for option in pq.Conninfo.get_defaults()}
    return {name.decode(): said[key] for key, name in names.items() if name is not None and key in said}
