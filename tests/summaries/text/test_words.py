"""Words and their stems."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from summaries.text.words import _stem, find_stems

if TYPE_CHECKING:
    from collections.abc import Iterator

ENDINGS = ("ation", "izing", "fulness", "edly", "ousness", "s")


@pytest.fixture
def eager_threads() -> Iterator[None]:
    """Have threads take turns within a word."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("eager_threads")
def test_words_that_several_threads_stem_at_once_have_the_stems_that_they_have_alone() -> None:
    texts = [" ".join(f"b{'a' * (number % 7)}rk{number}{ending}" for ending in ENDINGS * 20) for number in range(40)]
    alone = [find_stems(text, "en") for text in texts]
    _stem.cache_clear()

    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(find_stems, texts, ["en"] * len(texts)))

    assert together == alone
