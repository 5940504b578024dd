"""What all tests share: the made-up examples are the same in every run, so that a run says what the last one said.

To look for new ones: ``HYPOTHESIS_PROFILE=searching .venv/bin/pytest``.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from summaries.loading.fetching import KNOWN_RULES
from tests.postgres import Postgres, postgres

if TYPE_CHECKING:
    from collections.abc import Iterator

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


REPEATS = 2
"""How often a measurement that failed is made again: a busy machine only ever makes a time worse, never better."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("alone") or item.get_closest_marker("growth"):
            item.add_marker(pytest.mark.flaky(reruns=REPEATS))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    """A PostgreSQL server for all tests of a worker; each takes a database of its own."""
    with postgres() as server:
        yield server


@pytest.fixture(autouse=True)
def _no_known_rules() -> Iterator[None]:
    """What one test learns of a site, the next does not know."""
    KNOWN_RULES.clear()
    yield
    KNOWN_RULES.clear()
