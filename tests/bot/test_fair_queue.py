"""Turns between people."""

from __future__ import annotations

import pytest

from bot.fair_queue import FairQueue

ADA, BEN, EVE = 1, 2, 3


def take_all(queue: FairQueue[str]) -> list[str]:
    taken: list[str] = []
    while True:
        try:
            owner, item = queue.take()
        except LookupError:
            return taken
        taken.append(item)
        queue.end(owner)


def test_the_items_of_one_person_come_in_order() -> None:
    queue = FairQueue[str]()
    for item in "abc":
        queue.put(ADA, item)

    assert take_all(queue) == ["a", "b", "c"]


def test_a_persons_third_item_waits_behind_the_first_of_the_others() -> None:
    queue = FairQueue[str]()
    for item in ("ada 1", "ada 2", "ada 3"):
        queue.put(ADA, item)
    queue.put(BEN, "ben 1")

    assert take_all(queue).index("ben 1") < 2


def test_who_has_something_under_way_waits_for_who_has_nothing() -> None:
    queue = FairQueue[str]()
    queue.put(ADA, "ada 1")
    queue.take()
    queue.put(ADA, "ada 2")
    queue.put(BEN, "ben 1")
    queue.put(EVE, "eve 1")

    assert [queue.take()[1] for _ in range(3)] == ["ben 1", "eve 1", "ada 2"]


def test_an_empty_queue_says_so() -> None:
    with pytest.raises(LookupError):
        FairQueue[str]().take()
