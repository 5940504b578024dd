"""Nothing is shown without what it needs: which strike "that strike" is, and whose words a quotation is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import yaml

from summaries import brief
from summaries.article import compose
from summaries.briefing import LADDER
from summaries.data import as_data

FOLDER = Path(__file__).parents[2] / "cases" / "summaries" / "context"


@dataclass(frozen=True, slots=True)
class Case:
    """What an article shows, as texts that are read together, and pairs of words and those that they need."""

    name: str
    shown: tuple[str, ...]
    needs: tuple[tuple[str, str], ...]


@cache
def cases() -> tuple[Case, ...]:
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.md")))


def _read(path: Path) -> Case:
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    table = yaml.safe_load(front)
    article = compose(body.strip().split("\n\n"), language=table["language"], title=table["title"])
    data = as_data(brief(article))
    lengths = [" ".join(data["summary"][length.name]) for length in LADDER]
    points = [point if isinstance(point, str) else " ".join(point) for point in data["key_points"]]
    return Case(path.stem, (*lengths, *points), tuple((one, other) for one, other in table["needs"]))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_what_is_shown_comes_with_what_it_needs(case: Case) -> None:
    alone = [
        (text, needed) for words, needed in case.needs for text in case.shown if words in text and needed not in text
    ]

    assert alone == []
