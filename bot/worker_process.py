"""A process that does one job after another for its parent, which may kill it at any moment.

Each process has its own pipe and shares no locks, so that its death does not affect the others. Processes end by
themselves if their parent is killed: an idle one when its pipe closes, a busy one by an alarm.
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
"""Memory limit (data segment) of a process in bytes: about half is for the models, the rest for the text."""
SPARE = 2.0
"""Seconds after its time limit at which a process ends itself, if its parent has not killed it by then."""
ENDED_WITHIN = 1.0
"""Seconds for which a process whose pipe was closed waits for its parent to end: a dying parent closes files singly."""


class Died(Exception):
    """The process ended in the middle of a job, by itself or by a signal."""


class WorkerProcess:
    """A process, started at once, that waits for jobs. All methods except `kill` must be called from one thread."""

    def __init__(self, context: BaseContext, folder: str) -> None:
        self._pipe, there = context.Pipe()
        self._process = context.Process(target=serve, args=(there, folder), daemon=True)  # type: ignore[attr-defined]
        self._process.start()
        there.close()

    @property
    def sentinel(self) -> int:
        """A handle for `multiprocessing.connection.wait` that becomes ready when the process ends."""
        return int(self._process.sentinel)

    def wait_until_ready(self, seconds: float) -> bool:
        """Wait until the process has loaded the models; return whether it has."""
        try:
            return bool(self._pipe.poll(seconds)) and self._pipe.recv() is None
        except (EOFError, OSError):
            return False

    def do(self, work: Callable[..., Any], arguments: tuple[object, ...], seconds: float) -> Any:
        """Run a job; return its result or raise its exception. Raises `Died` and `TimeoutError`."""
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
        """Kill the process."""
        self._process.kill()

    def end(self) -> None:
        """Kill the process and release its resources."""
        self._process.kill()
        self._process.join(1.0)
        self._pipe.close()


def serve(pipe: Connection, folder: str) -> None:
    """Run the jobs that come through a pipe until it is closed: the main function of the process.

    `folder` holds the socket of the fork server; a process that outlives the parent deletes it.
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
    import_module(PRELOAD)  # already loaded if this process was forked
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
        except Exception as error:  # noqa: BLE001 - the result cannot be pickled
            pipe.send((False, TypeError(f"a result cannot be sent: {type(error).__name__}")))


def _outcome(work: Callable[..., Any], arguments: tuple[object, ...]) -> tuple[bool, Any]:
    try:
        return True, work(*arguments)
    except Exception as error:  # noqa: BLE001 - passed on to the parent
        error.add_note(raised_in(error.__traceback__))
        return False, error


def _set_alarm(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory() -> None:
    """Limit the memory of the process, so that a pathological text fails alone instead of exhausting the machine."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
