"""The interfaces through which the rest of the bot uses the store, one small role each."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from summaries.briefing import Briefing

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

EVERYBODY = 0
"""The owner of the articles that every chat sees: the seeds."""


@dataclass(frozen=True, slots=True)
class Card:
    """An article's entry in a list."""

    id: str
    title: str
    language: str
    published: dt.date | None
    is_seed: bool
    number: int = 0
    """The number by which readers refer to it, stable for as long as the seeds do not change."""


@dataclass(frozen=True, slots=True)
class Choices:
    """A chat's preferences and current article; ``None`` where nothing was chosen."""

    language: str | None = None
    article: str | None = None
    length: str | None = None
    """The name of the default length of summaries."""
    previews: bool | None = None
    """Whether briefings of web pages include Telegram's link preview."""
    shown: str | None = None
    """The name of the length of the last summary shown, from which “shorter” and “more” start."""


@dataclass(frozen=True, slots=True)
class StoredBriefing:
    """A stored briefing and the version of the engine that made it."""

    briefing: Briefing
    engine: str
    owner: int


@dataclass(frozen=True, slots=True)
class Total:
    """How much is stored for all chats, seeds excluded."""

    articles: int
    chats: int
    """Chats with an article or a preference."""
    damaged: int = 0
    """Articles set aside because their stored briefing cannot be read."""


@dataclass(frozen=True, slots=True)
class Part:
    """A message that may be one of several into which Telegram split a long text."""

    text: str
    origin: str
    """Its author and source: parts of different origins belong to different texts."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a chat asked last: a view of an article, and what it is asked of."""

    article: str
    view: str
    argument: str


@dataclass(frozen=True, slots=True)
class Limit:
    """A leaky bucket that lets one message through per `gap` seconds, and up to `burst` at once."""

    key: str
    gap: float
    burst: int = 1


class Articles(Protocol):
    """Articles by chat. Only the chat that sent an article sees it; everybody sees the seeds."""

    async def keep(self, owner: int, briefing: Briefing, engine: str) -> None:
        """Store a briefing for its owner, replacing an older one of the same article."""

    async def find(self, chat: int, article: str) -> StoredBriefing | None:
        """Return the briefing of an article by its id, or ``None`` if this chat has no such article."""

    async def current_id(self, chat: int, languages: Sequence[str]) -> str | None:
        """Return the id of the article that a chat has open, or ``None`` if it sees none at all.

        That is the one chosen last; else the oldest in the first of the languages in which there is one, or in any.
        """

    async def find_current(self, chat: int, languages: Sequence[str]) -> StoredBriefing | None:
        """Return the briefing of the article that a chat has open, see `current_id`."""

    async def list_cards(self, chat: int) -> tuple[Card, ...]:
        """Return the cards of all articles visible to this chat: the seeds, then its own, oldest first."""

    async def remove(self, chat: int, article: str) -> bool:
        """Mark one of a chat's own articles as removed; return whether there was one. Seeds stay."""

    async def restore(self, chat: int, article: str) -> bool:
        """Undo the removal of an article; return whether it was still stored."""

    async def forget_removed(self, before: dt.datetime) -> int:
        """Delete the articles that were removed before a point in time; return how many."""

    async def forget(self, chat: int, update: int) -> int:
        """Delete everything stored for a chat, articles and preferences; return how many articles there were.

        Its updates up to the id `update` are deleted from the queue later, in the background.
        """

    async def move_chat(self, old: int, new: int) -> None:
        """Move everything from a chat to one that has nothing yet: a group that became a supergroup, with a new id."""

    async def forget_older(self, than: dt.datetime) -> int:
        """Delete the articles of all chats that were added before a point in time; return how many. Seeds stay."""


class Readers(Protocol):
    """The preferences of chats."""

    async def choices(self, chat: int) -> Choices:
        """Return a chat's preferences."""

    async def choose_language(self, chat: int, language: str) -> None:
        """Remember the language that the bot speaks in a chat."""

    async def choose_article(self, chat: int, article: str) -> None:
        """Remember the article that a chat has open."""

    async def choose_length(self, chat: int, length: str) -> None:
        """Remember the default length of a chat's summaries."""

    async def choose_previews(self, chat: int, *, shown: bool) -> None:
        """Remember whether a chat wants link previews."""

    async def note_shown(self, chat: int, length: str) -> None:
        """Remember the length of the last summary shown in a chat."""


class Seeds(Protocol):
    """Which seed files have been read, so that only new or changed ones are read at start."""

    async def seed_digests(self) -> dict[str, str]:
        """Return the digests of the files that were read, by file name."""

    async def keep_seed(self, name: str, digest: str, briefing: Briefing, engine: str) -> None:
        """Store the briefing of a seed file."""

    async def forget_seeds_but(self, names: set[str]) -> None:
        """Delete the seeds whose files are not among `names`."""


class Buckets(Protocol):
    """The leaky buckets of the flood limits, shared by all replicas. Seconds count from now."""

    async def wait(self, limits: tuple[Limit, ...]) -> float:
        """Return the seconds until all of these buckets have room for a message."""

    async def reserve(self, gap: float, limits: tuple[Limit, ...]) -> float:
        """Reserve the bot's next slot, `gap` seconds after the last one; return the seconds until it comes.

        The buckets of `limits` are filled as of that slot.
        """

    async def prune(self) -> None:
        """Delete the buckets that have long been empty."""


class Replicas(Protocol):
    """The replicas of the bot and their heartbeats."""

    async def beat(self, name: str) -> dict[str, int]:
        """Record a heartbeat of a replica; return the number of heartbeats of every replica."""

    async def forget(self, name: str) -> None:
        """Delete a replica whose work has been taken over."""


class Trials(Protocol):
    """Updates that are being retried in isolation, by their workflow ids in the queue."""

    async def begin(self, key: str) -> int:
        """Record the start of a trial; return how many trials of this update have started without ending."""

    async def end(self, key: str) -> None:
        """Record that the trial ended, which clears the count."""


class Forgotten(Protocol):
    """The chats that asked to be forgotten and still have something left to delete."""

    async def chats(self) -> dict[int, int]:
        """Return the chats, each with the id of the last update to delete from the queue."""

    async def erase(self) -> bool:
        """Purge deleted rows from the database files; return false if that has to be retried."""

    async def done(self, chat: int) -> None:
        """Record that nothing of a chat is left."""


class Conversations(Protocol):
    """State of a chat that outlives a single update."""

    async def add_part(self, chat: int, number: int, part: Part) -> None:
        """Store a part of a text that is still arriving, keyed by its update id; repeats are ignored."""

    async def parts(self, chat: int) -> dict[int, Part]:
        """Return the parts that have arrived, by update id, in order."""

    async def drop_parts(self, chat: int, numbers: Collection[int]) -> None:
        """Delete parts of a chat."""

    async def begin_reading(self, chat: int) -> None:
        """Record that an article is being read for a chat."""

    async def end_reading(self, chat: int) -> None:
        """Record that nothing is being read for a chat any more."""

    async def stop_reading(self, chat: int) -> bool:
        """Request that a chat's reading stop; return false if there is none, or if that was requested already."""

    async def is_stopped(self, chat: int) -> bool:
        """Return whether a chat has requested that its reading stop."""

    async def note_topic(self, chat: int, topic: Topic | None) -> None:
        """Remember what a chat asks, in place of what it asked before; ``None``: what it does is no question."""

    async def topic(self, chat: int) -> Topic | None:
        """Return what a chat asked last, within the last day."""

    async def forget_topics(self, before: dt.datetime) -> None:
        """Delete what was asked before a moment."""


class Usage(Protocol):
    """How many articles were read for each user on each day (UTC)."""

    async def count_article(self, user: int, day: dt.date, most: int) -> bool:
        """Count one more article of a user; if `most` are counted already, return false instead. 0: no limit."""

    async def discount_article(self, user: int, day: dt.date) -> None:
        """Subtract one article that was counted."""

    async def articles_on(self, day: dt.date) -> int:
        """Return how many articles were read on a day, over all users."""

    async def forget_usage(self, before: dt.date) -> int:
        """Delete the counts of all days before one; return how many."""
