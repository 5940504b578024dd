"""One chat in order, chats side by side."""

from __future__ import annotations

import asyncio
import datetime as dt

from telegram import Chat, Message, Update

from bot.delivery.order import ChatOrder


def update(number: int, chat: int) -> Update:
    message = Message(number, dt.datetime.now(dt.UTC), Chat(chat, "private"), text="hello")
    return Update(number, message=message)


async def test_updates_of_one_chat_are_handled_in_their_order() -> None:
    done: list[int] = []
    order = ChatOrder()

    async def handle(number: int) -> None:
        await asyncio.sleep(0.01 if number == 1 else 0)
        done.append(number)

    await asyncio.gather(*(order.do_process_update(update(n, chat=1), handle(n)) for n in range(1, 6)))

    assert done == [1, 2, 3, 4, 5]


async def test_a_slow_chat_does_not_hold_up_another() -> None:
    release = asyncio.Event()
    order = ChatOrder()

    async def wait() -> None:
        await release.wait()

    async def set_free() -> None:
        release.set()

    slow = order.do_process_update(update(1, chat=1), wait())
    quick = order.do_process_update(update(2, chat=2), set_free())

    await asyncio.wait_for(asyncio.gather(slow, quick), timeout=5)


async def test_a_failure_does_not_block_the_chat() -> None:
    order = ChatOrder()
    done: list[int] = []

    async def fail() -> None:
        raise RuntimeError

    async def succeed() -> None:
        done.append(1)

    await asyncio.gather(
        order.do_process_update(update(1, chat=1), fail()),
        order.do_process_update(update(2, chat=1), succeed()),
        return_exceptions=True,
    )

    assert done == [1]
