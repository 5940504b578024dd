"""Calls to Telegram that fail on the way, at the far end, or come too fast: over the wire of the playground."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, cast

import pytest
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.delivery.rate_limiter import RateLimiter
from bot.delivery.throttle import Throttle
from bot.delivery.transport import Transport
from bot.playground import serve
from tests.bot.api_faults import Faults

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.playground import Playground

READER = 7


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
async def telegram(faults: Faults) -> AsyncIterator[Playground]:
    async with serve(middlewares=[faults.middleware]) as opened:
        opened.world.welcome(READER, "en")
        yield opened


@pytest.fixture
async def bot(telegram: Playground) -> AsyncIterator[ExtBot[None]]:
    limiter = RateLimiter(Throttle(cast("Any", None), 0))
    made: ExtBot[None] = ExtBot(
        telegram.token,
        base_url=telegram.base_url,
        base_file_url=telegram.base_file_url,
        rate_limiter=limiter,
        request=Transport(),
        get_updates_request=Transport(),
    )
    async with made:
        yield made


@pytest.mark.parametrize("fault", ["flood", "break_down", "cut"])
async def test_a_message_that_fails_is_sent_again(
    telegram: Playground, faults: Faults, bot: ExtBot[None], fault: str
) -> None:
    getattr(faults, fault)("sendMessage")

    sent = await bot.send_message(READER, "hello")

    assert sent.text == "hello"
    assert len(telegram.world.chats[READER].messages) == 1


async def test_one_chat_that_has_had_too_much_does_not_hold_up_another(
    telegram: Playground, faults: Faults, bot: ExtBot[None]
) -> None:
    telegram.world.welcome(8, "en")
    faults.flood("sendMessage", retry_after=5)
    first = asyncio.create_task(bot.send_message(READER, "waits"))
    async with asyncio.timeout(30):
        while faults.left:
            await asyncio.sleep(0.01)

    await bot.send_message(8, "does not")

    assert not first.done()
    await first


async def test_what_telegram_refuses_is_not_tried_again(telegram: Playground, bot: ExtBot[None]) -> None:
    with pytest.raises(BadRequest):
        await bot.send_message(999, "nobody")

    assert len(telegram.calls("sendMessage")) == 1


async def test_a_tap_that_is_answered_too_late_is_no_error(bot: ExtBot[None]) -> None:
    assert await bot.answer_callback_query("long gone")


async def test_a_file_goes_over_the_wire_whole(bot: ExtBot[None]) -> None:
    data = bytes(range(256)) * 100

    sent = await bot.send_document(READER, data, filename="ä b.bin", caption="<b>x</b>", parse_mode="HTML")

    assert sent.document is not None
    assert bytes(await (await sent.document.get_file()).download_as_bytearray()) == data
    assert sent.document.file_name == "ä b.bin"
