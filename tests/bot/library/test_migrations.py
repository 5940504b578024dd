"""The migrations lead to the tables that the store uses."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from bot.library import migrations
from bot.library.schema import metadata


def test_the_newest_version_is_the_one_that_a_start_looks_for() -> None:
    scripts = ScriptDirectory(str(Path(migrations.__file__).parent))

    assert scripts.get_heads() == [migrations.HEAD]


def test_a_new_database_is_brought_to_the_tables_of_the_schema(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/new.db")
    with engine.begin() as connection:
        migrations.upgrade(connection)
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
        revision = migrations.current(connection)
    engine.dispose()

    assert differences == []
    assert revision == migrations.HEAD


def test_bringing_up_to_date_twice_changes_nothing(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/twice.db")
    with engine.begin() as connection:
        migrations.upgrade(connection)
        migrations.upgrade(connection)

        assert migrations.current(connection) == migrations.HEAD
    engine.dispose()
