"""Telegram's flood limits, modelled as sliding windows over the calls that arrive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.settings import PER_SECOND
from tests.bot.process import running
from tests.faults.crowd import Crowd

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.playground import Playground
    from bot.playground.calls import Call
    from tests.postgres import Postgres

SENDS = 200


def breaches(times: Sequence[float], most: int, seconds: float) -> int:
    """Return how many calls came although so many had come in the window before them."""
    times = sorted(times)
    return sum(1 for index in range(most, len(times)) if times[index] - times[index - most] < seconds)


def sends(telegram: Playground) -> list[Call]:
    return [call for call in telegram.calls() if call.method.lower().startswith("send") and "Action" not in call.method]


def chats(telegram: Playground) -> set[str]:
    return {str(call.parameters["chat_id"]) for call in sends(telegram)}


@pytest.mark.alone
async def test_two_replicas_together_keep_to_thirty_a_second_and_one_a_second_in_a_chat(
    telegram: Playground, postgres_server: Postgres, port: int
) -> None:
    url, here = postgres_server.new_database(), f"127.0.0.1:{port}"
    common = {"messages_per_second": PER_SECOND, "webhook_url": f"http://{here}/telegram"}
    crowd = Crowd(telegram, 100)
    one = running(telegram, url, replica="one", listen=here, **common)
    two = running(telegram, url, replica="two", listen="127.0.0.1:0", **common)
    async with one, two:
        crowd.ask(SENDS)
        seconds = await crowd.wait(SENDS, 60)

    times = [call.at for call in sends(telegram)]
    by_chat = [
        [call.at for call in sends(telegram) if str(call.parameters["chat_id"]) == chat] for chat in chats(telegram)
    ]
    in_chats = sum(breaches(chat, 1, 1.0) for chat in by_chat)
    print(f"\n{len(times)} messages in {seconds:.1f} s, {breaches(times, 30, 1.0)} + {in_chats} breaches")
    assert crowd.lost == []
    assert breaches(times, 30, 1.0) == 0
    assert in_chats == 0


@pytest.mark.alone
async def test_a_group_gets_no_more_than_twenty_messages_in_a_minute(telegram: Playground, tmp_path: object) -> None:
    asker = 77
    telegram.world.welcome(asker, "en")
    group = telegram.world.gather("Editors", [asker])
    async with running(telegram, f"sqlite:///{tmp_path}/b.db", messages_per_second=PER_SECOND):
        for _ in range(24):
            text = "/help"
            entities = [{"type": "bot_command", "offset": 0, "length": len(text)}]
            message = telegram.world.post(group, telegram.world.people[asker], {"text": text, "entities": entities})
            telegram.world.updates.put("message", message)
        await Crowd(telegram, 1).wait(10_000, 30)

    times = [call.at for call in sends(telegram)]
    assert 5 <= len(times) <= 20
    assert breaches(times, 20, 60.0) == 0
    assert breaches(times, 1, 1.0) == 0
