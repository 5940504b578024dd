"""Language data: one folder per language, one file per subject, no code.

A file ending in ``.txt`` is a list, one entry per line, with ``#`` comments; ``.toml`` is a table of `schema`, which
checks it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent


@cache
def codes() -> frozenset[str]:
    """Return the ISO 639-1 codes of the languages that have a folder with at least stop words."""
    return frozenset(file.parent.name for file in ROOT.glob("*/stopwords.txt"))


@cache
def read_list(language: str, name: str) -> tuple[str, ...]:
    """Return the entries of ``<language>/<name>.txt`` in order; empty if the language has no such file."""
    path = ROOT / language / f"{name}.txt"
    if not path.is_file():
        return ()
    lines = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line)


@cache
def supported() -> dict[str, str]:
    """Return the supported languages of texts: their ISO 639-1 codes and native names."""
    return {code: name for code, _, name in (entry.partition(" ") for entry in read_list("_shared", "supported"))}
