"""The one place that turns errors into replies."""

from __future__ import annotations

import logging
import secrets
from typing import TYPE_CHECKING

from telegram import InlineQueryResultsButton, Update
from telegram.error import Forbidden, TelegramError

from bot.delivery.dispatching import note_failure, note_suspended
from bot.delivery.outgoing import edit, send
from bot.views.screen import Screen, clip, escape
from summaries.errors import BriefingError, StoreError

if TYPE_CHECKING:
    from bot.context import Context
    from bot.locales import Wording

log = logging.getLogger(__name__)

BUTTON = 60
"""Maximum length, in characters, of the line above the results of an inline query."""
TOAST = 200
"""Maximum length, in characters, of the notification of a tap."""


async def report(update: object, context: Context) -> None:
    """Tell the reader, in one sentence, what an error means; an internal error gets a number that is also logged.

    While the store is unreachable nothing is said: the update waits for it.
    """
    error = context.error
    if isinstance(error, TelegramError):
        log.warning("Telegram: %s", type(error).__name__, exc_info=error)
    if not isinstance(update, Update) or isinstance(error, Forbidden):  # nobody to tell
        return
    try:
        if isinstance(error, StoreError):
            raise error
        await _tell(update, context, _sentence(error, await context.wording(update)))
    except TelegramError as failure:
        log.warning("The reader could not be told: %s", type(failure).__name__)
    except StoreError as failure:
        log.warning("The store is gone: %s", type(failure.__cause__).__name__)
        note_suspended()


def _sentence(error: Exception | None, words: Wording) -> str:
    if isinstance(error, BriefingError):
        return words.say(error.template).format(**error.details)
    number = secrets.token_hex(4)
    note_failure(number)
    log.error("Error %s", number, exc_info=error)
    return words.say(
        "Something went wrong on my side. Please try again; if it keeps happening, report the number {number}."
    ).format(number=number)


async def _tell(update: Update, context: Context, text: str) -> None:
    state = context.chat_data
    placeholder = state.placeholder if state else None
    if state:
        state.placeholder = state.links = None
    if placeholder:
        await edit(placeholder, Screen(escape(text)))
    elif update.callback_query:
        await update.callback_query.answer(clip(text, TOAST), show_alert=True)
    elif update.inline_query:
        button = InlineQueryResultsButton(clip(text, BUTTON), start_parameter="help")
        await update.inline_query.answer([], is_personal=True, cache_time=0, button=button)
    elif update.effective_message:
        await send(update.effective_message, Screen(escape(text)))
