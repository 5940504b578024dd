"""Methods that send, edit and delete messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.playground.api_errors import ApiError, Json, bad_request
from bot.playground.composing import (
    EDITED_TEXT,
    compose_caption,
    compose_markup,
    compose_reply,
    compose_text,
    compose_topic,
)
from bot.playground.pictures import read_picture

if TYPE_CHECKING:
    from bot.playground.calls import Call
    from bot.playground.files import StoredFile
    from bot.playground.world import Chat, World

LARGEST_SENT = 50_000_000
LARGEST_PHOTO = 10_000_000
CONTENT = ("text", "entities", "caption", "caption_entities", "document", "photo", "link_preview_options")
SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def send_message(world: World, call: Call) -> Json:
    """Send a text."""
    chat = world.chat(call.number("chat_id"))
    content = compose_text(call) | compose_markup(call) | compose_reply(call, chat) | compose_topic(call, chat)
    return world.post(chat, world.bot, content)


def send_document(world: World, call: Call) -> Json:
    """Send a file."""
    chat = world.chat(call.number("chat_id"))
    kept = _file(world, call, "document")
    return _send_media(world, call, chat, {"document": kept.to_document()})


def send_photo(world: World, call: Call) -> Json:
    """Send a picture."""
    chat = world.chat(call.number("chat_id"))
    kept = _file(world, call, "photo")
    if kept.picture is None or len(kept.data) > LARGEST_PHOTO:
        raise bad_request("IMAGE_PROCESS_FAILED")
    return _send_media(world, call, chat, {"photo": kept.to_photo()})


def edit_text(world: World, call: Call) -> Json:
    """Replace a message's text and buttons."""
    chat, old = _editable(world, call)
    if "text" not in old:
        raise bad_request("there is no text in the message to edit")
    content = compose_text(call, EDITED_TEXT) | compose_markup(call)
    return _change(world, chat, old, content)


def edit_caption(world: World, call: Call) -> Json:
    """Replace a message's caption and buttons."""
    chat, old = _editable(world, call)
    media = {key: old[key] for key in ("document", "photo") if key in old}
    if not media:
        raise bad_request("there is no caption in the message to edit")
    return _change(world, chat, old, media | compose_caption(call) | compose_markup(call))


def edit_markup(world: World, call: Call) -> Json:
    """Replace a message's buttons."""
    chat, old = _editable(world, call)
    content = {key: old[key] for key in CONTENT if key in old}
    return _change(world, chat, old, content | compose_markup(call))


def delete_message(world: World, call: Call) -> bool:
    """Delete a message."""
    chat = world.chat(call.number("chat_id"))
    number = call.number("message_id")
    if number is None or number not in chat.messages:
        raise bad_request("message to delete not found")
    world.remove(chat, number)
    return True


def _file(world: World, call: Call, name: str) -> StoredFile:
    upload = call.upload(name)
    if upload is None:
        kept = world.files.find(call.text(name) or "")
        if kept is None:
            raise bad_request("wrong file identifier/HTTP URL specified" if call.text(name) else f"there is no {name}")
        return kept
    if not upload.data:
        raise bad_request("file must be non-empty")
    if len(upload.data) > LARGEST_SENT:
        raise ApiError(413, "Request Entity Too Large")
    picture = read_picture(upload.data) if name == "photo" else None
    return world.files.keep(upload.name, upload.data, picture.mime if picture else upload.mime, picture)


def _send_media(world: World, call: Call, chat: Chat, media: Json) -> Json:
    content = media | compose_caption(call) | compose_markup(call) | compose_reply(call, chat)
    content |= compose_topic(call, chat)
    return world.post(chat, world.bot, content)


def _editable(world: World, call: Call) -> tuple[Chat, Json]:
    chat = world.chat(call.number("chat_id"))
    old = chat.messages.get(call.number("message_id") or 0)
    if old is None:
        raise bad_request("message to edit not found")
    if old["from"]["id"] != world.bot["id"]:
        raise bad_request("message can't be edited")
    return chat, old


def _change(world: World, chat: Chat, old: Json, content: Json) -> Json:
    """Change a message unless it would stay the same; only a new text or caption marks it as edited."""
    shown = ("text", "entities", "caption", "caption_entities")
    same_words = all(old.get(key) == content.get(key) for key in shown)
    if same_words and old.get("reply_markup") == content.get("reply_markup"):
        raise bad_request(SAME)
    return world.revise(chat, old["message_id"], content, dated=not same_words)
