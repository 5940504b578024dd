"""People who mean harm, and people who want to be forgotten, on both databases."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from bot.playground import serve
from tests.bot.process import BotProcess, running
from tests.bot.reader import Reader

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.playground import Playground

WORD = "Quillobranth"
TEXT = f"The {WORD} bridge\n\n" + f"Mayor Ada Long of {WORD} said on Monday that the bridge would open in May. " * 12


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/b.db"
    return str(request.getfixturevalue("postgres_server").new_database())


@pytest.fixture
async def bot(database: str, tmp_path: Path) -> AsyncIterator[tuple[Playground, BotProcess]]:
    """A bot in a process of its own, for one process has one queue of DBOS."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    async with serve() as opened, running(opened, database, seeds=seeds) as process:
        yield opened, process


def everything(database: str) -> bytes:
    """Return all that a database holds: the bytes of SQLite's files, the rows of every table of PostgreSQL."""
    if database.startswith("sqlite"):
        file = Path(database.removeprefix("sqlite:///"))
        return b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))
    with psycopg.connect(database.replace("postgresql+psycopg", "postgresql")) as connection:
        tables = connection.execute(
            "SELECT table_schema, table_name FROM information_schema.tables "
            "WHERE table_schema NOT IN ('pg_catalog', 'information_schema')"
        ).fetchall()
        rows = [
            connection.execute(f'SELECT t::text FROM "{schema}"."{name}" t').fetchall()  # noqa: S608 - names of its own
            for schema, name in tables
        ]
    return json.dumps(rows, ensure_ascii=False).encode()


async def test_whoever_asks_to_be_forgotten_is(bot: tuple[Playground, BotProcess], database: str) -> None:
    reader = Reader(bot[0], name=WORD)
    await reader.say(TEXT)
    await reader.answer()
    await reader.inquire(WORD)
    await reader.ask(f"/find {WORD}")
    assert WORD.encode() in everything(database)

    await reader.ask("/forget")
    await reader.tap("Delete everything")
    await reader.answer()

    async with asyncio.timeout(60):
        while WORD.encode() in everything(database):
            await asyncio.sleep(0.1)


FORGED = (
    "summary|{id}|" + "0" * 18 + "60 words|0|",
    "summary|{id}|" + "9" * 22 + "|0|",
    "summary|" + "x" * 40 + "||0|",
    "source|{id}|999999999999999999|0|",
    "source|{id}|-1|0|who/a/0",
    "dates|{id}|\x00|0|",
    "open|\x00||0|",
    "remove|{id}\x00||999999|",
    "language|{id}|" + "x" * 20 + "|0|",
    "length|{id}|" + "long" * 5 + "|0|",
    "find|{id}|%s%s%n|0|",
    "export|{id}|../../x|0|",
    "who|{id}|' OR 1=1 --|999999|",
    "||||",
    "|" * 64,
)


async def test_forged_buttons_are_refused_once_and_cleanly(bot: tuple[Playground, BotProcess]) -> None:
    telegram, process = bot
    reader = Reader(telegram)
    await reader.say(TEXT)
    shown = await reader.answer()
    article = next(key.data for key in shown.buttons if key.data).split("|")[1]

    for data in FORGED:
        await reader.tap_data(data.format(id=article)[:64], shown.id)
        await reader.toast()

    assert (await reader.ask("/help"))[-1].text
    assert "Error" not in process.log
    assert len(telegram.calls("answerCallbackQuery")) == len(FORGED)
