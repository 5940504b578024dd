"""The judge of briefings, on an article of four sentences."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from tests.evaluation.labelled import Case, read_case
from tests.evaluation.verdicts import judge

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = """\
title: A well runs dry
language: en
published: 2025-03-12

[1] The well of Fern Hill has run dry, said mayor Ada Cole, who drank from it as a child.
[2] "We will dig by the end of 2026," she said.

[3] Her cousin Max Cole, a plumber, doubts it.
[4] Subscribe to our letter about wells.
"""
LABELS = """\
facts = [
  { weight = 3, fact = "The well is dry", sentences = [1] },
  { weight = 2, fact = "A new one will be dug", sentences = [2] },
]
never = [4]
people = [
  { name = "Ada Cole", role = ["mayor"] },
  { name = "Max Cole", role = ["a plumber", "plumber"] },
]
says = [
  { speaker = "Ada Cole", direct = [2], indirect = [1] },
  { speaker = "body: Fern Hill council", indirect = [3] },
]
dates = [{ surface = "the end of 2026", sentence = 2, first_day = 2026-01-01, last_day = 2026-12-31 }]
figures = []
[needs]
2 = { why = "he", from = [1] }
"""
EMPTY: dict[str, Any] = {
    "summary": {"headline": [], "short": [], "medium": [], "long": []},
    "key_points": [],
    "people": [],
    "dates": [],
    "details": {"people": [], "bodies": [], "figures": [], "oral": []},
}


@pytest.fixture
def case(tmp_path: Path) -> Case:
    (tmp_path / "well.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "well.toml").write_text(LABELS, encoding="utf-8")
    return read_case(tmp_path / "well.txt")


def judged(case: Case, measure: str, **data: Any) -> list[bool]:
    return [verdict.right for verdict in judge(case, {**EMPTY, **data}) if verdict.measure == measure]


def showing(case: Case, *numbers: int) -> dict[str, Any]:
    return {"summary": {**EMPTY["summary"], "medium": [case.sentence(number) for number in numbers]}}


def speaking(case: Case, name: str, number: int) -> dict[str, Any]:
    start, stop = case.spans[number]
    return {"name": name, "says": [{"start": start, "stop": stop}]}


def dated(first: dt.date, last: dt.date) -> list[dict[str, str]]:
    return [{"surface": "2026", "first_day": first.isoformat(), "last_day": last.isoformat()}]


def test_a_fact_is_told_by_most_of_its_sentence(case: Case) -> None:
    half = case.sentence(1)[:30]

    assert judged(case, "facts told, medium", **showing(case, 1)) == [True, False]
    assert judged(case, "facts told, medium", summary={**EMPTY["summary"], "medium": [half]}) == [False, False]


def test_what_stands_over_the_budget_is_not_shown(case: Case) -> None:
    long = [case.sentence(1)] * 10

    assert len(judged(case, "fit to show, short", summary={**EMPTY["summary"], "short": long})) == 60 // 17


def test_a_sentence_is_clear_beside_its_source_or_with_its_words_in_brackets(case: Case) -> None:
    told = case.sentence(2).replace("she", "she [Ada Cole]")

    assert judged(case, "clear, medium", **showing(case, 2)) == [False]
    assert judged(case, "clear, medium", **showing(case, 1, 2)) == [True, True]
    assert judged(case, "clear, points", key_points=[case.sentence(1), case.sentence(2)]) == [True, False]
    assert judged(case, "clear, points", key_points=[told]) == [True]
    assert judged(case, "clear, points", key_points=[[case.sentence(1), case.sentence(2)]]) == [True, True]


def test_an_invitation_is_not_fit_to_show(case: Case) -> None:
    assert judged(case, "fit to show, medium", **showing(case, 3, 4)) == [True, False]


def test_a_text_that_is_not_the_articles_is_not_verbatim(case: Case) -> None:
    invented = {**EMPTY["summary"], "long": ["The well of Fern Hill is full."]}

    assert judged(case, "verbatim", summary=invented) == [False]


def test_a_surname_of_two_means_nobody_and_the_second_of_one_is_too_many(case: Case) -> None:
    names = ["Ada Cole", "Cole", "Ada Cole"]
    people = [{"name": name, "role": None} for name in names]

    assert judged(case, "people, precision", people=people) == [True, False, False]
    assert judged(case, "people, recall", people=people) == [True, False]


@pytest.mark.parametrize(
    ("role", "right"),
    [("mayor", True), ("mayor of it", True), ("the mayor of it all, and more", False), ("plumber", False)],
)
def test_a_role_is_right_with_few_words_besides(case: Case, role: str, right: bool) -> None:  # noqa: FBT001
    people = [{"name": "Ada Cole", "role": role}]

    assert judged(case, "roles, precision", people=people) == [right]
    assert judged(case, "roles, recall", people=people) == [right, False]


def test_words_of_one_given_to_another_are_wrong(case: Case) -> None:
    people = [{"name": "Ada Cole", "role": None}, {"name": "Max Cole", "role": None}]
    right = {"people": [speaking(case, "Ada Cole", 2)], "bodies": [], "figures": [], "oral": []}
    wrong = {"people": [speaking(case, "Max Cole", 2)], "bodies": [], "figures": [], "oral": []}

    assert judged(case, "says, right speaker", people=people, details=right) == [True]
    assert judged(case, "says, recall", people=people, details=right) == [False, True]
    assert judged(case, "says, right speaker", people=people, details=wrong) == [False]


def test_a_body_is_heard_in_its_own_sentence(case: Case) -> None:
    details = {"people": [], "bodies": [speaking(case, "the council", 3)], "figures": [], "oral": []}
    elsewhere = {"people": [], "bodies": [speaking(case, "the council", 1)], "figures": [], "oral": []}

    assert judged(case, "bodies, recall", details=details) == [True]
    assert judged(case, "bodies, recall", details=elsewhere) == [False]
    assert judged(case, "bodies, precision", details=elsewhere) == [False]


def test_the_end_of_a_year_counts_as_the_year_and_a_day_of_it_does_not(case: Case) -> None:
    end = dated(dt.date(2026, 10, 1), dt.date(2026, 12, 31))
    day = dated(dt.date(2026, 10, 1), dt.date(2026, 10, 1))

    assert judged(case, "dates, recall", dates=end) == [True]
    assert judged(case, "dates, precision", dates=day) == [False]


def test_the_day_of_publication_counts_neither_way(case: Case) -> None:
    assert judged(case, "dates, precision", dates=dated(case.published, case.published)) == []
