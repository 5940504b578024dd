"""Briefings of our own articles against their labels: each measure stays above its floor in ``floors.toml``.

``pytest -rP tests/evaluation/test_labelled.py`` prints the table, ``python -m tests.evaluation.verdicts`` the faults.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.evaluation.labelled import BODY, UNNAMED, Case, brief_cases, read_cases
from tests.evaluation.verdicts import judge, words_of

FLOORS: dict[str, dict[str, float]] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
ALL = "all"


@cache
def count(group: str) -> dict[str, tuple[int, int]]:
    """Return how many verdicts of each measure are right, and how many there are, in some languages or in all."""
    right, judged = Counter[str](), Counter[str]()
    for case, data in brief_cases():
        if group == ALL or case.language in group.split():
            for verdict in judge(case, data):
                right[verdict.measure] += verdict.right
                judged[verdict.measure] += 1
    return {measure: (right[measure], judged[measure]) for measure in judged}


@pytest.mark.parametrize("group", FLOORS)
def test_briefings_of_our_own_articles_reach_their_floors(group: str) -> None:
    floors, shares = FLOORS[group], dict[str, float]()
    for measure, (right, judged) in count(group).items():
        shares[measure] = right / judged
        print(
            f"{group:5} {measure:22} {right:3} of {judged:3}  {shares[measure]:.3f}  floor {floors.get(measure, 0):.2f}"
        )

    assert {measure: shares.get(measure, 0) for measure in floors if shares.get(measure, 0) < floors[measure]} == {}


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.name)
def test_labels_point_to_what_the_article_says(case: Case) -> None:
    stating = {number for fact in case.facts for number in fact.sentences}
    repairing = {number for need in case.needs.values() for sources in need for number in sources}
    speaking = {number for number, _ in case.says}
    openings = {word[:4] for word in words_of(case.text)}

    assert stating | repairing | speaking | case.never | set(case.needs) <= set(case.spans)
    assert stating.isdisjoint(case.never)
    assert all(word[:4] in openings for person in case.people for word in words_of(person.forms[0]))
    assert all(text in case.sentence(number) for number, text in case.figures)
    assert all(period.surface in case.sentence(period.sentence) for period in case.dates)
    assert all(first <= last for first, last in (period.days for period in case.dates))


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.name)
def test_every_speaker_is_one_of_the_people_or_a_body_or_unnamed(case: Case) -> None:
    names = {person.forms[0] for person in case.people}

    assert {name for _, name in case.says if not name.startswith((BODY, UNNAMED))} <= names
