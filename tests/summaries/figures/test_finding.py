"""Figures are found with their units, and nothing else is a figure."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from summaries import brief
from summaries.article import compose
from summaries.document import read_document
from summaries.figures import find_figures
from summaries.timeline import find_dates
from tests.growth import grows_at_most

CASES = Path(__file__).parents[2] / "cases" / "figures"
MARKED = re.compile(r"\[([^\]]*)\]")
LINES = [
    pytest.param(path.stem, line, id=f"{path.stem}: {line[:40]}")
    for path in sorted(CASES.glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def figures(text: str, language: str) -> list[str]:
    document = read_document(compose([text], language=language))
    dates = [(entry.quote.start, entry.quote.stop) for entry in find_dates(document)]
    return [figure.quote.text for figure in find_figures(document, dates)]


@pytest.mark.parametrize(("language", "line"), LINES)
def test_a_figure_is_a_number_with_its_unit(language: str, line: str) -> None:
    assert figures(MARKED.sub(r"\1", line), language) == MARKED.findall(line)


def test_a_figure_says_what_kind_it_is_and_where_it_stands() -> None:
    briefing = brief(compose(["The bridge cost £4m. It carries 4,000 cars, 12 % more."], language="en"))

    assert [(f.quote.text, f.kind, f.sentence) for f in briefing.figures] == [
        ("£4m", "money", 0),
        ("4,000 cars", "count", 1),
        ("12 %", "share", 1),
    ]


@pytest.mark.growth
@pytest.mark.parametrize("piece", ["1", "12,000 ", "1.", "five million ", "$", "3-"])
def test_time_grows_with_the_text_alone(piece: str) -> None:
    def finding(length: int) -> object:
        document = read_document(compose([piece * (length // len(piece))], language="en"))
        return lambda: find_figures(document, ())

    small, large = finding(20_000), finding(40_000)

    assert callable(small)
    assert callable(large)
    assert grows_at_most(2.8, small, large)
