"""Methods about chats and what happens in them: answers to taps, typing, reactions, members, inline results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.playground.api_errors import Json, bad_request
from bot.playground.composing import compose_topic

if TYPE_CHECKING:
    from bot.playground.calls import Call
    from bot.playground.world import World

LONGEST_TOAST = 200
MOST_RESULTS = 50
ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def answer_tap(world: World, call: Call) -> bool:
    """Answer a tap on a button, perhaps with a toast or an alert."""
    text = call.text("text") or ""
    if len(text) > LONGEST_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    tap = world.queries.answer(call.text("callback_query_id") or "")
    world.events.tell(
        "answer",
        tap.chat,
        {
            "query": tap.id,
            "message_id": tap.message,
            "data": tap.data,
            "text": text,
            "alert": call.flag("show_alert"),
            "url": call.text("url"),
        },
    )
    return True


def send_action(world: World, call: Call) -> bool:
    """Show that the bot is typing, or another action."""
    chat = world.chat(call.number("chat_id"))
    action = call.text("action")
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.events.tell("action", chat.id, {"action": action, **compose_topic(call, chat)})
    return True


def set_reaction(world: World, call: Call) -> bool:
    """Set the bot's reaction to a message, replacing any other."""
    chat = world.chat(call.number("chat_id"))
    message = chat.messages.get(call.number("message_id") or 0)
    if message is None:
        raise bad_request("message to react not found")
    reactions = call.records("reaction") or []
    if any(item.get("type") != "emoji" for item in reactions):
        raise bad_request("REACTION_INVALID")
    chat.reactions[message["message_id"]] = reactions
    world.events.tell("reaction", chat.id, {"message_id": message["message_id"], "reaction": reactions})
    return True


def get_chat(world: World, call: Call) -> Json:
    """Describe a chat."""
    chat = world.chat(call.number("chat_id"))
    return {**chat.to_json(), "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _no_gifts()}


def get_member(world: World, call: Call) -> Json:
    """Describe a member of a chat."""
    chat = world.chat(call.number("chat_id"))
    user = call.number("user_id")
    if user == world.bot["id"]:
        return {"status": "member", "user": world.bot}
    if user not in world.people:
        raise bad_request("PARTICIPANT_ID_INVALID")
    if user in chat.admins:
        return {"status": "creator", "user": world.people[user], "is_anonymous": False}
    return {"status": "member" if user in chat.people else "left", "user": world.people[user]}


def answer_inline(world: World, call: Call) -> bool:
    """Store the results of an inline query by its id."""
    results = call.records("results") or []
    if len(results) > MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    world.inline[call.text("inline_query_id") or ""] = results
    return True


def _no_gifts() -> Json:
    kinds = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    return dict.fromkeys(kinds, False)
