"""Faults on demand: tests let Telegram refuse, fail, dawdle or hang up."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["flood", "broken", "cut", "cut_after", "slow"]


@dataclass(slots=True)
class Fault:
    """A fault of a method (``*`` for all), for as many calls as are left."""

    method: str
    kind: Kind
    left: int
    seconds: float = 0

    def hits(self, method: str) -> bool:
        """Say whether a call of a method meets the fault."""
        return self.left > 0 and self.method in {"*", method}


@dataclass(slots=True)
class Faults:
    """The faults that are still to come, first come first met. A method may be named in any case."""

    _faults: list[Fault] = field(default_factory=list)

    def flood(self, method: str, times: int = 1, retry_after: int = 1) -> None:
        """Answer with 429 and the seconds to wait."""
        self._add(method, "flood", times, retry_after)

    def break_down(self, method: str, times: int = 1) -> None:
        """Answer with 500."""
        self._add(method, "broken", times)

    def cut(self, method: str, times: int = 1, *, after: bool = False) -> None:
        """Cut the connection before the method is carried out, or after: done, but the answer is lost."""
        self._add(method, "cut_after" if after else "cut", times)

    def slow(self, method: str, seconds: float, times: int = 1) -> None:
        """Wait before the method is carried out."""
        self._add(method, "slow", times, seconds)

    def clear(self) -> None:
        """Forget all faults."""
        self._faults.clear()

    def meet(self, method: str) -> Fault | None:
        """Return the fault that a call of a method meets, and count it."""
        for fault in self._faults:
            if fault.hits(method.lower()):
                fault.left -= 1
                return fault
        return None

    def _add(self, method: str, kind: Kind, times: int, seconds: float = 0) -> None:
        self._faults.append(Fault(method.lower(), kind, times, seconds))
