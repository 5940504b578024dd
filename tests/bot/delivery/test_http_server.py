"""The bot's own server: what Telegram, a proxy and Prometheus meet."""

from __future__ import annotations

import asyncio
import io
import json
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from bot.delivery.http_server import SECRET_HEADER, Server, secret_of, serving
from bot.delivery.metrics import WAITING
from summaries.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SECRET = secret_of("123456789:" + "A" * 35)
UPDATE = {"update_id": 7, "message": {"chat": {"id": 1}}}


class Kept:
    """An inbox that keeps updates in a list, or none while it is gone."""

    def __init__(self) -> None:
        self.updates: list[Any] = []
        self.gone = False

    async def put(self, update: dict[str, Any]) -> None:
        if self.gone:
            raise StoreError
        self.updates.append(update)

    async def is_ready(self) -> bool:
        if self.gone:
            raise StoreError
        return True


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
async def address(kept: Kept) -> AsyncIterator[str]:
    server = Server(kept, kept.is_ready, SECRET)  # type: ignore[arg-type]
    async with serving(server, "127.0.0.1:0", "https://bot.example.org/hook") as port:
        yield f"http://127.0.0.1:{port}"


async def post(address: str, body: bytes | io.BytesIO | dict[str, Any], secret: str = SECRET) -> int:
    data = json.dumps(body).encode() if isinstance(body, dict) else body
    headers = {SECRET_HEADER: secret}
    async with aiohttp.ClientSession(headers=headers) as session, session.post(f"{address}/hook", data=data) as answer:
        return answer.status


HOSTILE = (
    b'{"update_id": 1' + b"0" * 30 + b"}",
    b'{"update_id": -1}',
    b'{"update_id": true}',
    b'{"update_id": 7.5}',
    b'{"update_id": 7, "message": {"chat": {"id": 1' + b"0" * 30 + b"}}}",
    b'{"update_id": 7, "message": {"from": {"id": "x"}, "chat": {"id": 1}}}',
    b'{"update_id": 7, "message": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    b'{"update_id": 1' + b"0" * 10_000 + b"}",
)


async def get(url: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return answer.status, await answer.text()


async def test_an_update_is_kept_before_it_is_confirmed(address: str, kept: Kept) -> None:
    assert await post(address, UPDATE) == 200
    assert kept.updates == [UPDATE]


@pytest.mark.parametrize("secret", ["", "wrong", SECRET[:-1], "ä", "ü" * 64])
async def test_who_does_not_know_the_secret_is_turned_away(address: str, kept: Kept, secret: str) -> None:
    assert await post(address, UPDATE, secret) == 403
    assert kept.updates == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"{}", b'{"update_id": "7"}', b"null", bytes(range(256)), *HOSTILE])
async def test_what_is_no_update_is_refused(address: str, kept: Kept, body: bytes) -> None:
    assert await post(address, body) == 400
    assert kept.updates == []


async def test_an_enormous_body_is_refused(address: str, kept: Kept) -> None:
    assert await post(address, io.BytesIO(b" " * 3_000_000)) == 413
    assert kept.updates == []


async def test_while_the_store_is_gone_telegram_keeps_its_updates(address: str, kept: Kept) -> None:
    kept.gone = True

    assert await post(address, UPDATE) == 503
    assert await get(f"{address}/readyz") == (503, "not ready\n")
    assert await get(f"{address}/healthz") == (200, "alive\n")


async def test_health_and_metrics_are_served(address: str) -> None:
    WAITING.set(3)

    status, text = await get(f"{address}/metrics")

    assert await get(f"{address}/readyz") == (200, "ready\n")
    assert status == 200
    assert "briefing_updates_waiting 3.0" in text
    assert (await get(f"{address}/nothing"))[0] == 404


async def test_updates_come_side_by_side(address: str, kept: Kept) -> None:
    statuses = await asyncio.gather(*(post(address, {**UPDATE, "update_id": number}) for number in range(1, 51)))

    assert set(statuses) == {200}
    assert {update["update_id"] for update in kept.updates} == set(range(1, 51))


def test_the_secret_tells_nothing_of_the_token_and_has_the_form_that_telegram_takes() -> None:
    assert secret_of("1:a") != secret_of("1:b")
    assert len(SECRET) == 64
    assert SECRET.isalnum()
