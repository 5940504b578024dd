"""Reading and briefing in processes of their own, so that the event loop never computes and bad input can be killed."""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import multiprocessing
from concurrent.futures import TimeoutError as WorkTimeoutError
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

import summaries
import summaries.ask

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

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


Result = TypeVar("Result")

PRELOAD = "bot.preload"
"""The module that loads the models."""
MEMORY = 1_000_000_000
"""Bytes of data that a process may have: about half of them are the models, the other half is for the text."""


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


def preload() -> None:
    """Load what the first briefing needs, where that was not done before the worker was forked."""
    import_module(PRELOAD)


def limit_memory() -> None:
    """Have a process fail, and only that process, on a text that would fill the memory of the machine."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


class Workers:
    """A pool of processes. A piece of work that takes longer than `seconds` is killed, and only that piece.

    As a context, it begins to load the models in the background, and ends all processes.
    """

    def __init__(self, count: int, seconds: float) -> None:
        self._pool = ProcessPool(max_workers=count, initializer=limit_memory, context=_context())
        self._seconds = seconds
        self._warming = Thread(target=self._pool.schedule, args=(preload,))

    async def run(self, work: Callable[..., Result], *arguments: object, seconds: float | None = None) -> Result:
        """Return what `work` returns in a process. Raises its error, or `TookTooLong`, or `Unreadable` if it died."""
        seconds = seconds or self._seconds
        # in a thread, since whoever comes first waits for the pool to start
        future = await asyncio.to_thread(self._pool.schedule, work, args=list(arguments), timeout=seconds)
        try:
            return await asyncio.wrap_future(future)
        except WorkTimeoutError as error:
            raise TookTooLong(seconds=round(seconds)) from error
        except (ProcessExpired, MemoryError) as error:
            raise Unreadable(name="this text") from error

    def __enter__(self) -> Self:
        self._warming.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._warming.join()
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


def _context() -> BaseContext:
    """Fork from a process that only loads the models: a fork of the bot would copy the locks of its threads."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([PRELOAD])
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
