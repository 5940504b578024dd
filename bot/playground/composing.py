"""Turns a call's parameters into a message's content: formatting, limits, buttons, the message replied to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.playground.api_errors import Json, bad_request
from bot.playground.keyboards import check_keyboard
from bot.playground.markup import parse_html
from bot.playground.message_entities import Entity, arrange, cut, discover, trim, units

if TYPE_CHECKING:
    from bot.playground.calls import Call
    from bot.playground.world import Chat

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


class Names(NamedTuple):
    """The names of the parameters, the maximum length, and the error for a longer text."""

    text: str
    entities: str
    limit: int
    too_long: str


TEXT = Names("text", "entities", LONGEST_TEXT, "message is too long")
EDITED_TEXT = Names("text", "entities", LONGEST_TEXT, "MESSAGE_TOO_LONG")
CAPTION = Names("caption", "caption_entities", LONGEST_CAPTION, "message caption is too long")


def compose_text(call: Call, names: Names = TEXT) -> Json:
    """Return a message's text and entities. Raises `ApiError` if it is empty, too long or badly formatted."""
    if not call.text("text"):
        raise bad_request("message text is empty")
    content = _compose(call, names)
    if not content:
        raise bad_request("text must be non-empty")
    preview = call.record("link_preview_options")
    return {**content, "link_preview_options": preview} if preview else content


def compose_caption(call: Call) -> Json:
    """Return a message's caption and its entities, if any. Raises `ApiError`."""
    return _compose(call, CAPTION) if call.text("caption") else {}


def compose_markup(call: Call) -> Json:
    """Return the inline keyboard, if any. Raises `ApiError`."""
    markup = check_keyboard(call.thing("reply_markup"))
    return {"reply_markup": markup} if markup else {}


def compose_reply(call: Call, chat: Chat) -> Json:
    """Return the message replied to and the quote from it, if any. Raises `ApiError`."""
    asked = call.record("reply_parameters")
    number = asked.get("message_id", call.number("reply_to_message_id"))
    if number is None:
        return {}
    answered = chat.messages.get(number)
    if answered is None:
        if asked.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    reply: Json = {"reply_to_message": {key: value for key, value in answered.items() if key != "reply_to_message"}}
    if asked.get("quote"):
        reply["quote"] = _quote(asked, answered)
    return reply


def compose_topic(call: Call, chat: Chat) -> Json:
    """Return the fields of the topic that a message is sent to, if any. Raises `ApiError`."""
    number = call.number("message_thread_id")
    if number is None:
        return {}
    if number not in chat.topics:
        raise bad_request("message thread not found")
    return in_topic(number)


def in_topic(number: int) -> Json:
    """Return the fields that mark a message as part of a topic."""
    return {"message_thread_id": number, "is_topic_message": True}


def _compose(call: Call, names: Names) -> Json:
    text, given = _formatted(call, names)
    text, given = trim(text, given)
    if units(text) > names.limit:
        raise bad_request(names.too_long)
    if not text:
        return {}
    entities = arrange(given, discover(text))
    content: Json = {names.text: text}
    if entities:
        content[names.entities] = [entity.to_json() for entity in entities]
    return content


def _formatted(call: Call, names: Names) -> tuple[str, tuple[Entity, ...]]:
    source = (call.text(names.text) or "").replace("\r", "")
    mode = (call.text("parse_mode") or "").lower()
    if mode == "html":
        return parse_html(source)
    if mode:
        raise bad_request("unsupported parse_mode")
    return source, tuple(_read_entity(item, source) for item in call.records(names.entities) or ())


def _read_entity(item: Json, text: str) -> Entity:
    try:
        entity = Entity(
            str(item["type"]), int(item["offset"]), int(item["length"]), item.get("url"), item.get("language")
        )
    except (KeyError, TypeError, ValueError):
        raise bad_request("can't parse entities: MessageEntity is malformed") from None
    if entity.offset < 0 or entity.length < 0 or entity.stop > units(text):
        raise bad_request("entity beyond the text")
    return entity


def _quote(asked: Json, answered: Json) -> Json:
    """Return the quote of a reply, which must occur verbatim in the message."""
    source = str(asked["quote"])
    words, _ = parse_html(source) if str(asked.get("quote_parse_mode", "")).lower() == "html" else (source, ())
    text = answered.get("text") or answered.get("caption") or ""
    wanted = asked.get("quote_position")
    wanted = wanted if isinstance(wanted, int) and wanted >= 0 else 0
    found = text.find(words) if cut(text, wanted, units(words)) != words else -2
    if found == -1:
        raise bad_request("QUOTE_TEXT_INVALID")
    return {"text": words, "position": wanted if found == -2 else units(text[:found]), "is_manual": True}
