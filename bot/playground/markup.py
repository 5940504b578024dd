"""HTML parse mode, as strict as Telegram's: tags become entities, anything else is an error.

The rules are those of https://core.telegram.org/bots/api#html-style; positions in error messages are byte offsets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from bot.playground.api_errors import ApiError, bad_request
from bot.playground.message_entities import Entity, units

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#(?P<decimal>[0-9]{1,7})|#x(?P<hexadecimal>[0-9a-fA-F]{1,6})|(?P<name>lt|gt|amp|quot));?")
NAME = re.compile(r"[^\s>]*")
ATTRIBUTE = re.compile(r"[^\s>=]*")
TOKEN = re.compile(r"[A-Za-z0-9.-]*")
SPACE = re.compile(r"\s*")
PLAIN = re.compile(r"[^<&]+")
LINK = re.compile(r"(?:https?://|tg://|mailto:|tel:)\S+|[^\s/:]+\.[^\s/:.]{2,}(?:[/?#:]\S*)?", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    """An open tag: where its text begins, in UTF-16 code units, and the value of its attribute."""

    tag: str
    offset: int
    argument: str
    first_piece: int


@dataclass(slots=True)
class _Reading:
    """The state of the parser: its position, the open tags, and the output so far."""

    source: str
    position: int = 0
    offset: int = 0
    pieces: list[str] = field(default_factory=list)
    opened: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.source, self.position)
        taken = match.group() if match else ""
        self.position += len(taken)
        return taken

    def peek(self) -> str:
        return self.source[self.position : self.position + 1]

    def put(self, text: str) -> None:
        self.pieces.append(text)
        self.offset += units(text)

    def refuse(self, reason: str, position: int, more: str = "") -> ApiError:
        place = len(self.source[:position].encode("utf-8", "surrogatepass"))
        return bad_request(f"can't parse entities: {reason} at byte offset {place}{more}")


def parse_html(source: str) -> tuple[str, tuple[Entity, ...]]:
    """Return the text and entities of an HTML source. Raises `ApiError` (can't parse entities) as Telegram would."""
    reading = _Reading(source)
    while reading.position < len(source):
        if reading.peek() == "<":
            (_close if source.startswith("</", reading.position) else _open)(reading)
        elif reading.peek() == "&":
            reading.put(_reference(reading))
        else:
            reading.put(reading.take(PLAIN))
    if reading.opened:
        tag = reading.opened[-1].tag
        raise bad_request(f"can't parse entities: Can't find end tag corresponding to start tag \"{tag}\"")
    marked = (replace(entity, language=None) if entity.kind == "code" else entity for entity in reading.entities)
    return "".join(reading.pieces), tuple(marked)


def _reference(reading: _Reading) -> str:
    """Parse a character reference; an ampersand that starts none is literal."""
    match = REFERENCE.match(reading.source, reading.position)
    if match is None:
        reading.position += 1
        return "&"
    if match["name"]:
        character = NAMED[match["name"]]
    else:
        code = int(match["decimal"]) if match["decimal"] else int(match["hexadecimal"], 16)
        if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000:
            reading.position += 1
            return "&"
        character = chr(code)
    reading.position = match.end()
    return character


def _open(reading: _Reading) -> None:
    begin = reading.position
    reading.position += 1
    tag = reading.take(NAME).lower()
    if not reading.peek():
        raise reading.refuse("Unclosed start tag", begin)
    if tag not in KINDS:
        raise reading.refuse(f'Unsupported start tag "{tag}"', begin)
    argument = _attributes(reading, tag, begin)
    if tag == "span" and argument != "spoiler":
        raise reading.refuse('Tag "span" must have class "tg-spoiler"', begin)
    reading.opened.append(_Open(tag, reading.offset, argument, len(reading.pieces)))


def _attributes(reading: _Reading, tag: str, begin: int) -> str:
    """Parse the attributes up to the end of the tag; return the value that this tag uses."""
    argument = ""
    while True:
        reading.take(SPACE)
        if reading.peek() == ">":
            reading.position += 1
            return argument
        if not reading.peek():
            raise reading.refuse("Unclosed start tag", begin)
        name = reading.take(ATTRIBUTE).lower()
        if not name:
            raise reading.refuse(f'Empty attribute name in the tag "{tag}"', begin)
        reading.take(SPACE)
        argument = _argument(tag, name, _value(reading, begin)) or argument


def _value(reading: _Reading, begin: int) -> str:
    if reading.peek() != "=":
        return ""
    reading.position += 1
    reading.take(SPACE)
    quote = reading.peek()
    if quote not in {'"', "'"}:
        value = reading.take(TOKEN).lower()
        if reading.peek() != ">" and not reading.peek().isspace():
            raise reading.refuse("Unexpected end of name token", begin)
        return value
    reading.position += 1
    pieces = []
    while reading.peek() and reading.peek() != quote:
        if reading.peek() == "&":
            pieces.append(_reference(reading))
        else:
            pieces.append(reading.peek())
            reading.position += 1
    if not reading.peek():
        raise reading.refuse("Unclosed start tag", begin)
    reading.position += 1
    return "".join(pieces)


def _argument(tag: str, name: str, value: str) -> str:
    match tag, name:
        case "a", "href":
            return value
        case "code", "class" if value.startswith("language-"):
            return value.removeprefix("language-")
        case "span", "class" if value.startswith("tg-"):
            return value.removeprefix("tg-")
        case "blockquote", "expandable":
            return "expandable"
    return ""


def _close(reading: _Reading) -> None:
    begin = reading.position
    if not reading.opened:
        raise reading.refuse("Unexpected end tag", begin)
    reading.position += 2
    tag = reading.take(NAME).lower()
    reading.take(SPACE)
    if reading.peek() != ">":
        raise reading.refuse("Unclosed end tag", begin)
    reading.position += 1
    opened = reading.opened.pop()
    if tag and tag != opened.tag:
        raise reading.refuse("Unmatched end tag", begin, f', expected "</{opened.tag}>", found "</{tag}>"')
    if reading.offset > opened.offset:
        _mark(reading, opened)


def _mark(reading: _Reading, opened: _Open) -> None:
    kind, length = KINDS[opened.tag], reading.offset - opened.offset
    if kind == "text_link":
        url = opened.argument or "".join(reading.pieces[opened.first_piece :])
        if LINK.fullmatch(url):
            full = url if ":" in url else f"http://{url}"
            reading.entities.append(Entity(kind, opened.offset, length, url=full))
    elif kind == "pre":
        inner = reading.entities[-1] if reading.entities else None
        same = inner and inner.kind == "code" and (inner.offset, inner.length) == (opened.offset, length)
        language = reading.entities.pop().language if same else None
        reading.entities.append(Entity(kind, opened.offset, length, language=language))
    elif kind == "blockquote":
        if not any(other.tag == "blockquote" for other in reading.opened):
            kind = "expandable_blockquote" if opened.argument else kind
            reading.entities.append(Entity(kind, opened.offset, length))
    else:
        language = opened.argument or None if kind == "code" else None
        reading.entities.append(Entity(kind, opened.offset, length, language=language))
