"""A chat's language, and the command menu in that language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import BotCommand, BotCommandScopeChat

from bot.context import chat_of
from bot.locales import SOURCE, languages, wording
from bot.views.help import describe_admin_commands, describe_commands

if TYPE_CHECKING:
    from collections.abc import Iterable

    from telegram import Bot, Update

    from bot.context import Context
    from bot.locales import Wording


async def choose_language(update: Update, context: Context, code: str) -> None:
    """Use a language in a chat from now on, including its command menu. Raises `AdminsOnly`."""
    await context.require_admin(update)
    chat = chat_of(update).id
    await context.service.library.choose_language(chat, code)
    context.forget_choices()
    if context.quota.access.is_admin(frozenset({chat})):
        await show_admin_menu(context.bot, chat, code)
    else:
        await context.bot.set_my_commands(menu(wording(code)), scope=BotCommandScopeChat(chat))


async def show_admin_menu(bot: Bot, chat: int, chosen: str | None) -> None:
    """Add the admins' commands to a chat's menu, in its chosen language or in every language."""
    for language in languages():
        words = wording(chosen or language)
        commands = [*menu(words), *_commands(describe_admin_commands(words))]
        code = None if language == SOURCE else language
        await bot.set_my_commands(commands, scope=BotCommandScopeChat(chat), language_code=code)


def menu(words: Wording) -> list[BotCommand]:
    """Return the command menu."""
    return _commands(describe_commands(words))


def _commands(described: Iterable[tuple[str, str]]) -> list[BotCommand]:
    return [BotCommand(name, text) for name, text in described]
