"""Dates against labelled texts of others, which lie beside the checkout; a figure must not fall below its floor."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.evaluation.adapters import dates
from tests.evaluation.scorers import load_scorer

if TYPE_CHECKING:
    from types import ModuleType

FOLDER = Path(__file__).parents[3] / "shared" / "eval" / "dates"
FLOORS = {
    "aquaint": {"DATE": 80.3, "ALL": 77.3},
    "krauts_dolomiten-42": {"DATE": 81.0, "ALL": 68.4},
    "krauts_dolomiten-100": {"DATE": 79.5, "ALL": 75.7},
    "xtn_meantime_es_test": {"DATE": 78.4, "ALL": 74.8},
    "wikiwars_uk": {"DATE": 83.2, "ALL": 80.2},
}
"""F1 of values in %, for the DATE expressions and for all."""


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    return load_scorer(FOLDER / "eval_dates.py")


@pytest.mark.parametrize("name", FLOORS)
def test_values_reach_their_floor(name: str, scorer: ModuleType) -> None:
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    documents = [document for document in map(json.loads, lines) if document["published"]]
    found = {
        document["id"]: dates(document["text"], document["lang"], dt.date.fromisoformat(document["published"]))
        for document in documents
    }
    for types, floor in FLOORS[name].items():
        counts = scorer.score(documents, found, scorer.SETS[types])
        figure = 100 * scorer.prf(counts["val"], counts["sys"], counts["gold"])[2]

        assert figure >= floor, f"{types}: {figure:.1f}"
