"""The databases that every fault is tried on."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from bot.playground import serve
from tests.postgres import Postgres, postgres

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from bot.playground import Playground


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/briefing.db"
    return str(request.getfixturevalue("postgres_server").new_database())


@pytest.fixture
async def telegram() -> AsyncIterator[Playground]:
    async with serve() as opened:
        yield opened


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def ports() -> tuple[int, int, int]:
    """Three free ports."""
    probes = [socket.socket() for _ in range(3)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    first, second, third = (int(probe.getsockname()[1]) for probe in probes)
    for probe in probes:
        probe.close()
    return first, second, third


@pytest.fixture
def own_postgres() -> Iterator[Postgres]:
    """A server for one test alone, which may stop it."""
    with postgres() as server:
        yield server
