"""Runs the bot, in Telegram or in the playground, until its process is asked to stop."""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
from contextlib import AsyncExitStack
from importlib import import_module
from typing import TYPE_CHECKING

from telegram.error import InvalidToken, TelegramError

from bot.application import introduce, open_application
from bot.errors import OperatorError
from bot.settings import HOW_TO_START

if TYPE_CHECKING:
    from bot.context import App
    from bot.settings import Settings
    from bot.workers import Workers

log = logging.getLogger("bot")


def run(settings: Settings, workers: Workers) -> None:
    """Answer in Telegram. Raises `OperatorError` or `StoreError`."""
    try:
        asyncio.run(_run(settings, workers))
    except InvalidToken as error:
        raise OperatorError(f"Telegram does not know the token in BOT_TOKEN. {HOW_TO_START}") from error
    except OSError as error:
        raise OperatorError(f"The bot cannot listen at the address in BOT_LISTEN: {error.strerror}.") from error


def play(settings: Settings, workers: Workers, port: int) -> None:
    """Answer in the playground's page at a port. Raises `OperatorError` or `StoreError`."""
    try:
        asyncio.run(_play(settings, workers, port))
    except OSError as error:
        raise OperatorError(f"The page cannot be served: {error.strerror}. Try another port: --port 0") from error


async def _run(settings: Settings, workers: Workers) -> None:
    async with open_application(settings, settings.require_token(), workers) as app:
        await _until_stopped(app)


async def _play(settings: Settings, workers: Workers, port: int) -> None:
    serve = import_module("bot.playground").serve  # not needed to answer in Telegram
    async with AsyncExitStack() as stack:
        playground = await stack.enter_async_context(serve(port=port))
        local = settings.model_copy(update={"api_url": playground.api_url, "test_environment": False})
        app = await stack.enter_async_context(open_application(local, playground.token, workers))
        print(f"The playground is open at {playground.address}  (stop it with Ctrl+C)", flush=True)
        await _until_stopped(app)


async def _until_stopped(app: App) -> None:
    """Return when the process is asked to stop."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    log.info("Answering as @%s", app.bot.username)
    await _introduce(app)
    gc.collect()
    gc.freeze()  # what was built at start stays; collections that walk all of it would block the loop for 0.1 s
    await stopped.wait()


async def _introduce(app: App) -> None:
    try:
        await introduce(app)
    except TelegramError as error:
        log.warning("The menu of commands could not be registered: %s", type(error).__name__)
