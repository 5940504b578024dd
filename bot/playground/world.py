"""The world that the bot lives in: people, chats and messages, as Telegram's JSON objects."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.playground.api_errors import Json, bad_request
from bot.playground.events import Events
from bot.playground.files import Files
from bot.playground.profile import Profile
from bot.playground.queries import Queries
from bot.playground.updates import Updates

if TYPE_CHECKING:
    from collections.abc import Iterable

BOT_NAME = "Briefing"
BOT_USERNAME = "briefing_playground_bot"
FIRST_GROUP = -1_001_000_000_001
KEPT = ("message_id", "from", "chat", "date", "reply_to_message", "message_thread_id", "is_topic_message")
"""Fields that an edit does not change."""
QUERY_SECONDS = 30.0
"""How long a tap can be answered, in seconds."""


@dataclass(slots=True)
class Chat:
    """A chat and its messages, by message id."""

    id: int
    kind: str
    title: str
    people: set[int]
    messages: dict[int, Json] = field(default_factory=dict)
    reactions: dict[int, list[Json]] = field(default_factory=dict)
    """The bot's reactions, by message id."""
    last: int = 0
    admins: set[int] = field(default_factory=set)
    topics: dict[int, Json] = field(default_factory=dict)
    """The service message that opened each topic, by its message id."""

    def to_json(self) -> Json:
        """Return the chat as Telegram's Chat."""
        name = "first_name" if self.kind == "private" else "title"
        return {"id": self.id, "type": self.kind, name: self.title}


class World:
    """Everything that Telegram would know; `token` is the only token accepted."""

    def __init__(self, token: str, query_seconds: float = QUERY_SECONDS) -> None:
        self.token = token
        self.bot: Json = {
            "id": int(token.split(":", maxsplit=1)[0]),
            "is_bot": True,
            "first_name": BOT_NAME,
            "username": BOT_USERNAME,
        }
        self.people: dict[int, Json] = {}
        self.chats: dict[int, Chat] = {}
        self.updates = Updates()
        self.events = Events()
        self.files = Files()
        self.profile = Profile()
        self.queries = Queries(query_seconds)
        self.inline: dict[str, list[Json]] = {}
        """Results of inline queries, by query id."""

    def welcome(self, user: int, language: str | None, name: str = "Reader") -> Chat:
        """Return the private chat of a person, who is created with a name and a language code if new."""
        if user not in self.people:
            self.people[user] = {"id": user, "is_bot": False, "first_name": name}
            self.chats[user] = Chat(user, "private", name, {user})
        if language:
            self.people[user]["language_code"] = language
        return self.chats[user]

    def gather(self, title: str, users: Iterable[int], admins: Iterable[int] = ()) -> Chat:
        """Create a group of people and the bot; `admins` are among the people."""
        number = FIRST_GROUP - sum(1 for chat in self.chats.values() if chat.kind != "private")
        self.chats[number] = Chat(number, "supergroup", title, {*users, *admins}, admins=set(admins))
        return self.chats[number]

    def open_topic(self, chat: Chat, name: str) -> int:
        """Open a topic in a group; return its id."""
        opening = {"forum_topic_created": {"name": name, "icon_color": 0x6FB9F0}}
        message = self.post(chat, self.people[min(chat.people)], opening)
        chat.topics[chat.last] = message
        return chat.last

    def chat(self, number: int | None) -> Chat:
        """Return a chat. Raises `ApiError` if there is none."""
        if number is None:
            raise bad_request("chat_id is empty")
        if number not in self.chats:
            raise bad_request("chat not found")
        return self.chats[number]

    def post(self, chat: Chat, sender: Json, content: Json) -> Json:
        """Add a message to a chat, publish it, and return it."""
        chat.last += 1
        message: Json = {
            "message_id": chat.last,
            "from": dict(sender),
            "chat": chat.to_json(),
            "date": int(time.time()),
            **content,
        }
        chat.messages[chat.last] = message
        self.events.tell("message", chat.id, message)
        return message

    def revise(self, chat: Chat, number: int, content: Json, *, dated: bool) -> Json:
        """Replace a message's content, publish the change, and return the message; `dated` sets its edit date."""
        old = chat.messages[number]
        kept: Json = {key: old[key] for key in KEPT if key in old}
        edited = int(time.time()) if dated else old.get("edit_date")
        message: Json = {**kept, **content}
        if edited:
            message["edit_date"] = edited
        chat.messages[number] = message
        self.events.tell("edit", chat.id, message)
        return message

    def remove(self, chat: Chat, number: int) -> None:
        """Delete a message from a chat and publish that."""
        chat.messages.pop(number, None)
        self.events.tell("delete", chat.id, {"message_id": number})
