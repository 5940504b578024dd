"""Articles of our own with labels: how many roles, people and words of speech are exactly as a reader would say."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from summaries.article import compose
from tests.speakers import people_of

FOLDER = Path(__file__).parents[2] / "cases" / "people" / "roles"
FILES = sorted(path.stem for path in FOLDER.glob("*.txt"))
EXACT = 0.8


class Row(NamedTuple):
    """What a text says of a person, as far as the case tells."""

    role: str | None
    mentions: int
    cues: tuple[str, ...]


@cache
def read(name: str) -> tuple[str, dict[str, Row]]:
    text, _, rows = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").partition("\n---\n")
    expected = {}
    for row in rows.splitlines():
        person, role, mentions, *cues = (part.strip() for part in row.split("|"))
        said = tuple(cue.strip() for cue in cues[0].split(";")) if cues else ()
        expected[person] = Row(None if role == "-" else role, int(mentions), said)
    return text.partition("\n")[2], expected


@cache
def find(name: str) -> dict[str, Row]:
    article = compose(read(name)[0].split("\n\n"), language=name[:2])
    return {
        person.name: Row(
            person.role.text if person.role else None,
            len(person.mentions),
            tuple(statement.cue.text for statement in person.says if statement.cue),
        )
        for person in people_of(article)
    }


def share(field: int) -> float:
    pairs = [(row, find(name).get(person)) for name in FILES for person, row in read(name)[1].items()]
    wrong = [(row[field], found and found[field]) for row, found in pairs if not found or row[field] != found[field]]
    print(f"{len(pairs) - len(wrong)} of {len(pairs)} exact", *wrong, sep="\n")
    return 1 - len(wrong) / len(pairs)


@pytest.mark.parametrize("name", FILES)
def test_the_people_of_an_article_are_complete(name: str) -> None:
    assert sorted(find(name)) == sorted(read(name)[1])


def test_most_roles_are_exactly_as_stated() -> None:
    assert share(Row._fields.index("role")) >= EXACT


def test_most_mentions_are_counted() -> None:
    assert share(Row._fields.index("mentions")) >= EXACT


def test_most_words_of_speech_are_found_and_no_others() -> None:
    assert share(Row._fields.index("cues")) >= EXACT
