"""What the README says of the settings and the commands is what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from babel import Locale

from bot.application import handlers
from bot.locales import languages
from bot.settings import SEEDS, Settings
from summaries.languages import codes
from summaries.languages.schema import Measured, abilities, recall

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


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


ABILITIES: tuple[Measured, ...] = ("names", "roles", "speech", "dates", "places", "figures", "answers")
COLUMNS = (
    "| articles in | the bot speaks it | summaries, key points | people | roles | who says what | dates | places "
    "| figures | answers |"
)
PICTURE_BYTES = 150_000


def cell(language: str, one: Measured) -> str:
    """Return what is told of an ability: none, some, or how much of what there is was found."""
    if one != "answers" and one not in abilities(language):
        return "–"
    found = recall(language).get(one)
    return "yes" if found is None else f"{found:.0%}"


def table_of_languages() -> str:
    able = {code: abilities(code) for code in codes() if abilities(code)}
    most_first = sorted(able, key=lambda code: (-len(able[code]), Locale(code).get_display_name("en")))
    rows = [COLUMNS, "|---" * COLUMNS.count(" | ") + "|---|"]
    for code in most_first:
        cells = [
            str(Locale(code).get_display_name("en")),
            "yes" if code in languages() else "–",
            "yes",
            *(cell(code, one) for one in ABILITIES),
        ]
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def test_what_can_be_told_in_which_language_is_what_the_data_say() -> None:
    assert table_of_languages() in README


def test_the_links_of_the_contents_lead_to_headings_and_the_picture_is_there() -> None:
    headings = {line[3:].lower().replace(" ", "-") for line in README.splitlines() if line.startswith("## ")}
    (picture,) = re.findall(r'<img src="([^"]+)"', README)

    assert set(re.findall(r"\]\(#([^)]+)\)", README)) == headings - {"licence"}
    assert (ROOT / picture).stat().st_size < PICTURE_BYTES


def test_nothing_is_left_to_fill_in() -> None:
    assert "@@" not in README
