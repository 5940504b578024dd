"""The log says what happened, and nothing that is somebody's."""

from __future__ import annotations

import io
import logging

import pytest

from bot.logs import Formatter, Terse

TOKEN = "123456789:" + "AbC-_" * 7


@pytest.fixture
def log() -> tuple[logging.Logger, io.StringIO]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Formatter())
    logger = logging.Logger("bot.test")  # noqa: LOG001 - one that no other test shares
    logger.addHandler(handler)
    return logger, stream


def test_a_library_that_quotes_queries_is_cut_short_and_says_the_same_once(
    log: tuple[logging.Logger, io.StringIO],
) -> None:
    logger, stream = log
    logger.name = "library"
    logger.addFilter(Terse())

    for _ in range(3):
        logger.warning("Database connection failed: %s", "SELECT 'a text' at 127.0.0.1")

    assert stream.getvalue().count("Database connection failed") == 1
    assert "SELECT" not in stream.getvalue()


def test_a_token_never_reaches_the_log(log: tuple[logging.Logger, io.StringIO]) -> None:
    logger, stream = log

    logger.info("POST https://api.telegram.org/bot%s/getMe", TOKEN)

    assert TOKEN not in stream.getvalue()
    assert "<token>" in stream.getvalue()


def test_an_exception_is_one_line_without_its_values_and_paths(log: tuple[logging.Logger, io.StringIO]) -> None:
    logger, stream = log

    try:
        try:
            int("a reader's text")
        except ValueError as error:
            raise KeyError(TOKEN) from error
    except KeyError:
        logger.exception("Error %s", "1a2b")

    line = stream.getvalue().strip()
    assert "KeyError in test_logs." in line
    assert "from ValueError" in line
    assert "\n" not in line
    assert "/" not in line
    assert "a reader's text" not in line
