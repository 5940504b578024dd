"""People against labelled texts of others, which lie beside the checkout, and against our own cases."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summaries.people import find_names
from tests.evaluation.adapters import people

if TYPE_CHECKING:
    from types import ModuleType

FOLDER = Path(__file__).parents[3] / "shared" / "eval" / "people"
CASES = Path(__file__).parents[1] / "cases" / "people"
FLOORS = {"pud_en": (75.0, 77.0), "ewt_dev": (57.5, 65.0), "factru_dev": (94.5, 89.5)}
"""F1 in %: exact spans, distinct people; the scorer's order of names moves the second by a point."""
OWN = 0.95
"""This share of the people in our own cases is found under the names that stand there."""


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("eval_people", FOLDER / "eval_people.py")
    if spec is None or spec.loader is None or not FOLDER.is_dir():
        pytest.skip("the labelled texts are not beside the checkout")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", FLOORS)
def test_spans_and_people_reach_their_floors(name: str, scorer: ModuleType) -> None:
    documents = [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    result = scorer.evaluate(people, documents)
    spans, distinct = 100 * result["span"][2], 100 * result["list"][2]

    print(f"{name}: spans {spans:.1f}, people {distinct:.1f}")
    assert spans >= FLOORS[name][0]
    assert distinct >= FLOORS[name][1]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_surnames_of_our_own_cases_are_found_without_the_cases_help(language: str) -> None:
    wanted = found = 0
    for path in sorted(CASES.rglob(f"{language}_*.txt")):
        for block in path.read_text(encoding="utf-8").split("===\n"):
            head, _, rows = block.partition("---\n")
            text = head.partition("\n")[2]
            words = {word.lower()[:4] for span in find_names(text, language) for word in text[slice(*span)].split()}
            names = [row.partition("|")[0].split() for row in rows.splitlines() if row.strip()]
            wanted += len(names)
            found += sum(name[0].lower()[:4] in words for name in names)

    assert found >= OWN * wanted
