"""The command line: ``briefing-bot run``, ``briefing-bot playground`` and ``briefing-bot backup``."""

from __future__ import annotations

import argparse
import asyncio
import logging
import signal
import sys
from contextlib import AsyncExitStack
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from telegram.error import InvalidToken, TelegramError

from bot.application import introduce, open_application
from bot.library.backup import BackupError, back_up
from bot.logs import start_log
from bot.settings import HOW_TO_START, SettingsError, read_settings
from summaries.errors import BriefingError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.context import App
    from bot.settings import Settings

log = logging.getLogger("bot")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; return the exit status."""
    parser = argparse.ArgumentParser(prog="briefing-bot", description="Briefings of articles, in their own words.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="answer in Telegram, with the token in BOT_TOKEN")
    playground = commands.add_parser("playground", help="try the bot in a browser, without Telegram")
    playground.add_argument("--port", type=int, default=8080, help="port of the page (0: any free one)")
    backup = commands.add_parser("backup", help="copy the database to a file, while the bot runs")
    backup.add_argument("file", type=Path, help="a file that does not exist yet")
    chosen = parser.parse_args(arguments)
    try:
        settings = read_settings()
        start_log(settings.log_level)
        if chosen.command == "backup":
            back_up(settings.database_url, chosen.file)
        else:
            asyncio.run(_run(settings) if chosen.command == "run" else _play(settings, chosen.port))
    except (SettingsError, BriefingError, BackupError) as error:
        print(error, file=sys.stderr)
        return 2
    except InvalidToken:
        print(f"Telegram does not know the token in BOT_TOKEN. {HOW_TO_START}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"The page cannot be served: {error.strerror}. Try another port: --port 0", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        pass
    return 0


async def _run(settings: Settings) -> None:
    token = settings.require_token()
    async with open_application(settings, token) as app:
        await _until_stopped(app)


async def _play(settings: Settings, port: int) -> None:
    serve = import_module("bot.playground").serve  # its web server is not needed to answer in Telegram
    async with AsyncExitStack() as stack:
        playground = await stack.enter_async_context(serve(port=port))
        local = settings.model_copy(update={"api_url": playground.api_url, "test_environment": False})
        app = await stack.enter_async_context(open_application(local, playground.token))
        print(f"The playground is open at {playground.address}  (end it with Ctrl+C)", flush=True)
        await _until_stopped(app)


async def _until_stopped(app: App) -> None:
    """Return when the process is asked to end; what is being answered then is finished first."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    log.info("Answering as @%s", app.bot.username)
    await _introduce(app)
    await stopped.wait()


async def _introduce(app: App) -> None:
    try:
        await introduce(app)
    except TelegramError as error:
        log.warning("The menu of commands could not be registered: %s", type(error).__name__)


if __name__ == "__main__":
    sys.exit(main())
