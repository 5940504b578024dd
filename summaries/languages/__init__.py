"""What is known of each language, as data: one folder a language, one file a subject, no code.

A file ending in ``.txt`` is a list, one entry a line, ``#`` opens a comment; ``.toml`` is a table of `schema`, which
checks it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent


@cache
def codes() -> frozenset[str]:
    """Return the ISO 639-1 codes of the languages that have a folder: one with stop words at least."""
    return frozenset(file.parent.name for file in ROOT.glob("*/stopwords.txt"))


@cache
def read_list(language: str, name: str) -> tuple[str, ...]:
    """Return the entries of ``<language>/<name>.txt`` in their order; empty where the language has no such file."""
    path = ROOT / language / f"{name}.txt"
    if not path.is_file():
        return ()
    lines = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line)


@cache
def supported() -> dict[str, str]:
    """Return the languages that texts may be in: their ISO 639-1 codes, and the names that they have for themselves."""
    return {code: name for code, _, name in (entry.partition(" ") for entry in read_list("_shared", "supported"))}
