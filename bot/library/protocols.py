"""What the rest of the bot asks of the store, one small role each."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from summaries.briefing import Briefing

if TYPE_CHECKING:
    from collections.abc import Collection

EVERYBODY = 0
"""The owner of the articles that every chat has: the seeds."""


@dataclass(frozen=True, slots=True)
class Card:
    """An article as a list shows it."""

    id: str
    title: str
    language: str
    published: dt.date | None
    is_seed: bool
    number: int = 0
    """What a reader calls it by; it stays the same for as long as the seeds are the same."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a chat has chosen; ``None`` where it has not."""

    language: str | None = None
    article: str | None = None
    length: str | None = None
    """The name of the length that briefings have unless the reader names one."""
    previews: bool | None = None
    """Whether briefings of web pages carry the page's preview."""
    shown: str | None = None
    """The name of the length of the summary shown last, which “shorter” and “more” start from."""


@dataclass(frozen=True, slots=True)
class StoredBriefing:
    """A stored briefing and the version of the engine that made it."""

    briefing: Briefing
    engine: str
    owner: int


@dataclass(frozen=True, slots=True)
class Total:
    """How much is kept of all chats, seeds aside."""

    articles: int
    chats: int
    """Those with an article or a choice."""
    damaged: int = 0
    """Articles that were set aside because they cannot be read."""


@dataclass(frozen=True, slots=True)
class Part:
    """A message that may be one of several into which a text was cut, and whose it is."""

    text: str
    origin: str
    """Who wrote it, and where: parts of different origins are different texts."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A bucket that takes a message in so many seconds, and `burst` of them at once."""

    key: str
    gap: float
    burst: int = 1


class Articles(Protocol):
    """Articles by chat. An article is seen by the chat that brought it and nobody else; seeds are seen by all."""

    async def keep(self, owner: int, briefing: Briefing, engine: str) -> None:
        """Store a briefing for its owner, in place of an older one of the same article."""

    async def find(self, chat: int, article: str) -> StoredBriefing | None:
        """Return a briefing that this chat may see."""

    async def list_cards(self, chat: int) -> tuple[Card, ...]:
        """Return the cards of all articles that this chat may see: the seeds, then its own, oldest first."""

    async def remove(self, chat: int, article: str) -> bool:
        """Take an article that a chat has brought away from it; tell whether it was there. Seeds stay."""

    async def restore(self, chat: int, article: str) -> bool:
        """Give an article back that a chat has removed; tell whether it was still there."""

    async def forget_removed(self, before: dt.datetime) -> int:
        """Delete the articles that were removed before a moment; return how many."""

    async def forget(self, chat: int, update: int) -> int:
        """Delete all that is kept of a chat, articles and choices; return how many articles there were.

        What came of it up to an update is deleted from the queue, by and by.
        """

    async def move_chat(self, old: int, new: int) -> None:
        """Give what a chat has to another, which has nothing yet: a group that goes on under a new number."""

    async def forget_older(self, than: dt.datetime) -> int:
        """Delete the articles of all chats that were brought before a moment; return how many. Seeds stay."""


class Shares(Protocol):
    """Briefings that a chat has shared by a link."""

    async def share(self, chat: int, article: str) -> str:
        """Return the token under which everybody may read an article that this chat may see."""

    async def find_shared(self, token: str) -> StoredBriefing | None:
        """Return the briefing that is shared under a token, while its article is kept."""


class Readers(Protocol):
    """The choices of chats."""

    async def choices(self, chat: int) -> Choices:
        """Return what a chat has chosen."""

    async def choose_language(self, chat: int, language: str) -> None:
        """Remember the language that the bot speaks in a chat."""

    async def choose_article(self, chat: int, article: str) -> None:
        """Remember the article that a chat has open."""

    async def choose_length(self, chat: int, length: str) -> None:
        """Remember the length of a chat's briefings."""

    async def choose_previews(self, chat: int, *, shown: bool) -> None:
        """Remember whether a chat wants the previews of pages."""

    async def note_shown(self, chat: int, length: str) -> None:
        """Remember the length of the summary that a chat was shown last."""


class Seeds(Protocol):
    """Which seed files have been read, so that a start reads only new ones."""

    async def seed_digests(self) -> dict[str, str]:
        """Return the digest of each file that was read, by its name."""

    async def keep_seed(self, name: str, digest: str, briefing: Briefing, engine: str) -> None:
        """Store the briefing of a seed file."""

    async def forget_seeds_but(self, names: set[str]) -> None:
        """Drop the seeds whose files are gone."""


class Buckets(Protocol):
    """The leaky buckets of the flood limits, shared by all replicas. Seconds count from now."""

    async def wait(self, limits: tuple[Limit, ...]) -> float:
        """Return the seconds until all of the buckets have room for a message."""

    async def reserve(self, gap: float, limits: tuple[Limit, ...]) -> float:
        """Reserve the next slot of all messages, `gap` seconds behind the last; return the seconds until it comes.

        The buckets of the limits are filled from then on.
        """

    async def prune(self) -> None:
        """Delete the buckets that have been empty for long."""


class Replicas(Protocol):
    """The replicas of the bot."""

    async def beat(self, name: str) -> dict[str, int]:
        """Count one more beat of a replica; return the beats of all."""

    async def forget(self, name: str) -> None:
        """Delete a replica, whose work has been taken over."""


class Trials(Protocol):
    """The updates that are being tried by themselves, by their keys in the queue."""

    async def begin(self, key: str) -> int:
        """Note that a trial of an update begins; return how many have begun since the last that came to an end."""

    async def end(self, key: str) -> None:
        """Note that the update has been answered."""


class Forgotten(Protocol):
    """The chats that have asked to be forgotten, while something of them is left."""

    async def chats(self) -> dict[int, int]:
        """Return the chats, each with the number of the last update that is to be deleted from the queue."""

    async def erase(self) -> bool:
        """Have nothing of deleted rows left in the files of the database; tell whether that could be done by now."""

    async def done(self, chat: int) -> None:
        """Note that nothing is left of a chat."""


class Conversations(Protocol):
    """What goes on in a chat beyond one answer."""

    async def add_part(self, chat: int, number: int, part: Part) -> None:
        """Keep a part of a text that is still coming, by the number of its update; once only."""

    async def parts(self, chat: int) -> dict[int, Part]:
        """Return the parts that have come, by number, in order."""

    async def drop_parts(self, chat: int, numbers: Collection[int]) -> None:
        """Delete parts of a chat."""

    async def begin_reading(self, chat: int) -> None:
        """Note that an article is being read for a chat."""

    async def end_reading(self, chat: int) -> None:
        """Note that nothing is being read for a chat any more."""

    async def stop_reading(self, chat: int) -> bool:
        """Ask for the reading of a chat to be stopped; tell whether there is one that has not been asked to yet."""

    async def is_stopped(self, chat: int) -> bool:
        """Tell whether the reading of a chat is to be stopped."""


class Usage(Protocol):
    """How many articles were read for each user on each day. Days are by UTC."""

    async def count_article(self, user: int, day: dt.date, most: int) -> bool:
        """Count one more article of a user; return false, and count nothing, if `most` are counted. 0: no limit."""

    async def discount_article(self, user: int, day: dt.date) -> None:
        """Take back one article that was counted."""

    async def articles_on(self, day: dt.date) -> int:
        """Return how many articles were read for all users on a day."""

    async def forget_usage(self, before: dt.date) -> int:
        """Delete the counts of the days before one; return how many."""


class Totals(Protocol):
    """What is kept in all."""

    async def totals(self) -> Total:
        """Return how much is kept of all chats."""
