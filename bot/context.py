"""What every handler receives: the service, the queue, and the wording in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from telegram import Chat, Message, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.ext import Application, CallbackContext, ExtBot

from bot.errors import AdminsOnly
from bot.locales import nearest_language, wording
from bot.views.screen import Screen
from bot.views.several import Links
from summaries.article import Article
from summaries.briefing import LADDER

if TYPE_CHECKING:
    from bot.access import Quota
    from bot.delivery.inbox import Inbox
    from bot.library.protocols import Choices, Conversations
    from bot.locales import Wording
    from bot.service import Service
    from bot.views.screen import Target

SERVICE = "service"
INBOX = "inbox"
CONVERSATIONS = "conversations"
QUOTA = "quota"
LENGTHS = frozenset(length.name for length in LADDER)


@dataclass(slots=True)
class Album:
    """An album of files whose first one was answered: the answer, and the files that came after it."""

    id: str
    article: str
    message: Message
    screen: Screen
    others: list[Article] = field(default_factory=list)


@dataclass(slots=True)
class ChatState:
    """What is remembered about a chat in memory only."""

    placeholder: Message | None = None
    """The “reading …” message, to be replaced by the answer or the error."""
    links: Links | None = None
    """The links of a message one of which is being read: the answer offers the others."""
    pictures: str | None = None
    """The album of pictures whose first part was answered last: the others need no answer."""
    album: Album | None = None
    """The album of files whose first one was answered last."""


class Context(CallbackContext[ExtBot[None], dict[Any, Any], ChatState, dict[Any, Any]]):
    """The context of an update, with this bot's own services."""

    @property
    def service(self) -> Service:
        """The briefing service."""
        return cast("Service", self.application.bot_data[SERVICE])

    @property
    def inbox(self) -> Inbox:
        """The queue of updates."""
        return cast("Inbox", self.application.bot_data[INBOX])

    @property
    def conversations(self) -> Conversations:
        """State of chats that outlives a single update."""
        return cast("Conversations", self.application.bot_data[CONVERSATIONS])

    @property
    def quota(self) -> Quota:
        """The access rules and daily limits."""
        return cast("Quota", self.application.bot_data[QUOTA])

    @property
    def state(self) -> ChatState:
        """What is remembered about the chat."""
        return cast("ChatState", self.chat_data)

    async def choices(self, chat: int) -> Choices:
        """Return a chat's preferences, read from the store once per update."""
        known: dict[int, Choices] = self.__dict__.setdefault("known_choices", {})
        if chat not in known:
            known[chat] = await self.service.library.choices(chat)
        return known[chat]

    def forget_choices(self) -> None:
        """Discard the preferences read so far, because one has changed."""
        self.__dict__.pop("known_choices", None)

    async def note_shown(self, chat: int, target: Target, choices: Choices) -> None:
        """Remember the length of a summary that is shown, if it is on the ladder."""
        if target.view == "summary" and target.argument in LENGTHS and target.argument != choices.shown:
            await self.service.library.note_shown(chat, target.argument)

    async def require_admin(self, update: Update) -> None:
        """Raise `AdminsOnly` if an update comes from a group and its sender is not one of the group's admins."""
        chat, user = chat_of(update), update.effective_user
        if chat.type == ChatType.PRIVATE or user is None or _speaks_for(chat, update):
            return
        member = await chat.get_member(user.id)
        if member.status not in {ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR}:
            raise AdminsOnly

    async def wording(self, update: Update) -> Wording:
        """Return the wording in the chat's chosen language, or else in that of the reader's Telegram app."""
        chat, user = update.effective_chat or update.effective_user, update.effective_user
        return await self.wording_of(chat.id if chat else 0, user.language_code if user else None)

    async def wording_of(self, chat: int, language: str | None) -> Wording:
        """Return the wording in a chat's chosen language, or else in the one nearest to an IETF language tag."""
        chosen = (await self.choices(chat)).language
        return wording(nearest_language(chosen or language))


def _speaks_for(chat: Chat, update: Update) -> bool:
    """Return whether a message was sent in the name of its group, which only admins can do."""
    message = update.message or update.edited_message
    return message is not None and message.sender_chat is not None and message.sender_chat.id == chat.id


App = Application[ExtBot[None], Context, dict[Any, Any], ChatState, dict[Any, Any], None]


def chat_of(update: Update) -> Chat:
    """Return the chat of an update; the handlers are registered for updates that have one."""
    return cast("Chat", update.effective_chat)


def message_of(update: Update) -> Message:
    """Return the message of an update; the handlers are registered for updates that have one."""
    return cast("Message", update.effective_message)
