"""How fast summaries are made, how the cost grows, and what memory it takes; -rP shows the figures."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import pytest

from summaries import load
from summaries.document import read_document
from summaries.ranking import assess_by, find_key_points, rank_sentences
from summaries.text import split_sentences
from tests.benchmarks.made_up import make_up
from tests.growth import cpu_seconds, grows_at_most

if TYPE_CHECKING:
    from collections.abc import Callable

    from summaries.article import Article

pytestmark = pytest.mark.alone
ROOT = Path(__file__).parent.parent.parent
MANY = 5000
SECONDS_FOR_MANY = 2.0
MEGABYTES_FOR_MANY = 350
SECONDS_FOR_AN_ARTICLE = 0.015
ROOM = 2.0
"""How much slower than the target a machine with other work may be before a test fails."""
EXPONENT = 1.2
PEAK = Path("/proc/self/status")


def summed_up(article: Article) -> None:
    assessment = assess_by(read_document(article))
    rank_sentences(assessment)
    find_key_points(assessment)


def summing_up(count: int) -> Callable[[], object]:
    return partial(summed_up, make_up(count))


def test_five_thousand_sentences_take_two_seconds() -> None:
    summed_up(make_up(40))
    spent = cpu_seconds(summing_up(MANY))

    print(f"{MANY} sentences in {spent:.2f} s of CPU")
    assert spent < SECONDS_FOR_MANY * ROOM


def test_the_cost_grows_little_faster_than_the_text() -> None:
    assert grows_at_most(10**EXPONENT, summing_up(500), summing_up(5000))


@pytest.mark.parametrize("seed", sorted((ROOT / "seeds").glob("*.md")), ids=lambda path: path.stem)
def test_an_article_of_forty_sentences_takes_fifteen_milliseconds_warm(seed: Path) -> None:
    article = load(seed)
    summed_up(article)
    spent = median(cpu_seconds(partial(summed_up, article)) for _ in range(15))

    print(f"{seed.stem}: {len(split_sentences(article))} sentences in {1000 * spent:.1f} ms of CPU")
    assert spent < SECONDS_FOR_AN_ARTICLE * ROOM


@pytest.mark.skipif(not PEAK.exists(), reason="the system does not say how much memory a program took")
def test_five_thousand_sentences_fit_into_the_memory() -> None:
    # ru_maxrss would count what the process that starts the program takes as well
    code = (
        f"from tests.benchmarks.test_ranking import PEAK, summing_up; summing_up({MANY})();"
        "print(next(line.split()[1] for line in PEAK.read_text().splitlines() if line.startswith('VmHWM')))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603
    megabytes = int(run.stdout) / 1024

    print(f"{megabytes:.0f} MB at the most")
    assert megabytes < MEGABYTES_FOR_MANY
