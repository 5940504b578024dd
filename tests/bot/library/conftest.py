"""The databases that the store is tried on: the same tests hold for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.library import Library, open_library

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a new database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/library.db"
    return str(request.getfixturevalue("postgres_server").new_database())


@pytest.fixture
async def library(address: str) -> AsyncIterator[Library]:
    opened = await open_library(address)
    yield opened
    await opened.close()
