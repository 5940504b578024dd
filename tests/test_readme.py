"""What the README says of the settings and the commands is what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from babel import Locale

from bot.application import handlers
from bot.locales import languages
from bot.settings import SEEDS, Settings
from summaries.languages import codes
from summaries.languages.schema import Capability, abilities

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


ABILITIES: tuple[Capability, ...] = ("names", "roles", "speech", "dates", "places", "figures")


def rows_of_languages() -> list[str]:
    able = {code: abilities(code) for code in codes() if abilities(code)}
    most_first = sorted(able, key=lambda code: (-len(able[code]), Locale(code).get_display_name("en")))
    return [
        f"| {Locale(code).get_display_name('en')} | {'yes' if code in languages() else '–'} | yes | "
        + " | ".join("yes" if one in able[code] else "–" for one in ABILITIES)
        + " |"
        for code in most_first
    ]


def test_what_can_be_told_in_which_language_is_what_the_data_say() -> None:
    head = "| dates | places | figures |"
    table = README.split(head, 1)[1].split("\n\n", 1)[0].strip().splitlines()[1:]

    assert table == rows_of_languages()


def test_nothing_is_left_to_fill_in() -> None:
    assert "@@" not in README
