"""The dialogue in the README is the one that a reader has."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.bot.reader import Reader

pytestmark = pytest.mark.asyncio(loop_scope="session")

README = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
SAID = "▶ "


def turns(readme: str) -> list[tuple[str, str]]:
    """Return what the reader says and what the bot answers, turn by turn."""
    block = readme.split("```text\n", 1)[1].split("\n```", 1)[0]
    parts = (turn.split("\n", 1) for turn in block.split(SAID)[1:])
    return [(said, answer.strip()) for said, answer in parts]


async def test_the_bot_answers_as_the_readme_shows(reader: Reader) -> None:
    for said, answer in turns(README):
        (shown,) = await reader.ask(said)

        assert shown.text == answer
