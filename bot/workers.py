"""Reads and briefs in worker processes, so that the event loop never blocks and work on bad input can be killed."""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import logging
import multiprocessing
import os
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cache
from multiprocessing.connection import wait
from multiprocessing.util import get_temp_dir
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, Self, TypeVar

import summaries
import summaries.ask
from bot.fair_queue import FairQueue
from bot.worker_process import PRELOAD, Died, WorkerProcess
from summaries.article import take_chapter
from summaries.errors import TookTooLong, Unreadable
from summaries.loading import read, read_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.context import BaseContext

    from summaries.article import Article
    from summaries.ask import Answer
    from summaries.briefing import Briefing


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text comes from, as far as Telegram tells for a forwarded post."""

    site: str | None = None
    author: str | None = None
    published: dt.date | None = None
    url: str | None = None


log = logging.getLogger(__name__)
Result = TypeVar("Result")

ASKED_BY: ContextVar[int] = ContextVar("asked_by", default=0)
"""Telegram's id of the person for whom the current task works; 0 for nobody."""
STARTED_WITHIN = 120.0
"""Seconds for a process to load the models."""
PAUSE = 0.5
"""Seconds between attempts to start a process."""
LONGEST_ADDRESS = 103
"""Maximum length of a Unix socket's path in bytes: 107 on Linux, 103 on macOS and the BSDs."""
SOCKET_NAME = len("/listener-12345678")
DEATHS = 2
"""How many processes have to die during a job before it is given up."""


def brief_file(data: bytes, name: str | None, media_type: str | None, url: str | None, method: str) -> Briefing:
    """Load the bytes of a file or page and brief on the article."""
    return summaries.brief(read(data, name=name, media_type=media_type, url=url), method=method)


def brief_text(text: str, origin: Origin, method: str) -> Briefing:
    """Brief on a pasted text or a forwarded post."""
    article = read_text(text)
    told = replace(
        article,
        site=origin.site or article.site,
        author=article.author or origin.author,
        published=article.published or origin.published,
        url=article.url or origin.url,
    )
    return summaries.brief(told, method=method)


def brief_article(article: Article, method: str) -> Briefing:
    """Brief on an article that has already been loaded."""
    return summaries.brief(article, method=method)


def brief_chapter(work: Article, number: int, method: str) -> Briefing:
    """Brief on a chapter of a work, by its number from 0, as an article of its own."""
    return summaries.brief(take_chapter(work, number), method=method)


def answer_question(briefing: Briefing, question: str) -> Answer:
    """Return the sentences of an article that answer a question."""
    return summaries.ask.answer(briefing, question)  # imports numpy, which the bot's own process does not need


class _Job:
    """A job, waiting or in progress."""

    def __init__(self, work: Callable[..., Any], arguments: tuple[object, ...], seconds: float) -> None:
        self.work = work
        self.arguments = arguments
        self.seconds = seconds
        self.deaths = 0
        self.process: WorkerProcess | None = None
        self.future: Future[Any] = Future()
        self.future.add_done_callback(self._stop)

    def _stop(self, future: Future[Any]) -> None:
        """Kill the process whose result nobody is waiting for any more."""
        if future.cancelled() and (process := self.process):
            process.kill()


class Workers:
    """A pool of `count` processes, each supervised by a thread that replaces it whenever it ends.

    A job that takes longer than `seconds` is killed, without affecting the others. People take turns, see `FairQueue`.
    Entering the context starts loading the models in the background; leaving it ends all processes.
    """

    def __init__(self, count: int, seconds: float) -> None:
        self._folder = get_temp_dir()  # created here, because two threads at once would create two
        self._context = _context(self._folder)
        self._seconds = seconds
        self._queue: FairQueue[_Job] = FairQueue()
        self._tickets, self._issue = os.pipe()  # one byte per waiting job: the thread that reads it takes a job
        os.set_blocking(self._tickets, False)
        self._closing = Event()
        self._ready: set[int] = set()
        self._threads = [Thread(target=self._keep, args=(number,), name=f"worker-{number}") for number in range(count)]

    @property
    def is_ready(self) -> bool:
        """Whether at least one process has loaded the models."""
        return bool(self._ready)

    async def run(self, work: Callable[..., Result], *arguments: object, seconds: float | None = None) -> Result:
        """Run `work` in a process, once it is the turn of the person in `ASKED_BY`, and return its result.

        Raises what `work` raises, `TookTooLong`, or `Unreadable` if its process died repeatedly.
        """
        seconds = seconds or self._seconds
        job = _Job(work, arguments, seconds)
        self._wait_for_turn(ASKED_BY.get(), job)
        try:
            result: Result = await asyncio.wrap_future(job.future)
        except TimeoutError as error:
            raise TookTooLong(seconds=round(seconds)) from error
        except (Died, MemoryError) as error:
            raise Unreadable(name="this text") from error
        finally:
            # a job and its future form a cycle, and an error refers to this frame: neither may keep the file in memory
            job.arguments = ()
            del arguments
        return result

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        os.write(self._issue, b"." * len(self._threads))
        for thread in self._threads:
            thread.join()
        os.close(self._issue)
        os.close(self._tickets)

    def _wait_for_turn(self, owner: int, job: _Job) -> None:
        self._queue.put(owner, job)
        os.write(self._issue, b".")

    def _keep(self, number: int) -> None:
        """Keep a process running for as long as the context lasts."""
        while not self._closing.is_set():
            try:
                process = WorkerProcess(self._context, self._folder)
            except (OSError, EOFError) as error:
                # usually the fork server has just died; it is restarted for the next process
                log.warning("A worker cannot be started: %s", type(error).__name__)
                self._closing.wait(PAUSE)
                continue
            try:
                if process.wait_until_ready(STARTED_WITHIN):
                    self._ready.add(number)
                    self._give_work(process)
                else:
                    log.warning("A worker has not started")
                    self._closing.wait(PAUSE)
            finally:
                self._ready.discard(number)
                process.end()

    def _give_work(self, process: WorkerProcess) -> None:
        """Give jobs to a process until it ends."""
        while not self._closing.is_set():
            if process.sentinel in wait([process.sentinel, self._tickets]):
                log.warning("An idle worker has ended and is replaced")
                return
            try:
                os.read(self._tickets, 1)
                owner, job = self._queue.take()
            except (BlockingIOError, LookupError):  # another thread was faster
                continue
            try:
                is_alive = self._do(process, owner, job)
            finally:
                self._queue.end(owner)
            if not is_alive:
                return

    def _do(self, process: WorkerProcess, owner: int, job: _Job) -> bool:
        """Have a process do a job; return whether it is still alive."""
        job.process = process
        if job.future.cancelled():
            return True
        try:
            result = process.do(job.work, job.arguments, job.seconds)
        except Died as error:
            job.process = None
            job.deaths += 1
            log.warning("A worker has died")
            if job.deaths < DEATHS and not job.future.cancelled():  # the signal may have been meant for something else
                self._wait_for_turn(owner, job)
            else:
                _end(job.future.set_exception, error)
            return False
        except TimeoutError as error:
            _end(job.future.set_exception, error)
            return False
        except Exception as error:  # noqa: BLE001 - passed on to whoever awaits the job
            _end(job.future.set_exception, error)
        else:
            _end(job.future.set_result, result)
        job.process = None
        return True


def _end(settle: Callable[[Any], None], outcome: object) -> None:
    if isinstance(outcome, Exception):  # its frames hold the file's bytes; a note says where it was raised
        outcome.__traceback__ = None
    with suppress(InvalidStateError):  # nobody awaits it any more
        settle(outcome)


def _context(folder: str) -> BaseContext:
    """Return the context of a fork server that has loaded the models: forking the bot itself would copy held locks.

    The server's socket is in `folder`; where its path would be too long, processes are spawned instead.
    """
    has_room = len(os.fsencode(folder)) + SOCKET_NAME <= LONGEST_ADDRESS
    if "forkserver" not in multiprocessing.get_all_start_methods() or not has_room:
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([PRELOAD, __name__])
    return context


@cache
def engine_version(method: str) -> str:
    """Return a digest of the engine's code and data: briefings with another one are recomputed."""
    root = Path(summaries.__file__).parent
    digest = hashlib.sha256(method.encode())
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
