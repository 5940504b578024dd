"""Whose an update is, read from its JSON."""

from __future__ import annotations

from typing import Any

import pytest

from bot.delivery.partitioning import chat_of_update, kind_of, partition_of

CASES: list[tuple[dict[str, Any], str, int | None, str]] = [
    ({"update_id": 1, "message": {"chat": {"id": 5}, "text": "/short"}}, "message", 5, "5"),
    ({"update_id": 1, "message": {"chat": {"id": -5}, "text": "/cancel"}}, "message", -5, "!-5"),
    ({"update_id": 1, "message": {"chat": {"id": 5}, "text": "/cancelled"}}, "message", 5, "5"),
    ({"update_id": 1, "callback_query": {"from": {"id": 9}, "message": {"chat": {"id": 5}}}}, "callback_query", 5, "5"),
    ({"update_id": 1, "callback_query": {"from": {"id": 9}}}, "callback_query", None, "9"),
    ({"update_id": 1, "inline_query": {"from": {"id": 9}, "query": "x"}}, "inline_query", None, "9"),
    ({"update_id": 1, "news_of_2030": {"what": [1]}}, "unknown", None, "0"),
    ({"update_id": 1, "news_of_2030": "text"}, "unknown", None, "0"),
    ({"update_id": 1}, "unknown", None, "0"),
]


@pytest.mark.parametrize(("update", "kind", "chat", "line"), CASES)
def test_chat_line_and_kind(update: dict[str, Any], kind: str, chat: int | None, line: str) -> None:
    assert (kind_of(update), chat_of_update(update), partition_of(update)) == (kind, chat, line)
