"""The borders between the rooms, as the design draws them."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STAGES = ("ask", "loading", "ranking", "people", "speech", "places", "timeline", "figures")
KNOWS = {"speech": {"people"}}
"""The stages whose insides a stage may use: attribution is made of mentions and their links."""
"""Rooms that know one another by what their packages offer; `text` and `languages` are the ground they stand on."""
ONLY_IN = {
    "telegram": "bot/",
    "spacy": "summaries/people/names/",
    "sumy": "summaries/ranking/",
    "httpx": "summaries/loading/fetching.py",
    "httpcore": "summaries/loading/fetching.py",
    "sqlalchemy": "bot/library/",
    "alembic": "bot/library/",
    "pydantic_settings": "bot/settings.py",
}


def files(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


@cache
def imports(path: Path) -> frozenset[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return frozenset(found)


def inside(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


@pytest.mark.parametrize("path", files("summaries"), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_engine_knows_nothing_of_the_bot(path: Path) -> None:
    assert not [module for module in imports(path) if inside(module, "bot")]


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_imported_in_its_room_alone(library: str) -> None:
    room = ONLY_IN[library]
    strangers = [
        str(path.relative_to(ROOT))
        for path in (*files("summaries"), *files("bot"))
        if not str(path.relative_to(ROOT)).startswith(room) and any(inside(m, library) for m in imports(path))
    ]

    assert strangers == []


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_never_imports_the_inside_of_another(stage: str) -> None:
    others = [other for other in STAGES if other not in {stage, *KNOWS.get(stage, ())}]
    trespasses = [
        (str(path.relative_to(ROOT)), module)
        for path in files(f"summaries/{stage}")
        for module in imports(path)
        for other in others
        if module.startswith(f"summaries.{other}.") and _is_module(module)
    ]

    assert trespasses == []


def _is_module(name: str) -> bool:
    path = ROOT / name.replace(".", "/")
    return path.with_suffix(".py").is_file() or path.is_dir()


@pytest.mark.parametrize("path", files("bot/handlers"), ids=lambda path: path.name)
def test_handlers_leave_errors_to_the_one_place(path: Path) -> None:
    tries = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Try)]

    assert path.name == "error_replies.py" or tries == []


def test_nobody_reads_the_environment_but_the_settings() -> None:
    readers = [
        str(path.relative_to(ROOT))
        for path in (*files("summaries"), *files("bot"))
        if "environ" in path.read_text(encoding="utf-8") and "os" in imports(path)
    ]

    assert readers == ["bot/settings.py"]


BOT_ROOMS = ("handlers", "views", "exports", "library", "delivery", "playground")
MAY_NOT_KNOW = {
    "views": (
        "handlers",
        "library.store",
        "library.database",
        "delivery",
        "service",
        "workers",
        "application",
        "playground",
    ),
    "exports": ("handlers", "library", "delivery", "service", "workers", "application", "playground"),
    "library": ("handlers", "views", "exports", "delivery", "service", "application", "playground"),
    "delivery": ("handlers", "exports", "service", "application", "playground"),
    "handlers": ("application", "playground"),
    "playground": ("handlers", "views", "exports", "library", "delivery", "service", "workers", "application"),
}
"""What the rooms of the bot may not import: it runs one way, from handlers over the service to library and delivery."""
SHARED_NAMES = frozenset({"__init__", "__main__", "errors", "tokens", "features", "sections", "quotations", "training"})
"""Names that stand for the same in every room; so do the grammars, and a stage's tables in the schema of languages."""
GRAMMARS = frozenset({"english", "russian", "western"})


@pytest.mark.parametrize("room", BOT_ROOMS)
def test_imports_in_the_bot_run_one_way(room: str) -> None:
    trespasses = [
        (str(path.relative_to(ROOT)), module)
        for path in files(f"bot/{room}")
        for module in imports(path)
        if any(inside(module, f"bot.{other}") for other in MAY_NOT_KNOW[room])
    ]

    assert trespasses == []


def test_no_name_of_a_file_stands_for_two_things() -> None:
    rooms: dict[str, list[str]] = {}
    for path in (*files("bot"), *files("summaries")):
        if path.stem not in SHARED_NAMES | GRAMMARS and "schema" not in path.parts:
            rooms.setdefault(path.name, []).append(str(path.relative_to(ROOT)))

    assert [paths for paths in rooms.values() if len(paths) > 1] == []
