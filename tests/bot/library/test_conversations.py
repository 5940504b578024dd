"""What outlives an answer, over a real database: parts of texts, readings, beats."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bot.library.conversations import Conversations
from bot.library.protocols import Part, Topic
from bot.library.replicas import Replicas

if TYPE_CHECKING:
    from bot.library import Library

ADA, BEN = 101, 102


@pytest.fixture
def conversations(library: Library) -> Conversations:
    return Conversations(library.database)


async def test_parts_come_back_in_order_and_each_once(conversations: Conversations) -> None:
    for number, words in ((8, "second"), (7, "first"), (8, "second")):
        await conversations.add_part(ADA, number, Part(words, "here"))

    assert await conversations.parts(ADA) == {7: Part("first", "here"), 8: Part("second", "here")}
    assert [*await conversations.parts(ADA)] == [7, 8]
    assert await conversations.parts(BEN) == {}


async def test_parts_are_dropped_by_chat_and_with_all_that_is_kept_of_it(
    conversations: Conversations, library: Library
) -> None:
    await conversations.add_part(ADA, 1, Part("a", ""))
    await conversations.add_part(BEN, 2, Part("b", ""))

    await conversations.drop_parts(ADA, [1])
    await library.forget(BEN, 1)

    assert await conversations.parts(ADA) == await conversations.parts(BEN) == {}


async def test_a_reading_is_stopped_once_and_only_while_it_goes_on(conversations: Conversations) -> None:
    assert not await conversations.stop_reading(ADA)

    await conversations.begin_reading(ADA)

    assert not await conversations.is_stopped(ADA)
    assert await conversations.stop_reading(ADA)
    assert await conversations.is_stopped(ADA)
    assert not await conversations.stop_reading(ADA)
    await conversations.end_reading(ADA)
    assert not await conversations.is_stopped(ADA)


async def test_a_reading_that_was_cut_off_begins_anew(conversations: Conversations) -> None:
    await conversations.begin_reading(ADA)
    await conversations.stop_reading(ADA)

    await conversations.begin_reading(ADA)

    assert not await conversations.is_stopped(ADA)


async def test_what_was_asked_last_is_kept_for_its_chat_alone(conversations: Conversations) -> None:
    await conversations.note_topic(ADA, Topic("a", "ask", "who closed the bridge?"))
    await conversations.note_topic(ADA, Topic("a", "who", "Brisk"))

    assert await conversations.topic(ADA) == Topic("a", "who", "Brisk")
    assert await conversations.topic(BEN) is None
    await conversations.note_topic(ADA, None)
    assert await conversations.topic(ADA) is None


async def test_what_was_asked_is_forgotten_with_its_chat_and_after_a_day(
    conversations: Conversations, library: Library
) -> None:
    for chat in (ADA, BEN):
        await conversations.note_topic(chat, Topic("a", "who", "Brisk"))

    await library.forget(ADA, 1)
    assert await conversations.topic(ADA) is None
    await conversations.forget_topics(dt.datetime.now(dt.UTC) - dt.timedelta(hours=1))
    assert await conversations.topic(BEN) is not None
    await conversations.forget_topics(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=1))
    assert await conversations.topic(BEN) is None


async def test_replicas_hear_each_others_beats(library: Library) -> None:
    replicas = Replicas(library.database)

    await replicas.beat("one")
    await replicas.beat("two")

    assert await replicas.beat("one") == {"one": 2, "two": 1}
    await replicas.forget("two")
    assert await replicas.beat("one") == {"one": 3}
