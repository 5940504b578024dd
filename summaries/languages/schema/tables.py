"""Reads and validates the tables of language data; errors name the file and key."""

from __future__ import annotations

import dataclasses
import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar, cast, get_type_hints

from summaries.languages import ROOT
from summaries.languages.schema.kinds import READERS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class BadData(Exception):
    """A data file that does not fit its schema."""

    def __init__(self, file: Path, key: str, problem: str) -> None:
        super().__init__(f"{file.parent.name}/{file.name}: {key}: {problem}")


class Subject(Protocol):
    """A table of a language: a frozen dataclass that names its file."""

    FILE: ClassVar[str]
    __dataclass_fields__: ClassVar[dict[str, Any]]


T = TypeVar("T", bound=Subject)


def load(subject: type[T], language: str) -> T:
    """Return the table of a subject in a language (ISO 639-1), read once; an empty one if the language has none.

    Raises `BadData`.
    """
    return cast("T", _read(subject, language))


@cache
def _read(subject: type[Subject], language: str) -> Subject:
    file = ROOT / language / f"{subject.FILE}.toml"
    if not file.is_file():
        return subject(**{name: READERS[kind]({}) for name, kind in _kinds(subject).items()})
    return fill(subject, tomllib.loads(file.read_text(encoding="utf-8")), file)


def fill(subject: type[T], table: Mapping[str, Any], file: Path) -> T:
    """Return a subject with the values of a table; the `BadData` of an invalid value names `file`."""
    kinds = _kinds(subject)
    for key in table.keys() - kinds.keys():
        raise BadData(file, key, "is unknown")
    for one in dataclasses.fields(subject):
        needed = one.default is dataclasses.MISSING and one.default_factory is dataclasses.MISSING
        if needed and one.name not in table:
            raise BadData(file, one.name, "is missing")
    values = {}
    for key, value in table.items():
        try:
            values[key] = READERS[kinds[key]](value)
        except (TypeError, AttributeError, KeyError) as error:
            raise BadData(file, key, "is of another kind") from error
    return subject(**values)


def _kinds(subject: type[Subject]) -> dict[str, Any]:
    hints = get_type_hints(subject)
    return {one.name: hints[one.name] for one in dataclasses.fields(subject)}
