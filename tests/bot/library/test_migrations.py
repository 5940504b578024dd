"""The migrations lead to the tables that the store uses, from the oldest on, and lose nothing on the way."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from bot.library import Choices, migrations, open_library
from bot.library.database import DRIVERS, DatabaseError
from bot.library.store import BRIEFINGS
from bot.library.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

    from summaries.briefing import Briefing

OLDEST = "0001"


@pytest.fixture
def engine(address: str) -> Iterator[Engine]:
    scheme, rest = address.split("://", 1)
    opened = create_engine(f"{DRIVERS.get(scheme, scheme)}://{rest}")
    yield opened
    opened.dispose()


def test_the_newest_version_is_the_one_that_a_start_looks_for() -> None:
    scripts = ScriptDirectory(str(Path(migrations.__file__).parent))

    assert scripts.get_heads() == [migrations.HEAD]


def test_a_new_database_is_brought_to_the_tables_of_the_schema(engine: Engine) -> None:
    with engine.begin() as connection:
        migrations.upgrade(connection)
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
        revision = migrations.current(connection)

    assert differences == []
    assert revision == migrations.HEAD


def test_bringing_up_to_date_twice_changes_nothing(engine: Engine) -> None:
    with engine.begin() as connection:
        migrations.upgrade(connection)
    with engine.begin() as connection:
        migrations.upgrade(connection)

        assert migrations.current(connection) == migrations.HEAD


async def test_what_the_oldest_version_kept_is_there_in_the_newest(
    engine: Engine, address: str, briefing: Briefing
) -> None:
    article = {"id": briefing.article.id, "briefing": BRIEFINGS.dump_json(briefing).decode()}
    with engine.begin() as connection:
        migrations.upgrade(connection, OLDEST)
        connection.execute(text("INSERT INTO readers (chat, language, article) VALUES (101, 'ru', 'abc')"))
        connection.execute(text("INSERT INTO seeds (name, digest, article) VALUES ('a.md', 'd', 'abc')"))
        for row in (
            article | {"day": "2026-01-02", "title": "Old"},
            article | {"id": "a", "day": "2026-01-01", "title": "Older"},
        ):
            connection.execute(
                text(
                    "INSERT INTO articles (owner, id, added, title, language, engine, briefing)"
                    " VALUES (101, :id, :day, :title, 'en', '1', :briefing)"
                ),
                row,
            )

    library = await open_library(address)
    choices, seeds = await library.choices(101), await library.seed_digests()
    kept, cards = await library.find(101, briefing.article.id), await library.list_cards(101)
    await library.close()
    with engine.begin() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)

    assert choices == Choices("ru", "abc")
    assert seeds == {"a.md": "d"}
    assert kept is not None
    assert kept.briefing == briefing
    assert [(card.title, card.number) for card in cards] == [("Older", 1), ("Old", 2)]
    assert differences == []


async def test_a_database_of_a_newer_program_is_left_alone_and_said(engine: Engine, address: str) -> None:
    with engine.begin() as connection:
        migrations.upgrade(connection)
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(DatabaseError, match="it is at version 9999"):
        await open_library(address)


async def test_replicas_that_start_together_do_not_stumble_over_each_other(address: str) -> None:
    opened = await asyncio.gather(*(open_library(address) for _ in range(4)))

    for library in opened:
        assert await library.list_cards(1) == ()
        await library.close()
