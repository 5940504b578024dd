"""Passes updates from the queue to the handlers; failures are reported to the reader, recorded and skipped."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Coroutine
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.error import TelegramError

from bot.access import sender_of
from bot.delivery.dbos_adapter import suspend
from bot.delivery.metrics import UPDATE_TIME, UPDATES
from bot.delivery.partitioning import Json, chat_of_update, kind_of
from bot.workers import ASKED_BY

if TYPE_CHECKING:
    from bot.context import App, Context
    from bot.delivery.inbox import Work

log = logging.getLogger(__name__)
Handle = Callable[[Update, "Context"], Coroutine[Any, Any, None]]
SUSPENDED = "undone"
_failure: ContextVar[str] = ContextVar("failure", default="")


class Failed(Exception):
    """An update was not answered properly; the message is the error number shown to the reader and in the log."""


def note_suspended() -> None:
    """Mark the current update as suspended: it is resumed when the database is back."""
    _failure.set(SUSPENDED)


def note_failure(number: str) -> None:
    """Mark the current update as failed, with its error number."""
    _failure.set(number)


def answering(app: App) -> Work:
    """Return the work that passes an update to the bot's handlers. It raises `Failed`."""

    async def answer(raw: Json) -> None:
        await _run(app, raw, app.process_update)

    return answer


def handling(app: App, handle: Handle) -> Work:
    """Return the work that passes an update to one particular handler. It raises `Failed`."""

    async def process(update: Update) -> None:
        context = app.context_types.context.from_update(update, app)
        try:
            await handle(update, context)
        except Exception as error:  # noqa: BLE001 - as for every handler, one place turns all errors into replies
            await app.process_error(update, error)

    async def work(raw: Json) -> None:
        await _run(app, raw, process)

    return work


async def _run(app: App, raw: Json, process: Callable[[Update], Coroutine[Any, Any, None]]) -> None:
    _failure.set("")
    started, kind = time.monotonic(), kind_of(raw)
    try:
        update = Update.de_json(raw, app.bot)
    except Exception as error:
        log.exception("An update of kind %s cannot be read", kind)
        UPDATES.labels(kind, "unreadable").inc()
        await apologize(app, raw)
        raise Failed("unreadable") from error
    ASKED_BY.set(sender_of(update))
    await process(update)
    number = _failure.get()
    if number == SUSPENDED:
        UPDATES.labels(kind, "laid down").inc()
        suspend()
    UPDATES.labels(kind, "failed" if number else "answered").inc()
    UPDATE_TIME.observe(time.monotonic() - started)
    if number:
        raise Failed(number)


async def apologize(app: App, raw: Json) -> None:
    """Tell the sender of an update that it could not be handled, if the update says where it came from."""
    chat = chat_of_update(raw)
    if chat is None:
        return
    words = await app.context_types.context(app).wording_of(chat, None)
    text = words.say("I could not process your last message. Please send it again, or put it another way: /help")
    try:
        await app.bot.send_message(chat, text)
    except TelegramError as error:
        log.warning("The sender could not be told: %s", type(error).__name__)
