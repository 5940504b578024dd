"""A queue that gives turns to people: somebody's third file waits behind the first of everybody else."""

from __future__ import annotations

from collections import Counter, deque
from itertools import count
from threading import Lock
from typing import Generic, TypeVar

Item = TypeVar("Item")


class FairQueue(Generic[Item]):
    """Items by owner. The next turn is that of the owner who has least under way, then of who has waited longest.

    Safe to use from several threads.
    """

    def __init__(self) -> None:
        self._waiting: dict[int, deque[Item]] = {}
        self._under_way: Counter[int] = Counter()
        self._last_turn: dict[int, int] = {}
        self._turns = count(1)
        self._lock = Lock()

    def put(self, owner: int, item: Item) -> None:
        """Add an item behind the others of its owner."""
        with self._lock:
            self._waiting.setdefault(owner, deque()).append(item)

    def take(self) -> tuple[int, Item]:
        """Return the next item with its owner, for whom it is under way until `end`. Raises `LookupError` if empty."""
        with self._lock:
            if not self._waiting:
                raise LookupError("nothing waits")
            # owners without a turn yet come first among equals, in the order in which they came
            owner = min(self._waiting, key=lambda who: (self._under_way[who], self._last_turn.get(who, 0)))
            item = self._waiting[owner].popleft()
            if not self._waiting[owner]:
                del self._waiting[owner]
            self._under_way[owner] += 1
            self._last_turn[owner] = next(self._turns)
            return owner, item

    def end(self, owner: int) -> None:
        """Note that an item of an owner is done."""
        with self._lock:
            self._under_way[owner] -= 1
            if self._under_way[owner] <= 0:
                del self._under_way[owner]
                if owner not in self._waiting:
                    self._last_turn.pop(owner, None)
