"""/export: a briefing as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bot.context import chat_of, message_of
from bot.delivery.outgoing import send, send_file
from bot.handlers.answers import article_meant
from bot.views.parts import heading
from bot.views.sharing import show_formats

if TYPE_CHECKING:
    from telegram import CallbackQuery, Update

    from bot.context import Context
    from bot.views.screen import Target
    from summaries.briefing import Briefing


async def export(update: Update, context: Context) -> None:
    """/export: the formats to choose from; /export pdf sends the file at once."""
    words = await context.wording(update)
    briefing = await article_meant(update, context, words.language)
    if context.args:
        await _send(update, context, briefing, context.args[0].casefold().removeprefix("."))
    else:
        await send(message_of(update), show_formats(briefing, words))


async def export_pressed(update: Update, context: Context, target: Target) -> None:
    """Send the file whose format was tapped."""
    briefing = await context.desk.briefing(chat_of(update).id, target.article)
    await cast("CallbackQuery", update.callback_query).answer()
    await _send(update, context, briefing, target.argument)


async def _send(update: Update, context: Context, briefing: Briefing, kind: str) -> None:
    words = await context.wording(update)
    file = await context.desk.export(briefing, kind, words.language)
    await send_file(message_of(update), file.name, file.data, heading(briefing.article, words))
