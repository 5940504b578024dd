"""Nothing is lost when the process is killed at any moment, and nearly nothing comes twice."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Literal

import pytest

from bot.delivery.rate_limiter import UNDER_WAY
from tests.bot.process import BotProcess
from tests.faults.crowd import Crowd

if TYPE_CHECKING:
    from bot.playground import Playground

QUESTIONS = 500
KILLED_AFTER = (100, 300)
STORM_QUESTIONS, STORM_KILLS = 300, 20


@pytest.mark.parametrize("way", ["polling", "webhook"])
async def test_a_burst_with_two_kills_loses_nothing(
    telegram: Playground, database_url: str, port: int, way: Literal["polling", "webhook"]
) -> None:
    address = f"127.0.0.1:{port}"
    settings = {} if way == "polling" else {"listen": address, "webhook_url": f"http://{address}/telegram"}
    bot = BotProcess(telegram, database_url, **settings)
    await bot.start()
    crowd = Crowd(telegram, 50)

    crowd.ask(QUESTIONS)
    for answered in KILLED_AFTER:
        await crowd.wait(answered, 60)
        await bot.kill()
        await bot.start()
    seconds = await crowd.wait(QUESTIONS, 120)
    await asyncio.sleep(1)  # for what might come twice
    await bot.stop()

    print(f"\n{way}: lost {len(crowd.lost)}, repeated {crowd.repeated}, the rest in {seconds:.1f} s")
    assert crowd.lost == [], bot.log
    assert crowd.repeated <= UNDER_WAY * len(KILLED_AFTER)
    assert crowd.out_of_order() == 0


async def test_a_storm_of_kills_loses_nothing_and_gives_nothing_up(telegram: Playground, database_url: str) -> None:
    bot = BotProcess(telegram, database_url)
    crowd = Crowd(telegram, 60)
    crowd.ask(STORM_QUESTIONS)
    for kill in range(STORM_KILLS):
        await bot.start()
        await crowd.wait(len(crowd.answers()) + 1 + kill % 7, 60)  # some more each time, and killed in the midst
        await bot.kill()
    await bot.start()
    await crowd.wait(STORM_QUESTIONS, 120)
    apologies = [call for call in telegram.calls("sendMessage") if "could not process" in call.parameters["text"]]
    await bot.stop()

    print(f"\n{STORM_KILLS} kills: lost {len(crowd.lost)}, given up {len(apologies)}, repeated {crowd.repeated}")
    assert crowd.lost == [], bot.log
    assert apologies == []
    assert "given up" not in bot.log
    assert crowd.repeated <= UNDER_WAY * STORM_KILLS


async def test_what_is_being_read_is_read_again_and_its_message_comes_once(
    telegram: Playground, database_url: str
) -> None:
    bot = BotProcess(telegram, database_url)
    await bot.start()
    crowd = Crowd(telegram, 1)
    text = "The council of Riverton met on Monday and approved the plan for a new bridge over the river. " * 9

    crowd.say(0, "Bridge\n\n" + text)
    while not telegram.calls("sendMessage"):
        await asyncio.sleep(0.005)
    await bot.kill()
    await bot.start()
    async with asyncio.timeout(30):
        while not telegram.calls("editMessageText"):
            await asyncio.sleep(0.05)
    await bot.stop()

    notes = [call for call in telegram.calls("sendMessage") if "Reading" in call.parameters["text"]]
    assert 1 <= len(notes) <= 2  # the note itself may have been under way
    assert "Riverton" in telegram.calls("editMessageText")[-1].parameters["text"]


async def test_a_process_that_is_asked_to_end_finishes_what_it_has_begun(
    telegram: Playground, database_url: str
) -> None:
    bot = BotProcess(telegram, database_url)
    await bot.start()
    crowd = Crowd(telegram, 20)

    crowd.ask(100)
    await crowd.wait(20, 30)
    status = await bot.stop()
    await bot.start()
    await crowd.wait(100, 60)
    await bot.stop()

    assert status == 0
    assert crowd.lost == [], bot.log
    assert crowd.repeated == 0
