"""A copy of the database is made while the bot writes to it, and can be put to use."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select, table

from bot.__main__ import main
from bot.library import Library, open_library
from bot.library.backup import BackupError, back_up
from bot.library.protocols import EVERYBODY
from bot.playground import serve
from tests.bot.process import ROOT, running
from tests.faults.crowd import Crowd

if TYPE_CHECKING:
    from pathlib import Path

    from summaries.briefing import Briefing
    from tests.postgres import Postgres


async def write_on(library: Library, count: int) -> None:
    for chat in range(1, count + 1):
        await library.choose_language(chat, "ru")


async def restored(copy: Path, server: Postgres | None) -> Library:
    if server is None:
        return await open_library(f"sqlite:///{copy}")
    into = server.new_database()
    command = ["pg_restore", "--no-owner", f"--dbname={into}", str(copy)]
    await asyncio.to_thread(subprocess.run, command, check=True, capture_output=True)
    return await open_library(into)


async def test_a_copy_made_under_writes_is_whole(
    library: Library, address: str, briefing: Briefing, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    await library.keep(EVERYBODY, briefing, "1")
    copy = tmp_path / "copy"
    writing = asyncio.create_task(write_on(library, 300))

    await asyncio.to_thread(back_up, address, copy)
    await writing
    server = None if address.startswith("sqlite") else request.getfixturevalue("postgres_server")
    again = await restored(copy, server)
    kept = await again.find(5, briefing.article.id)
    await again.close()

    assert kept is not None
    assert kept.briefing == briefing


async def test_the_command_copies_the_updates_of_a_bot_that_answers(
    address: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    copy = tmp_path / "copy"
    async with serve() as telegram, running(telegram, address) as bot:
        crowd = Crowd(telegram, 10)
        crowd.ask(20)
        await crowd.wait(10, 30)
        command = [sys.executable, "-m", "bot", "backup", str(copy)]
        made = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=bot.environment)
        status = await made.wait()
        await crowd.wait(20, 60)
    server = None if address.startswith("sqlite") else request.getfixturevalue("postgres_server")
    again = await restored(copy, server)
    taken_in = table("workflow_status", schema=None if server is None else "dbos")
    count = select(func.count()).select_from(taken_in)
    updates = await again.database.run(lambda connection: connection.scalar(count))
    await again.close()

    assert status == 0
    assert crowd.lost == []
    assert updates is not None
    assert updates >= 10


async def test_a_file_that_is_there_is_not_overwritten(library: Library, address: str, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("mine", encoding="utf-8")

    with pytest.raises(BackupError, match="already exists"):
        back_up(address, there)

    assert there.read_text(encoding="utf-8") == "mine"
    assert await library.list_cards(1) == ()


def test_a_database_that_is_not_there_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="There is no database"):
        back_up(f"sqlite:///{tmp_path}/none.db", tmp_path / "copy")

    assert list(tmp_path.iterdir()) == []


def test_a_password_is_in_no_message(tmp_path: Path) -> None:
    with pytest.raises(BackupError) as caught:
        back_up("postgresql://ada:hunter2@127.0.0.1:1/none", tmp_path / "copy")

    assert "hunter2" not in str(caught.value)


def test_the_whole_address_reaches_pg_dump_and_no_list_of_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "pg_dump"
    program.write_text('#!/bin/sh\necho "$@" "$PGSSLMODE" "$PGHOST" "$PGPORT" "$PGUSER" "$PGPASSWORD" >&2\nexit 1\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)

    with pytest.raises(BackupError) as caught:
        back_up("postgresql://ada:a%20b@db:5433/bot?sslmode=require", tmp_path / "copy")

    options, _, said = str(caught.value).partition("copy.part ")
    assert said == "require db 5433 ada a b"
    assert "a b" not in options


def test_where_pg_dump_is_missing_its_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(BackupError, match="postgresql-client"):
        back_up("postgresql://db/bot", tmp_path / "copy")


async def test_a_copy_is_for_the_eyes_of_its_maker_alone(library: Library, address: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy"

    await asyncio.to_thread(back_up, address, copy)

    assert copy.stat().st_mode & 0o077 == 0
    assert await library.list_cards(1) == ()


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.db").touch()

    with pytest.raises(BackupError, match="cannot be written: No such file"):
        back_up(f"sqlite:///{tmp_path}/x.db", tmp_path / "none" / "copy")


def test_the_command_says_why_it_makes_no_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOT_DATABASE_URL", f"sqlite:///{tmp_path}/none.db")

    assert main(["backup", str(tmp_path / "copy")]) == 2
    assert "There is no database" in capsys.readouterr().err
