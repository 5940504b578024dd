"""Whether a cost grows with the text and not with its square, told apart from the noise of a busy machine."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

from threadpoolctl import threadpool_limits

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 12
SLACK = 0.02
"""Seconds within which two figures count as the same."""


def cpu_seconds(run: Callable[[], object]) -> float:
    """Return the CPU seconds that one call takes."""
    before = time.process_time()
    run()
    return time.process_time() - before


def grows_at_most(times: float, small: Callable[[], object], large: Callable[[], object]) -> bool:
    """Return whether ``large`` costs at most so many times what ``small`` costs.

    The least of several runs comes near to the true cost: noise only ever adds. Rounds are added until the figures
    agree. As in `timeit`, no garbage is collected meanwhile: that costs what else is in the memory. Linear algebra
    keeps to one thread, since others are counted too while they wait for work.
    """
    least_small = least_large = float("inf")
    gc.disable()
    try:
        with threadpool_limits(limits=1):
            for _ in range(ROUNDS):
                least_small = min(least_small, cpu_seconds(small))
                least_large = min(least_large, cpu_seconds(large))
                if least_large <= times * least_small + SLACK:
                    return True
    finally:
        gc.enable()
    print(f"{least_small:.3f} s became {least_large:.3f} s")
    return False
