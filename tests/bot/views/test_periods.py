"""What dates are called in headings; the cases are in ``tests/cases/periods``, where all spaces are plain ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from bot.locales import languages, wording
from bot.views.periods import name_period
from summaries.briefing import PartialDate
from summaries.timeline.calendar import place

if TYPE_CHECKING:
    from summaries.briefing import Modifier

CASES = Path(__file__).parents[2] / "cases" / "periods"


def cases() -> list[tuple[str, str, str]]:
    return [
        (path.stem, written, name)
        for path in sorted(CASES.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
        for written, name in [line.split(" → ")]
    ]


def date(written: str) -> PartialDate:
    value, _, modifier = written.partition(" ")
    first, _, last = value.partition("/")
    days, precision = place(first)
    end = place(last or first)[0]
    assert days is not None
    assert end is not None
    return PartialDate(value, days[0], end[1], "range" if last else precision, cast("Modifier", modifier or None))


@pytest.mark.parametrize(("language", "written", "name"), cases())
def test_a_date_is_called_as_a_heading_of_the_language_calls_it(language: str, written: str, name: str) -> None:
    called = name_period(date(written), wording(language))

    assert called is not None
    assert " ".join(called.split()) == name


def test_every_language_of_the_bot_has_cases() -> None:
    assert {path.stem for path in CASES.glob("*.txt")} == set(languages())
