"""Reading and briefing in processes of their own, so that the event loop never computes and bad input can be killed."""

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
    """Where a text comes from, as far as Telegram says so of a forwarded post."""

    site: str | None = None
    author: str | None = None
    published: dt.date | None = None
    url: str | None = None


log = logging.getLogger(__name__)
Result = TypeVar("Result")

ASKED_BY: ContextVar[int] = ContextVar("asked_by", default=0)
"""Telegram's id of the person for whom something is done; 0 for nobody."""
STARTED_WITHIN = 120.0
"""Seconds for a process to load the models."""
PAUSE = 0.5
"""Seconds before a process that could not be started is started again."""
LONGEST_ADDRESS = 103
"""Bytes that the path of a Unix socket may have: 107 on Linux, 103 on macOS and the BSDs."""
SOCKET_NAME = len("/listener-12345678")
DEATHS = 2
"""How many processes may die of a piece of work before it is blamed."""


def brief_file(data: bytes, name: str | None, media_type: str | None, url: str | None, method: str) -> Briefing:
    """Read the bytes of a file or page and brief on them."""
    return summaries.brief(read(data, name=name, media_type=media_type, url=url), method=method)


def brief_text(text: str, origin: Origin, method: str) -> Briefing:
    """Brief on a pasted text, or on a post that was forwarded."""
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
    """Brief on an article that is loaded already."""
    return summaries.brief(article, method=method)


def answer_question(briefing: Briefing, question: str) -> Answer:
    """Return the sentences of an article that answer a question."""
    return summaries.ask.answer(briefing, question)  # imports numpy, which the process of the bot does without


class _Job:
    """A piece of work that waits or is under way."""

    def __init__(self, work: Callable[..., Any], arguments: tuple[object, ...], seconds: float) -> None:
        self.work = work
        self.arguments = arguments
        self.seconds = seconds
        self.deaths = 0
        self.process: WorkerProcess | None = None
        self.future: Future[Any] = Future()
        self.future.add_done_callback(self._stop)

    def _stop(self, future: Future[Any]) -> None:
        """End the process that does what nobody waits for any more."""
        if future.cancelled() and (process := self.process):
            process.kill()


class Workers:
    """So many processes, each kept by a thread that starts another in its place whenever it ends.

    A piece of work that takes longer than `seconds` is killed, and only that piece. People take turns, see `FairQueue`.
    As a context, it begins to load the models in the background, and ends all processes.
    """

    def __init__(self, count: int, seconds: float) -> None:
        self._folder = get_temp_dir()  # made here: two threads at once would make two
        self._context = _context(self._folder)
        self._seconds = seconds
        self._queue: FairQueue[_Job] = FairQueue()
        self._tickets, self._issue = os.pipe()  # a byte for each job that waits: whichever idle thread reads it does it
        os.set_blocking(self._tickets, False)
        self._closing = Event()
        self._ready: set[int] = set()
        self._threads = [Thread(target=self._keep, args=(number,), name=f"worker-{number}") for number in range(count)]

    @property
    def is_ready(self) -> bool:
        """Whether there is a process that has loaded the models, and takes work or does some."""
        return bool(self._ready)

    async def run(self, work: Callable[..., Result], *arguments: object, seconds: float | None = None) -> Result:
        """Return what `work` returns in a process, when it is the turn of the person in `ASKED_BY`.

        Raises its error, or `TookTooLong`, or `Unreadable` if its process died, and died again.
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
            # a job and its future refer to each other, and an error to this frame: neither may keep the file alive
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
        """Keep a process for as long as the context lasts."""
        while not self._closing.is_set():
            try:
                process = WorkerProcess(self._context, self._folder)
            except (OSError, EOFError) as error:
                # mostly, the process that forks has just ended, and is started anew for the next one
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
        """Give work to a process until it ends."""
        while not self._closing.is_set():
            if process.sentinel in wait([process.sentinel, self._tickets]):
                log.warning("A worker has ended while it was idle: another takes its place")
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
        """Do a job; tell whether the process is still there for another."""
        job.process = process
        if job.future.cancelled():
            return True
        try:
            result = process.do(job.work, job.arguments, job.seconds)
        except Died as error:
            job.process = None
            job.deaths += 1
            log.warning("A worker has died")
            if job.deaths < DEATHS and not job.future.cancelled():  # a signal may have hit the wrong one
                self._wait_for_turn(owner, job)
            else:
                _end(job.future.set_exception, error)
            return False
        except TimeoutError as error:
            _end(job.future.set_exception, error)
            return False
        except Exception as error:  # noqa: BLE001 - it belongs to whoever waits for the job
            _end(job.future.set_exception, error)
        else:
            _end(job.future.set_result, result)
        job.process = None
        return True


def _end(settle: Callable[[Any], None], outcome: object) -> None:
    if isinstance(outcome, Exception):  # its frames hold the file that was read; a note says where it was raised
        outcome.__traceback__ = None
    with suppress(InvalidStateError):  # nobody waits for it any more
        settle(outcome)


def _context(folder: str) -> BaseContext:
    """Fork from a process that only loads the models: a fork of the bot would copy the locks of its threads.

    That process is reached at a socket in the `folder`; where the path would be too long for one, each is started anew.
    """
    has_room = len(os.fsencode(folder)) + SOCKET_NAME <= LONGEST_ADDRESS
    if "forkserver" not in multiprocessing.get_all_start_methods() or not has_room:
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([PRELOAD, __name__])
    return context


@cache
def engine_version(method: str) -> str:
    """Return a digest of the engine's code and data, so that briefings of an older engine are made anew."""
    root = Path(summaries.__file__).parent
    digest = hashlib.sha256(method.encode())
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
