"""Cases that speakers of the languages can review: who speaks in which sentences; the README of tests/cases/speech."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summaries.article import compose
from summaries.document import read_document
from summaries.people import find_people
from summaries.speech import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parents[2] / "cases" / "speech"


@dataclass(frozen=True)
class Case:
    name: str
    language: str
    paragraphs: tuple[str, ...]
    speakers: dict[str, set[int]]

    def __str__(self) -> str:
        return self.name


def read_cases(language: str) -> Iterator[Case]:
    for block in (FOLDER / f"{language}.txt").read_text(encoding="utf-8").split("===\n"):
        head, _, rows = block.partition("---\n")
        title, _, text = head.strip().partition("\n")
        pairs = (row.rpartition(":") for row in rows.splitlines() if row.strip())
        speakers = {name.strip(): {int(number) - 1 for number in numbers.split()} for name, _, numbers in pairs}
        paragraphs = tuple(part.strip() for part in text.split("\n\n") if part.strip())
        yield Case(title.lstrip("# "), language, paragraphs, speakers)


@pytest.mark.parametrize(
    "case", [case for language in ("de", "en", "es", "fr", "ru") for case in read_cases(language)], ids=str
)
def test_each_sentence_is_of_its_speaker_or_of_nobody(case: Case) -> None:
    document = read_document(compose(case.paragraphs, language=case.language))
    speech = attribute(document, find_people(document))
    found: dict[str, set[int]] = {}
    statements = [(one.name, said) for one in speech.people for said in one.says]
    statements += [(one.name, said) for one in speech.bodies for said in one.says]
    for name, said in statements:
        last = document.sentence_at(said.quote.stop - 1)
        found.setdefault(name, set()).update(range(document.sentence_at(said.quote.start), last + 1))

    assert found == case.speakers
