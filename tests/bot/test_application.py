"""How the bot is put together."""

from __future__ import annotations

from typing import Any, cast

import pytest
from telegram.ext import CommandHandler

from bot.application import build, handlers
from bot.library import Library
from bot.locales import languages, wording
from bot.service import Service
from bot.settings import Settings
from bot.views.help import describe_bot, describe_briefly, describe_commands

TOKEN = "123456789:" + "A" * 35


@pytest.mark.parametrize(
    ("settings", "methods", "files"),
    [
        (
            Settings(),
            f"https://api.telegram.org/bot{TOKEN}",
            f"https://api.telegram.org/file/bot{TOKEN}",
        ),
        (
            Settings(test_environment=True),
            f"https://api.telegram.org/bot{TOKEN}/test",
            f"https://api.telegram.org/file/bot{TOKEN}/test",
        ),
        (
            Settings(api_url="http://localhost:8081/"),
            f"http://localhost:8081/bot{TOKEN}",
            f"http://localhost:8081/file/bot{TOKEN}",
        ),
    ],
    ids=["telegram", "test servers", "own server"],
)
def test_methods_and_files_go_to_the_server_that_is_set(settings: Settings, methods: str, files: str) -> None:
    app = build(settings, TOKEN, Service(Library(cast("Any", None)), cast("Any", None)))

    assert (app.bot.base_url, app.bot.base_file_url) == (methods, files)


def test_every_command_of_the_menu_is_answered() -> None:
    answered = {name for handler in handlers() if isinstance(handler, CommandHandler) for name in handler.commands}

    assert {name for name, _ in describe_commands(wording("en"))} <= answered


@pytest.mark.parametrize("language", languages())
def test_the_menu_and_the_description_fit_into_telegrams_limits(language: str) -> None:
    words = wording(language)

    assert all(0 < len(text) <= 256 for _, text in describe_commands(words))
    assert len(describe_bot(words)) <= 512
    assert len(describe_briefly(words)) <= 120
