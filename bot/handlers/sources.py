"""Finds what can be read in a message: a file, a long text, links."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from telegram import MessageOriginChannel, MessageOriginChat
from telegram.constants import MessageEntityType

from bot.delivery.rate_limiter import retry
from bot.views.several import Links
from bot.workers import Origin
from summaries.article import count_words
from summaries.briefing import Briefing
from summaries.errors import TooLarge
from summaries.loading import MINIMUM_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import Document, Message, MessageOrigin

    from bot.service import Service

LARGEST_FILE = 10_000_000
ADDRESS = re.compile(r"\b[a-z][a-z0-9+.-]{1,20}://\S+", re.IGNORECASE)
CHANNELS = frozenset({"t.me", "telegram.me"})
MOST_LINKS = 6
"""Maximum number of links of a message that are offered."""
LINKS: list[str | None] = [MessageEntityType.URL, MessageEntityType.TEXT_LINK]
Fetched = Callable[[], Awaitable[None]]
"""Called when the download is complete and reading begins."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read: its label, and the function that makes its briefing."""

    name: str
    read: Callable[[Fetched], Awaitable[Briefing]]
    links: Links | None = None
    """If it is one of several links."""


def source_in(message: Message, service: Service, chat: int) -> Source | None:
    """Return what can be read in a message: its file, else its text if long, else its links."""
    text = message.text or message.caption or ""
    if message.document:
        return file_source(message.document, service, chat)
    if count_words(text) >= MINIMUM_WORDS:
        return text_source(text, service, chat, origin_of(message))
    return links_source(addresses(message), service, chat)


def elsewhere(message: Message, service: Service, chat: int) -> Source | None:
    """Return what can be read in another chat's post that a message replies to: its file, quoted text or link."""
    post, quote = message.external_reply, message.quote
    if post is None:
        return None
    if post.document:
        return file_source(post.document, service, chat)
    if quote and count_words(quote.text) >= MINIMUM_WORDS:
        return text_source(quote.text, service, chat, _origin(post.origin))
    shown = post.link_preview_options.url if post.link_preview_options else None
    address = shown if isinstance(shown, str) else first_address_in(quote.text if quote else "")
    return address_source(address, service, chat) if address else None


def file_source(document: Document, service: Service, chat: int) -> Source:
    """Return a document as a source. Raises `TooLarge`."""
    if (document.file_size or 0) > LARGEST_FILE:
        raise TooLarge(limit_mb=LARGEST_FILE // 1_000_000)

    async def read(fetched: Fetched) -> Briefing:
        async def download() -> bytes:
            file = await document.get_file()
            data = bytes(await retry(file.download_as_bytearray, "download"))
            await fetched()
            return data

        return await service.take_file(chat, download, document.file_name, document.mime_type)

    return Source(document.file_name or "", read)


def text_source(text: str, service: Service, chat: int, origin: Origin) -> Source:
    """Return a text as a source."""
    return Source("", lambda _: service.take_text(chat, text, origin))


def origin_of(message: Message) -> Origin:
    """Return the origin of a forwarded post: its channel, day and address; nothing for a person's message."""
    return _origin(message.forward_origin)


def _origin(origin: MessageOrigin | None) -> Origin:
    match origin:
        case MessageOriginChannel():
            name = origin.chat.username
            url = f"https://t.me/{name}/{origin.message_id}" if name else None
            return Origin(origin.chat.title, origin.author_signature, origin.date.date(), url)
        case MessageOriginChat():
            return Origin(origin.sender_chat.title, origin.author_signature, origin.date.date())
        case _:
            return Origin()


def address_source(address: str, service: Service, chat: int) -> Source:
    """Return the page behind a link as a source."""
    return Source(address, lambda fetched: service.take_address(chat, address, fetched))


def links_source(links: Sequence[str], service: Service, chat: int) -> Source | None:
    """Return the links of a message as a source: the first that is not a front page, or the next one if that fails.

    ``None`` for no links.
    """
    if len(links) < 2:
        return address_source(links[0], service, chat) if links else None
    known = Links(tuple(links))
    tried = sorted(known.all, key=_is_front_page)

    async def read(fetched: Fetched) -> Briefing:
        briefing, place = await service.take_first(chat, tried, fetched)
        known.read = known.all.index(tried[place])
        return briefing

    return Source(tried[0], read, known)


def _is_front_page(address: str) -> bool:
    """Return whether a link leads to a site or channel as a whole."""
    parts = urlsplit(address)
    steps = [step for step in parts.path.split("/") if step]
    return not (steps or parts.query) or (parts.hostname in CHANNELS and len(steps) < 2)


def addresses(message: Message) -> tuple[str, ...]:
    """Return the links of a message, each once: those marked by Telegram, and those with schemes unknown to it."""
    entities = message.parse_entities(LINKS) if message.text else message.parse_caption_entities(LINKS)
    ordered = sorted(entities.items(), key=lambda pair: pair[0].offset)
    links = [entity.url or shown for entity, shown in ordered] or ADDRESS.findall(message.text or message.caption or "")
    return tuple(dict.fromkeys(link if "://" in link else f"https://{link}" for link in links))[:MOST_LINKS]


def first_address_in(text: str) -> str | None:
    """Return the first link in a text that has a scheme."""
    found = ADDRESS.search(text)
    return found.group() if found else None


def arguments(message: Message) -> list[str]:
    """Return the words after a command, without links."""
    text = message.text or ""
    for link in message.parse_entities(LINKS).values():
        text = text.replace(link, " ", 1)
    return ADDRESS.sub(" ", text).split()[1:]
