"""The briefing service: takes articles in, keeps them, hands out their briefings. What the handlers call."""

from __future__ import annotations

from asyncio import Semaphore
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.delivery.metrics import CACHE, loading
from bot.errors import NoChapters, NoSuchArticle, NoSuchChapter, NothingHere, NotShared, StaleButton
from bot.exports import File, draw, export
from bot.library import Library
from bot.library.protocols import EVERYBODY
from bot.locales import SOURCE
from bot.workers import (
    Origin,
    Workers,
    answer_question,
    brief_article,
    brief_chapter,
    brief_file,
    brief_text,
    engine_version,
)
from summaries.errors import SourceError, TextError
from summaries.loading import Fetched, fetch

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from bot.library import Card
    from bot.library.protocols import StoredBriefing
    from summaries.ask import Answer
    from summaries.briefing import Briefing
    from summaries.errors import BriefingError

Fetch = Callable[[str], Awaitable["Fetched"]]
LINKS_AT_ONCE, FILES_AT_ONCE = 16, 6
"""How many pages, or files of 10 MB, are in memory at once; the others wait."""


@dataclass(frozen=True, slots=True)
class Service:
    """Articles in, briefings out. `chat` is Telegram's id of a chat; every method may raise `BriefingError`."""

    library: Library
    workers: Workers
    method: str = "briefing"
    fetch: Fetch = fetch
    keep_days: int = 30
    """How long a chat's articles are kept; the store deletes them after that."""
    links: Semaphore = field(default_factory=lambda: Semaphore(LINKS_AT_ONCE))
    files: Semaphore = field(default_factory=lambda: Semaphore(FILES_AT_ONCE))

    async def take_address(self, chat: int, address: str, fetched: Callable[[], Awaitable[None]]) -> Briefing:
        """Load the article at an address and open it in a chat; `fetched` is awaited once the bytes are there."""
        async with self.links:
            with loading("link"):
                page = await self.fetch(address)
                await fetched()
                briefing = await self.workers.run(brief_file, page.data, None, page.media_type, page.url, self.method)
        return await self._open(chat, briefing)

    async def take_first(
        self, chat: int, addresses: Sequence[str], fetched: Callable[[], Awaitable[None]]
    ) -> tuple[Briefing, int]:
        """Load the article at the first address at which there is one; return it and the place of its address.

        Raises what loading the first has raised where there is none at any.
        """
        failures: list[BriefingError] = []
        for place, address in enumerate(addresses):
            try:
                return await self.take_address(chat, address, fetched), place
            except (SourceError, TextError) as failure:
                failures.append(failure)
        raise failures[0]

    async def take_file(
        self, chat: int, download: Callable[[], Awaitable[bytes]], name: str | None, media_type: str | None
    ) -> Briefing:
        """Download a file, read it and open it in a chat."""
        async with self.files:
            with loading("file"):
                # no name for the bytes: an error would keep the frame that has it, and with it ten megabytes
                briefing = await self.workers.run(brief_file, await download(), name, media_type, None, self.method)
        return await self._open(chat, briefing)

    async def take_text(self, chat: int, text: str, origin: Origin) -> Briefing:
        """Read a pasted or forwarded text and open it in a chat."""
        with loading("text"):
            briefing = await self.workers.run(brief_text, text, origin, self.method)
        return await self._open(chat, briefing)

    async def current(self, chat: int, language: str) -> Briefing:
        """Return the briefing of the article that a chat has open: the last one, or a seed, best in its language."""
        kept = await self.library.find_current(chat, (language, SOURCE))
        if kept is None:
            raise NothingHere
        return await self._fresh(kept)

    async def current_id(self, chat: int, language: str) -> str | None:
        """Return the id of the article that a chat has open, or ``None`` if there is none at all."""
        return await self.library.current_id(chat, (language, SOURCE))

    async def briefing(self, chat: int, article: str) -> Briefing:
        """Return the briefing of an article that a chat may see. Raises `StaleButton` if it is gone."""
        kept = await self.library.find(chat, article)
        if kept is None:
            raise StaleButton
        return await self._fresh(kept)

    async def open(self, chat: int, article: str) -> Briefing:
        """Make an article the open one of a chat."""
        briefing = await self.briefing(chat, article)
        await self.library.choose_article(chat, article)
        return briefing

    async def open_number(self, chat: int, wanted: str) -> Briefing:
        """Make the article with this number in the chat's list the open one. Raises `NoSuchArticle`."""
        numbers = {str(card.number): card.id for card in await self.cards(chat)}
        if wanted not in numbers:
            raise NoSuchArticle(wanted=wanted[:40] or "?", count=max(map(int, numbers)))
        return await self.open(chat, numbers[wanted])

    async def set_published(self, chat: int, briefing: Briefing, day: dt.date) -> Briefing:
        """Return the briefing made anew of an article that was published on a day; only this chat's copy changes."""
        article = replace(briefing.article, published=day, published_certain=True)
        return await self._open(chat, await self.workers.run(brief_article, article, self.method))

    async def open_chapter(self, chat: int, work: Briefing, wanted: str) -> Briefing:
        """Open a chapter, by its number from 1, as an article of its own. Raises `NoChapters` and `NoSuchChapter`."""
        count = len(work.article.chapters)
        if not count:
            raise NoChapters
        if not (wanted.isascii() and wanted.isdigit() and len(wanted) < 9 and 1 <= int(wanted) <= count):
            raise NoSuchChapter(wanted=wanted[:40], count=count)
        return await self._open(chat, await self.workers.run(brief_chapter, work.article, int(wanted) - 1, self.method))

    async def share(self, chat: int, article: str) -> str:
        """Return the token under which an article of a chat may be read by everybody."""
        await self.briefing(chat, article)
        return await self.library.share(chat, article)

    async def take_shared(self, chat: int, token: str) -> Briefing:
        """Open an article that another chat has shared, as a copy of this chat's own. Raises `NotShared`."""
        kept = await self.library.find_shared(token)
        if kept is None:
            raise NotShared
        if kept.owner == EVERYBODY:
            return await self.open(chat, kept.briefing.article.id)
        return await self._open(chat, kept.briefing, kept.engine)

    async def ask(self, briefing: Briefing, question: str) -> Answer:
        """Return the sentences of an article that answer a question, and how sure that is."""
        return await self.workers.run(answer_question, briefing, question)

    async def export(self, briefing: Briefing, kind: str, language: str) -> File:
        """Return a briefing as a file. Raises `NoSuchFormat`."""
        return await self.workers.run(export, briefing, kind, language)

    async def timeline(self, briefing: Briefing, language: str, *, dark: bool) -> bytes:
        """Return the dates of an article as a picture (PNG)."""
        return await self.workers.run(draw, briefing, language, dark)

    async def cards(self, chat: int) -> tuple[Card, ...]:
        """Return the articles that a chat may see. Raises `NothingHere` if there are none."""
        cards = await self.library.list_cards(chat)
        if not cards:
            raise NothingHere
        return cards

    async def _open(self, chat: int, briefing: Briefing, engine: str | None = None) -> Briefing:
        await self.library.keep(chat, briefing, engine or engine_version(self.method))
        await self.library.choose_article(chat, briefing.article.id)
        return briefing

    async def _fresh(self, kept: StoredBriefing) -> Briefing:
        """Return a stored briefing, made anew if an older engine made it."""
        is_fresh = kept.engine == engine_version(self.method)
        CACHE.labels("hit" if is_fresh else "miss").inc()
        if is_fresh:
            return kept.briefing
        briefing = await self.workers.run(brief_article, kept.briefing.article, self.method)
        await self.library.keep(kept.owner, briefing, engine_version(self.method))
        return briefing
