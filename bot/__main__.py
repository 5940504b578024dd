"""The command line: ``briefing-bot run``, ``briefing-bot playground`` and ``briefing-bot backup``.

Each command's modules are imported once it is chosen, so the workers can load the models while the bot is imported.
"""

from __future__ import annotations

import argparse
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import OperatorError
from bot.logs import start_log
from bot.settings import read_settings
from bot.workers import Workers
from summaries.errors import BriefingError

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command named in the arguments; return the exit status."""
    chosen = _parse(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # during start-up, SIGTERM acts like Ctrl+C
    try:
        _do(chosen)
    except (OperatorError, BriefingError) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        pass
    return 0


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="briefing-bot", description="Briefs you on articles, in their own words.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="answer in Telegram, with the token in BOT_TOKEN")
    playground = commands.add_parser("playground", help="try the bot in a browser, without Telegram")
    playground.add_argument("--port", type=int, default=8080, help="port of the page (0: any free one)")
    backup = commands.add_parser("backup", help="copy the database to a file, even while the bot is running")
    backup.add_argument("file", type=Path, help="the file to write; must not exist yet")
    return parser.parse_args(arguments)


def _do(chosen: argparse.Namespace) -> None:
    settings = read_settings()
    start_log(settings.log_level)
    if chosen.command == "backup":
        import_module("bot.library.backup").back_up(settings.database_url, chosen.file)
        return
    if chosen.command == "run":
        settings.require_token()
    with Workers(settings.workers, settings.work_seconds) as workers:
        running = import_module("bot.running")
        if chosen.command == "run":
            running.run(settings, workers)
        else:
            running.play(settings, workers, chosen.port)


if __name__ == "__main__":
    sys.exit(main())
