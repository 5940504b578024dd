"""Whom pronouns mean, or that nobody can tell."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from summaries.article import compose
from summaries.document import read_document
from summaries.people import find_people

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = Path(__file__).parents[2] / "cases" / "pronouns" / "en.txt"
MARKED = re.compile(r"\[(\w+)\]")


class Case(NamedTuple):
    """A text with pronouns in square brackets, and whom they mean; ``-`` where nobody may be named."""

    name: str
    text: str
    meant: tuple[str, ...]

    def __str__(self) -> str:
        return self.name


def read_cases() -> Iterator[Case]:
    for block in FILE.read_text(encoding="utf-8").split("===\n"):
        head, _, rows = block.partition("---\n")
        title, _, text = head.strip().partition("\n")
        yield Case(title.lstrip("# "), text.strip(), tuple(row.strip() for row in rows.splitlines() if row.strip()))


@pytest.mark.parametrize("case", list(read_cases()), ids=str)
def test_a_pronoun_means_whom_a_reader_would_name(case: Case) -> None:
    plain = ""
    offsets: list[int] = []
    for part in re.split(r"(\[\w+\])", case.text):
        if MARKED.fullmatch(part):
            offsets.append(len(plain))
        plain += part.strip("[]")
    article = compose(plain.split("\n\n"), language="en")
    people = find_people(read_document(article))
    named = {
        people.lines[link.line].tokens[link.first].start: people.entities[link.person].called for link in people.links
    }

    assert tuple(named.get(offset, "-") for offset in offsets) == case.meant
