"""The cases that speakers of the languages can review; the README of tests/cases/people tells their notation."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summaries.article import compose
from tests.speakers import people_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summaries.briefing import Person

FOLDER = Path(__file__).parents[2] / "cases" / "people"
FILES = (
    "de_names",
    "de_roles",
    "en_articles",
    "en_roles",
    "en_speech",
    "en_traps",
    "es_names",
    "es_roles",
    "fr_names",
    "fr_roles",
    "ru_articles",
    "ru_roles",
    "ru_speech",
    "ru_traps",
)
NO_ROLE = "-"


@dataclass(frozen=True)
class Expected:
    """What a case says of a person; ``None`` is what it leaves out."""

    name: str
    role: str | None
    mentions: int | None
    cues: tuple[str, ...] | None


@dataclass(frozen=True)
class Case:
    name: str
    language: str
    paragraphs: tuple[str, ...]
    people: tuple[Expected, ...]

    def __str__(self) -> str:
        return self.name


def read_cases(file: str) -> Iterator[Case]:
    for block in (FOLDER / f"{file}.txt").read_text(encoding="utf-8").split("===\n"):
        if not block.strip():
            continue
        head, _, rows = block.partition("---\n")
        title, _, text = head.strip().partition("\n")
        paragraphs = tuple(part.strip() for part in text.split("\n\n"))
        people = tuple(_expect(row) for row in rows.splitlines() if row.strip())
        yield Case(title.lstrip("# "), file[:2], paragraphs, people)


def _expect(row: str) -> Expected:
    name, role, mentions, cues = ([part.strip() for part in row.split("|")] + [None] * 4)[:4]
    return Expected(
        name or "",
        None if role in {None, NO_ROLE} else role,
        int(mentions) if mentions else None,
        None if cues is None else tuple(cue.strip() for cue in cues.split(";") if cue.strip()),
    )


CASES = [case for file in FILES for case in read_cases(file)]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_people_of_a_case_are_found_as_a_reader_would_tell_them(case: Case) -> None:
    article = compose(case.paragraphs, language=case.language)
    found = {person.name: person for person in people_of(article)}

    assert sorted(found) == sorted(expected.name for expected in case.people)
    assert [_facts(found[e.name], e) for e in case.people] == [(e.role, e.mentions, e.cues) for e in case.people]


def _facts(person: Person, expected: Expected) -> tuple[str | None, int | None, tuple[str, ...] | None]:
    cues = tuple(statement.cue.text for statement in person.says if statement.cue)
    roles = [role.text for role in (person.role, *person.further_roles) if role]
    return (
        "; ".join(roles) or None,
        None if expected.mentions is None else len(person.mentions),
        None if expected.cues is None else cues,
    )
