"""A process that does one piece of work after the other for its parent, which may kill it at any moment.

Each has a pipe of its own and no lock that others wait for, so that the death of one is felt by nobody else. What the
parent leaves behind when it is killed ends by itself: an idle process when its pipe closes, a busy one by an alarm.
"""

from __future__ import annotations

import shutil
import signal
from importlib import import_module
from multiprocessing import parent_process
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any

from bot.logs import raised_in

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext

PRELOAD = "bot.preload"
"""The module that loads the models."""
MEMORY = 1_000_000_000
"""Bytes of data that a process may have: about half of them are the models, the other half is for the text."""
SPARE = 2.0
"""Seconds after the end of its time at which a process ends itself, if its parent has not done so."""
ENDED_WITHIN = 1.0
"""Seconds for which a process whose pipe has closed waits for its parent to end: a kill closes one file at a time."""


class Died(Exception):
    """The process has ended in the middle of a piece of work, by itself or by a signal."""


class WorkerProcess:
    """A process that is started at once and waits for work. The methods are for one thread alone, but for `kill`."""

    def __init__(self, context: BaseContext, folder: str) -> None:
        self._pipe, there = context.Pipe()
        self._process = context.Process(target=serve, args=(there, folder), daemon=True)  # type: ignore[attr-defined]
        self._process.start()
        there.close()

    @property
    def sentinel(self) -> int:
        """What `multiprocessing.connection.wait` waits for to learn that the process has ended."""
        return int(self._process.sentinel)

    def wait_until_ready(self, seconds: float) -> bool:
        """Wait until the process has loaded the models; tell whether it has."""
        try:
            return bool(self._pipe.poll(seconds)) and self._pipe.recv() is None
        except (EOFError, OSError):
            return False

    def do(self, work: Callable[..., Any], arguments: tuple[object, ...], seconds: float) -> Any:
        """Return what a piece of work returns, or raise what it raises. Raises `Died` and `TimeoutError`."""
        try:
            self._pipe.send((work, arguments, seconds))
            ready = wait([self._pipe, self.sentinel], seconds)
            if not ready:
                raise TimeoutError
            is_done, result = self._pipe.recv()
        except (EOFError, BrokenPipeError, ConnectionError) as error:
            raise Died from error.with_traceback(None)
        if not is_done:
            raise result
        return result

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()

    def end(self) -> None:
        """End the process at once, and let go of what was held for it."""
        self._process.kill()
        self._process.join(1.0)
        self._pipe.close()


def serve(pipe: Connection, folder: str) -> None:
    """Do what comes through a pipe until it is closed. Runs in the process.

    `folder` is where the parent keeps the address that processes are forked at: who outlives the parent deletes it.
    """
    try:
        _serve(pipe)
    finally:
        parent = parent_process()
        if parent is not None:
            parent.join(ENDED_WITHIN)
            if not parent.is_alive():
                shutil.rmtree(folder, ignore_errors=True)


def _serve(pipe: Connection) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):  # the parent decides when its workers end
        signal.signal(number, signal.SIG_IGN)
    _limit_memory()
    import_module(PRELOAD)  # loaded before the fork, where processes are forked
    pipe.send(None)  # ready
    while True:
        try:
            work, arguments, seconds = pipe.recv()
        except (EOFError, OSError):
            return
        except MemoryError as error:
            pipe.send((False, error))
            continue
        _set_alarm(seconds + SPARE)
        outcome = _outcome(work, arguments)
        _set_alarm(0)
        try:
            pipe.send(outcome)
        except (BrokenPipeError, ConnectionError):
            return
        except Exception as error:  # noqa: BLE001 - what cannot be pickled
            pipe.send((False, TypeError(f"a result cannot be sent: {type(error).__name__}")))


def _outcome(work: Callable[..., Any], arguments: tuple[object, ...]) -> tuple[bool, Any]:
    try:
        return True, work(*arguments)
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent is told
        error.add_note(raised_in(error.__traceback__))
        return False, error


def _set_alarm(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory() -> None:
    """Have a process fail, and only that process, on a text that would fill the memory of the machine."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
