"""Faults of the Bot API on demand: it refuses, fails, dawdles or hangs up."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

Kind = Literal["flood", "broken", "cut", "cut_after", "slow", "refused"]


@dataclass(slots=True)
class Fault:
    """A fault of a method (``*`` for all), for as many calls as are left."""

    method: str
    kind: Kind
    left: int
    seconds: float = 0
    reason: str = ""

    def hits(self, method: str) -> bool:
        """Say whether a call of a method meets the fault."""
        return self.left > 0 and self.method in {"*", method}


class Faults:
    """The faults that are still to come, first come first met. A method may be named in any case.

    `middleware` puts them before the Bot API of a playground; a download is the method ``download``.
    """

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def flood(self, method: str, times: int = 1, retry_after: int = 1) -> None:
        """Answer with 429 and the seconds to wait."""
        self._add(method, "flood", times, retry_after)

    def refuse(self, method: str, reason: str, times: int = 1) -> None:
        """Answer with 400 and a reason."""
        self._faults.append(Fault(method.lower(), "refused", times, reason=reason))

    def break_down(self, method: str, times: int = 1) -> None:
        """Answer with 500."""
        self._add(method, "broken", times)

    def cut(self, method: str, times: int = 1, *, after: bool = False) -> None:
        """Cut the connection before the method is carried out, or after: done, but the answer is lost."""
        self._add(method, "cut_after" if after else "cut", times)

    def slow(self, method: str, seconds: float, times: int = 1) -> None:
        """Wait before the method is carried out."""
        self._add(method, "slow", times, seconds)

    @property
    def left(self) -> int:
        """How many calls will still meet a fault."""
        return sum(fault.left for fault in self._faults)

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

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Meet the next fault of a method on the way to it or back."""
        name = request.match_info.get("method") or ("download" if "token" in request.match_info else "")
        fault = self.meet(name)
        if fault is None or not name:
            return await handler(request)
        if fault.kind == "flood":
            seconds = int(fault.seconds)
            return _refuse(429, f"Too Many Requests: retry after {seconds}", parameters={"retry_after": seconds})
        if fault.kind == "refused":
            return _refuse(400, f"Bad Request: {fault.reason}")
        if fault.kind == "broken":
            return _refuse(500, "Internal Server Error")
        if fault.kind == "cut":
            return _hang_up(request)
        await asyncio.sleep(fault.seconds)
        answer = await handler(request)
        return _hang_up(request) if fault.kind == "cut_after" else answer


def _refuse(code: int, description: str, **more: object) -> web.Response:
    return web.json_response({"ok": False, "error_code": code, "description": description, **more}, status=code)


def _hang_up(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response(status=500)
