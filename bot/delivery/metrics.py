"""What the bot counts and times, for Prometheus: https://prometheus.io/docs/practices/naming."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from prometheus_client import Counter, Gauge, Histogram

if TYPE_CHECKING:
    from collections.abc import Iterator

UPDATES = Counter("briefing_updates_total", "Updates by kind and outcome", ["kind", "outcome"])
UPDATE_TIME = Histogram(
    "briefing_update_seconds",
    "From the arrival of an update here to its answer",
    buckets=(0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600),
)
WAITING = Gauge("briefing_updates_waiting", "Updates that are not answered yet, all replicas")
FAILED = Gauge("briefing_updates_failed", "Updates that are kept because their answer failed, all replicas")
SENDS = Counter("briefing_sends_total", "Calls to Telegram by method and outcome", ["method", "outcome"])
SEND_WAIT = Histogram(
    "briefing_send_wait_seconds",
    "How long messages wait for Telegram's flood limits",
    buckets=(0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10, 30, 60),
)
ARTICLES = Counter("briefing_articles_total", "Articles by source and outcome", ["source", "outcome"])
LOAD_TIME = Histogram(
    "briefing_load_seconds",
    "From the request for an article to its briefing",
    buckets=(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
)
CACHE = Counter("briefing_cache_total", "Lookups of stored briefings: hit, or miss if recomputed", ["outcome"])
LAG = Histogram(
    "briefing_loop_lag_seconds",
    "Delay of the event loop, sampled four times a second",
    buckets=(0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5),
)


@contextmanager
def loading(source: str) -> Iterator[None]:
    """Count an article of a source by its outcome (``read``, or the name of the error); time it if it was read."""
    started, outcome = time.monotonic(), "read"
    try:
        yield
    except Exception as error:
        outcome = type(error).__name__
        raise
    finally:
        ARTICLES.labels(source, outcome).inc()
        if outcome == "read":
            LOAD_TIME.observe(time.monotonic() - started)
