"""Callback queries: taps on buttons, until they are answered."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass

from bot.playground.api_errors import bad_request


@dataclass(frozen=True, slots=True)
class Tap:
    """A tap on a button, waiting for its answer."""

    id: str
    chat: int
    message: int
    data: str
    at: float


class Queries:
    """All taps. After `patience` seconds, a tap can no longer be answered."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._taps: dict[str, Tap] = {}

    def ask(self, chat: int, message: int, data: str) -> Tap:
        """Record a tap."""
        tap = Tap(str(secrets.randbits(60)), chat, message, data, asyncio.get_running_loop().time())
        self._taps[tap.id] = tap
        return tap

    def answer(self, identifier: str) -> Tap:
        """Return the tap with an identifier. Raises `ApiError` if it is unknown or too old."""
        tap = self._taps.get(identifier)
        if tap is None or asyncio.get_running_loop().time() - tap.at > self._patience:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        return tap
