"""What a chat chooses: its language, with the menu that follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import BotCommand, BotCommandScopeChat

from bot.context import chat_of
from bot.locales import wording
from bot.views.guidance import describe_commands

if TYPE_CHECKING:
    from telegram import Update

    from bot.context import Context
    from bot.locales import Wording


async def choose_language(update: Update, context: Context, code: str) -> None:
    """Speak a language in a chat from now on, its menu of commands included. Raises `AdminsOnly`."""
    await context.require_admin(update)
    chat = chat_of(update).id
    await context.desk.library.choose_language(chat, code)
    await context.bot.set_my_commands(menu(wording(code)), scope=BotCommandScopeChat(chat))


def menu(words: Wording) -> list[BotCommand]:
    """Return the menu of commands."""
    return [BotCommand(name, text) for name, text in describe_commands(words)]
