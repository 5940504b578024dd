"""A queue that is fair between people: somebody's third file waits behind everybody else's first."""

from __future__ import annotations

from collections import Counter, deque
from itertools import count
from threading import Lock
from typing import Generic, TypeVar

Item = TypeVar("Item")


class FairQueue(Generic[Item]):
    """Items by owner. Next comes the owner with the fewest items in progress, then the one whose last turn is oldest.

    Thread-safe.
    """

    def __init__(self) -> None:
        self._waiting: dict[int, deque[Item]] = {}
        self._under_way: Counter[int] = Counter()
        self._last_turn: dict[int, int] = {}
        self._turns = count(1)
        self._lock = Lock()

    def put(self, owner: int, item: Item) -> None:
        """Add an item behind its owner's others."""
        with self._lock:
            self._waiting.setdefault(owner, deque()).append(item)

    def take(self) -> tuple[int, Item]:
        """Return the next owner and item; the item is in progress until `end`. Raises `LookupError` if empty."""
        with self._lock:
            if not self._waiting:
                raise LookupError("nothing waits")
            # among equals, owners without a turn so far come first, in order of arrival
            owner = min(self._waiting, key=lambda who: (self._under_way[who], self._last_turn.get(who, 0)))
            item = self._waiting[owner].popleft()
            if not self._waiting[owner]:
                del self._waiting[owner]
            self._under_way[owner] += 1
            self._last_turn[owner] = next(self._turns)
            return owner, item

    def end(self, owner: int) -> None:
        """Record that an owner's item is done."""
        with self._lock:
            self._under_way[owner] -= 1
            if self._under_way[owner] <= 0:
                del self._under_way[owner]
                if owner not in self._waiting:
                    self._last_turn.pop(owner, None)
