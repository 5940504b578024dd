"""Message entities: the formatting of a text, which Telegram transmits separately from it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.playground.api_errors import Json

MOST_ENTITIES = 100
VERBATIM = frozenset({"code", "pre"})
"""Entity types that cannot contain others."""

LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
URL = re.compile(
    rf"(?:https?://[^\s<>«»“”\"]+|(?<![\w@./-])(?:{LABEL}\.){{1,5}}(?:com|org|net|info|io|me|dev|eu|uk|de|fr|ru|рф|su|by|ua|kz)"
    r"(?![\w-])(?:[/?#][^\s<>«»“”\"]*)?)",
    re.IGNORECASE,
)
EMAIL = re.compile(rf"(?<![\w.+-])[\w.+-]{{1,64}}@(?:{LABEL}\.){{1,5}}[a-z]{{2,24}}(?![\w-])", re.IGNORECASE)
MENTION = re.compile(r"(?<![\w@/.])@[A-Za-z0-9_]{3,32}(?![\w@])")
HASHTAG = re.compile(r"(?<![\w&#/])#(?=\d*[^\W\d])\w{1,256}(?![\w#])")
COMMAND = re.compile(r"(?<![\w/<>.:])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@])")
FINDERS = (("url", URL), ("email", EMAIL), ("mention", MENTION), ("hashtag", HASHTAG), ("bot_command", COMMAND))


@dataclass(frozen=True, slots=True)
class Entity:
    """A marked part of a text. Offset and length are UTF-16 code units, as everywhere in the Bot API."""

    kind: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None

    @property
    def stop(self) -> int:
        """Where the part ends, in UTF-16 code units."""
        return self.offset + self.length

    def to_json(self) -> Json:
        """Return the entity as Telegram's MessageEntity."""
        body: Json = {"type": self.kind, "offset": self.offset, "length": self.length}
        if self.url is not None:
            body["url"] = self.url
        if self.language is not None:
            body["language"] = self.language
        return body


def units(text: str) -> int:
    """Return the length of a text in UTF-16 code units."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)


def cut(text: str, offset: int, length: int) -> str:
    """Return a part of a text, by offset and length in UTF-16 code units."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def trim(text: str, entities: Iterable[Entity]) -> tuple[str, tuple[Entity, ...]]:
    """Strip white space from both ends of a text, as Telegram does, and clip the entities accordingly."""
    whole = text.rstrip()
    trimmed = whole.lstrip()
    start = units(whole) - units(trimmed)
    size = units(trimmed)
    moved = (_clip(entity, start, size) for entity in entities)
    return trimmed, tuple(entity for entity in moved if entity.length > 0)


def _clip(entity: Entity, start: int, size: int) -> Entity:
    first = min(max(entity.offset - start, 0), size)
    last = min(max(entity.stop - start, 0), size)
    return replace(entity, offset=first, length=last - first)


def discover(text: str) -> tuple[Entity, ...]:
    """Find what Telegram marks by itself: URLs, e-mail addresses, mentions, hashtags and commands."""
    found: list[tuple[int, int, str]] = []
    taken = bytearray(len(text))
    for kind, pattern in FINDERS:
        for match in pattern.finditer(text):
            stop = match.end() - _loose_end(match.group()) if kind == "url" else match.end()
            if not any(taken[match.start() : stop]):
                taken[match.start() : stop] = b"\1" * (stop - match.start())
                found.append((match.start(), stop, kind))
    return tuple(_in_units(text, sorted(found)))


def _loose_end(address: str) -> int:
    """Return the number of characters at the end of a URL that belong to the surrounding sentence."""
    kept = address
    while kept and (kept[-1] in ".,:;!?'’…]}" or (kept[-1] == ")" and kept.count("(") < kept.count(")"))):
        kept = kept[:-1]
    return len(address) - len(kept)


def _in_units(text: str, spans: Iterable[tuple[int, int, str]]) -> Iterator[Entity]:
    position = offset = 0
    for start, stop, kind in spans:
        offset += units(text[position:start])
        length = units(text[start:stop])
        yield Entity(kind, offset, length)
        position, offset = stop, offset + length


def arrange(given: Iterable[Entity], found: Iterable[Entity]) -> tuple[Entity, ...]:
    """Merge given and detected entities: sorted, nothing inside code, no URL inside a link, at most 100."""
    explicit = sorted(given, key=lambda entity: (entity.offset, -entity.length))
    verbatim = [entity for entity in explicit if entity.kind in VERBATIM]
    kept = [entity for entity in explicit if not any(_shadows(code, entity) for code in verbatim)]
    closed = [entity for entity in kept if entity.kind in VERBATIM or entity.kind == "text_link"]
    kept += [entity for entity in found if not any(_overlap(other, entity) for other in closed)]
    kept.sort(key=lambda entity: (entity.offset, -entity.length))
    return tuple(kept[:MOST_ENTITIES])


def _shadows(code: Entity, other: Entity) -> bool:
    if other is code or not _overlap(code, other) or other.kind in {"blockquote", "expandable_blockquote"}:
        return False
    return not (other.kind == "pre" and code.kind == "code")


def _overlap(one: Entity, other: Entity) -> bool:
    return one.offset < other.stop and other.offset < one.stop
