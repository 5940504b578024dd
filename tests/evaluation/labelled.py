"""Articles of our own with what an editor expects of a briefing of them: see ``tests/cases/articles/README.md``."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summaries.article import compose
from tests.evaluation.adapters import brief

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.article import Article

FOLDER = Path(__file__).parent.parent / "cases" / "articles"
NUMBERED = re.compile(r"\[(\d+)\] (\S.*)")
BODY, UNNAMED = "body: ", "unnamed: "


@dataclass(frozen=True, slots=True)
class Fact:
    """A key fact: its weight from 3, for the shortest summary, to 1, and the sentences each of which states it."""

    text: str
    weight: int
    sentences: frozenset[int]


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who is named in an article: the fullest form first, then the others; every wording of the role."""

    forms: tuple[str, ...]
    roles: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Period:
    """A date as its first and last day."""

    surface: str
    sentence: int
    days: tuple[dt.date, dt.date]
    optional: bool


@dataclass(frozen=True, slots=True)
class Case:
    """An article with its labels. Sentences are numbered from 1; spans are code points of `text`, half open."""

    name: str
    title: str
    language: str
    published: dt.date
    paragraphs: tuple[str, ...]
    spans: dict[int, tuple[int, int]]
    facts: tuple[Fact, ...]
    never: frozenset[int]
    needs: dict[int, tuple[frozenset[int], ...]]
    """Of each sentence that cannot stand alone, the sets of sentences each of which would help."""
    people: tuple[Named, ...]
    says: frozenset[tuple[int, str]]
    """Sentences with those who speak in them, under the fullest form of the name or as ``body: NAME``."""
    dates: tuple[Period, ...]
    figures: tuple[tuple[int, str], ...]

    @property
    def article(self) -> Article:
        """The article as it is briefed."""
        return compose(self.paragraphs, language=self.language, title=self.title, published=self.published)

    @property
    def text(self) -> str:
        """The text that the spans point into."""
        return "\n\n".join(self.paragraphs)

    def sentence(self, number: int) -> str:
        """Return the text of a sentence."""
        return self.text[slice(*self.spans[number])]


@cache
def read_cases() -> tuple[Case, ...]:
    """Return all articles with their labels."""
    return tuple(read_case(path) for path in sorted(FOLDER.glob("*.txt")))


@cache
def brief_cases() -> tuple[tuple[Case, dict[str, Any]], ...]:
    """Return each article with its briefing, as ``python -m summaries --json`` prints it."""
    return tuple(
        (case, brief(list(case.paragraphs), case.title, case.language, case.published)) for case in read_cases()
    )


def read_case(path: Path) -> Case:
    """Read an article, whose labels stand beside it under the same name."""
    head, *blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    about = dict(line.split(": ", 1) for line in head.splitlines())
    paragraphs = [_read_paragraph(block, path) for block in blocks]
    numbers = [number for paragraph in paragraphs for number, _ in paragraph]
    if numbers != list(range(1, len(numbers) + 1)):
        raise ValueError(f"{path.name}: the sentences are not numbered from 1 upwards")
    labels = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
    return Case(
        name=path.stem,
        title=about["title"],
        language=about["language"],
        published=dt.date.fromisoformat(about["published"]),
        paragraphs=tuple(" ".join(text for _, text in paragraph) for paragraph in paragraphs),
        spans=_find_spans(paragraphs),
        facts=tuple(Fact(row["fact"], row["weight"], frozenset(row["sentences"])) for row in labels["facts"]),
        never=frozenset(labels["never"]),
        needs={int(number): _read_need(need["from"]) for number, need in labels["needs"].items()},
        people=tuple(
            Named((row["name"], *row.get("also", ())), tuple(row.get("role", ())), row.get("optional", False))
            for row in labels["people"]
        ),
        says=frozenset(
            (number, row["speaker"])
            for row in labels["says"]
            for number in (*row.get("direct", ()), *row.get("indirect", ()))
        ),
        dates=tuple(_read_period(row) for row in labels["dates"]),
        figures=tuple((row["sentence"], row["text"]) for row in labels["figures"]),
    )


def _read_paragraph(block: str, path: Path) -> list[tuple[int, str]]:
    matches = [NUMBERED.fullmatch(line) for line in block.splitlines()]
    if not all(matches):
        raise ValueError(f"{path.name}: a line is no numbered sentence:\n{block}")
    return [(int(match[1]), match[2]) for match in matches if match]


def _find_spans(paragraphs: Sequence[Sequence[tuple[int, str]]]) -> dict[int, tuple[int, int]]:
    spans, position = {}, 0
    for paragraph in paragraphs:
        for number, text in paragraph:
            spans[number] = (position, position + len(text))
            position += len(text) + 1
        position += 1
    return spans


def _read_period(row: dict[str, Any]) -> Period:
    days = (row["first_day"], row.get("last_day", row["first_day"]))
    return Period(row["surface"], row["sentence"], days, row.get("optional", False))


def _read_need(sources: Sequence[int | list[int]]) -> tuple[frozenset[int], ...]:
    return tuple(frozenset([source] if isinstance(source, int) else source) for source in sources)
