"""The cases that speakers of the languages can review; the README of tests/cases/dates tells their notation."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summaries.timeline import find_expressions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summaries.timeline import Expression

FOLDER = Path(__file__).parents[2] / "cases" / "dates"
MARK = re.compile(r"\[([^][]+): ([^][:]*(?:T\d\d:\d\d)?)\]|\{([^{}]+): ([^{}:]*(?:T\d\d:\d\d)?)\}")


@dataclass(frozen=True)
class Label:
    """What a case says of some words: offsets, value with modifier, and whether they belong on the timeline."""

    start: int
    stop: int
    value: str
    dated: bool


@dataclass(frozen=True)
class Case:
    name: str
    language: str
    published: dt.date | None
    text: str
    labels: tuple[Label, ...]

    def __str__(self) -> str:
        return self.name


def read_cases(name: str) -> Iterator[Case]:
    """Yield the cases of a file; what stands before an underscore in its name is the language."""
    published: dt.date | None = None
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if line.startswith("@"):
            day = line[1:].strip()
            published = None if day == "none" else dt.date.fromisoformat(day)
        elif line and not line.startswith("#"):
            yield Case(f"{name}:{number}", name.partition("_")[0], published, *_labels(line))


def _labels(line: str) -> tuple[str, tuple[Label, ...]]:
    text, labels, position = "", [], 0
    for match in MARK.finditer(line):
        text += line[position : match.start()]
        words, value = (match[1], match[2]) if match[1] else (match[3], match[4])
        labels.append(Label(len(text), len(text) + len(words), value, dated=bool(match[1])))
        text += words
        position = match.end()
    return text + line[position:], tuple(labels)


LANGUAGES = ("en", "ru", "de", "es", "fr", "uk")
TRAPS = (*LANGUAGES, *(f"{language}_{kind}" for language in LANGUAGES for kind in ("kinds", "tenses", "forms")))
FLOOR = 0.9
"""F1 of values on the Russian news texts."""


def value_of(expression: Expression) -> tuple[str, bool]:
    date = expression.date
    if date is None:
        return expression.value, False
    return f"{date.value} {date.modifier}" if date.modifier else date.value, True


def overlaps(expression: Expression, label: Label) -> bool:
    return expression.start < label.stop and label.start < expression.stop


@pytest.mark.parametrize("case", [case for name in TRAPS for case in read_cases(name)], ids=str)
def test_the_labelled_words_are_found_with_their_values_and_nothing_else(case: Case) -> None:
    found = find_expressions(case.text, case.language, case.published)

    assert [value_of(expression) for expression in found] == [(label.value, label.dated) for label in case.labels]
    assert all(overlaps(expression, label) for expression, label in zip(found, case.labels, strict=True))


@pytest.mark.parametrize("case", [case for name in LANGUAGES for case in read_cases(f"{name}_tenses")], ids=str)
def test_a_day_of_which_the_tense_says_the_year_is_never_planned(case: Case) -> None:
    found = find_expressions(case.text, case.language, case.published)
    planned = [expression.date.first_day for expression in found if expression.planned and expression.date]

    assert case.published
    assert all(day and day.year == case.published.year for day in planned)


def test_russian_news_reach_the_floor() -> None:
    right = wanted = given = 0
    for case in read_cases("ru_news"):
        found = find_expressions(case.text, case.language, case.published)
        wanted, given = wanted + len(case.labels), given + len(found)
        right += sum(
            any(
                overlaps(expression, label) and value_of(expression) == (label.value, label.dated)
                for expression in found
            )
            for label in case.labels
        )

    assert 2 * right / (wanted + given) >= FLOOR
