"""What people do in a chat, and the updates that the bot receives as a result."""

from __future__ import annotations

import mimetypes
import secrets
import time
from typing import TYPE_CHECKING

from bot.playground.composing import in_topic
from bot.playground.message_entities import arrange, discover, trim
from bot.playground.pictures import read_picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.playground.api_errors import Json
    from bot.playground.calls import Upload
    from bot.playground.queries import Tap
    from bot.playground.world import Chat, World

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
UNKNOWN = "application/octet-stream"


class NothingToSend(ValueError):
    """The text is empty, or the message in question does not exist."""


def say(  # noqa: PLR0913 - who says what, where, in which topic and to what
    world: World, chat: Chat, user: int, text: str, reply_to: int | None = None, *, topic: int | None = None
) -> list[Json]:
    """Send a text; one that is too long is split into several messages, as in Telegram's own apps."""
    trimmed, _ = trim(text, ())
    if not trimmed:
        raise NothingToSend("there is no text to send")
    sent = []
    for part in split(trimmed):
        content = {"text": part, **_marked("entities", part), **_place(chat, topic), **_reply(chat, reply_to)}
        sent.append(_send(world, chat, user, content))
    return sent


def send_file(  # noqa: PLR0913 - who sends what, where and how
    world: World, chat: Chat, user: int, file: Upload, caption: str = "", *, photo: bool = False
) -> Json:
    """Send a file, as a photo if requested and it is a picture; what does not fit into the caption follows as text."""
    picture = read_picture(file.data) if photo else None
    mime = picture.mime if picture else file.mime or mimetypes.guess_type(file.name)[0] or UNKNOWN
    stored = world.files.keep(file.name, file.data, mime, picture)
    content: Json = {"photo": stored.to_photo()} if picture else {"document": stored.to_document()}
    words, *rest = _caption(caption)
    if words:
        content |= {"caption": words, **_marked("caption_entities", words)}
    message = _send(world, chat, user, content)
    if rest:
        say(world, chat, user, rest[0])
    return message


def forward(world: World, chat: Chat, user: int, content: Json, origin: Json) -> Json:
    """Forward a message, given its content and its source as Telegram's MessageOrigin."""
    return _send(world, chat, user, {**content, "forward_origin": {"date": int(time.time()), **origin}})


def rewrite(world: World, chat: Chat, number: int, text: str) -> Json:
    """Edit a message that a person sent."""
    trimmed, _ = trim(text, ())
    if number not in chat.messages or not trimmed:
        raise NothingToSend("there is no message to edit")
    message = world.revise(chat, number, {"text": trimmed, **_marked("entities", trimmed)}, dated=True)
    world.updates.put("edited_message", message)
    return message


def tap(world: World, chat: Chat, user: int, number: int, data: str) -> Tap:
    """Tap a button under a message of the bot, even one that is no longer there, as can happen in a slow app."""
    message = chat.messages.get(number)
    if message is None:
        raise NothingToSend("the message with this button is gone")
    query = world.queries.ask(chat.id, number, data)
    world.updates.put(
        "callback_query",
        {"id": query.id, "from": world.people[user], "chat_instance": str(chat.id), "message": message, "data": data},
    )
    return query


def inquire(world: World, user: int, text: str) -> str:
    """Type something after the bot's name in any chat; return the id of the inline query."""
    query = str(secrets.randbits(60))
    world.updates.put(
        "inline_query", {"id": query, "from": world.people[user], "query": text, "offset": "", "chat_type": "private"}
    )
    return query


def split(text: str, limit: int = LONGEST_TEXT) -> Iterator[str]:
    """Split a text into parts of at most `limit` UTF-16 code units, at a line break or a space where possible."""
    start = 0
    while start < len(text):
        stop = _reach(text, start, limit)
        if stop < len(text):
            stop = next((at for mark in "\n " if (at := text.rfind(mark, start + limit // 2, stop)) > start), stop)
        part = text[start:stop].strip()
        if part:
            yield part
        start = stop


def _reach(text: str, start: int, limit: int) -> int:
    """Return the end of the longest part from `start` with at most `limit` UTF-16 code units."""
    spent = 0
    for position in range(start, min(len(text), start + limit)):
        spent += 2 if ord(text[position]) > 0xFFFF else 1
        if spent > limit:
            return position
    return min(len(text), start + limit)


def _send(world: World, chat: Chat, user: int, content: Json) -> Json:
    message = world.post(chat, world.people[user], content)
    if chat.kind == "private" or _concerns(world, message):
        world.updates.put("message", message)
    return message


def _concerns(world: World, message: Json) -> bool:
    """Return whether a group's message reaches a bot in privacy mode: commands and replies to it do."""
    if message.get("reply_to_message", {}).get("from", {}).get("id") == world.bot["id"]:
        return True
    for entity in message.get("entities", ()):
        if entity["type"] == "bot_command" and entity["offset"] == 0:
            _, _, name = message["text"][: entity["length"]].partition("@")
            return not name or name.lower() == world.bot["username"].lower()
    return False


def _caption(text: str) -> tuple[str, ...]:
    """Split off what fits into a caption; return it with the rest, if any."""
    trimmed, _ = trim(text, ())
    first = next(split(trimmed, LONGEST_CAPTION), "")
    rest = trimmed[len(first) :].strip()
    return (first, rest) if rest else (first,)


def _marked(name: str, text: str) -> Json:
    entities = arrange((), discover(text))
    return {name: [entity.to_json() for entity in entities]} if entities else {}


def _place(chat: Chat, topic: int | None) -> Json:
    """Return the fields of a message in a topic: as in Telegram's apps, it replies to the message that opened it."""
    return {} if topic is None else {**in_topic(topic), "reply_to_message": chat.topics[topic]}


def _reply(chat: Chat, number: int | None) -> Json:
    if number is None or number not in chat.messages:
        return {}
    answered = {key: value for key, value in chat.messages[number].items() if key != "reply_to_message"}
    return {"reply_to_message": answered}
