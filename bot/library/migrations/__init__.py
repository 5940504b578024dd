"""Schema migrations, run with alembic at every start."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, inspect, select, text

if TYPE_CHECKING:
    from sqlalchemy import Connection

HEAD = "0010"
"""The latest revision; a test compares it with the files in ``versions``."""
LOCK = 7_264_920
"""Key of the advisory lock: any number that nothing else in the database uses."""


class UnknownVersionError(Exception):
    """The database was migrated by a newer version."""


def upgrade(connection: Connection, revision: str = HEAD) -> None:
    """Migrate the database of an open connection to a revision, from whatever revision it is at.

    Raises `UnknownVersionError` if that is newer than this program knows.
    """
    if connection.dialect.name == "postgresql":  # one process at a time
        connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
    else:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    found = current(connection)
    if found == revision:
        return  # saves the quarter of a second that alembic takes to load
    if found is not None and found > HEAD:
        raise UnknownVersionError(f"it is at version {found}, and this program knows none beyond {HEAD}")
    config = import_module("alembic.config").Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    import_module("alembic.command").upgrade(config, revision)


def current(connection: Connection) -> str | None:
    """Return the revision that a database is at, or ``None`` for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found
