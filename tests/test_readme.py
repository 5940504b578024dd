"""What the README says of the settings and the commands is what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from bot.application import handlers
from bot.settings import SEEDS, Settings

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def rows_of_settings() -> list[str]:
    rows = []
    for name, field in Settings.model_fields.items():
        default = {None: "", "": "", SEEDS: "`seeds`", frozenset(): ""}.get(
            field.default, f"`{str(field.default).lower()}`"
        )
        default = f"`{field.default}`" if field.default and isinstance(field.default, str) else default
        rows.append(f"| `BOT_{name.upper()}` | {default} | {field.description} |")
    return rows


def test_the_settings_are_in_the_table_with_their_defaults() -> None:
    table = [line for line in README.splitlines() if line.startswith("| `BOT_")]

    assert "\n".join(table) == "\n".join(rows_of_settings())


def test_every_command_in_the_readme_is_one_of_the_bot() -> None:
    known = {name for handler in handlers() for name in getattr(handler, "commands", ())}
    named = set(re.findall(r"(?<![\w./])/([a-z]+)\b(?!/)", "\n".join(re.findall(r"`[^`\n]*`", README))))

    assert named - {"newbot", "setinline", "deploy"} <= known


def test_nothing_is_left_to_fill_in() -> None:
    assert "@@" not in README
