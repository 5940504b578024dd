"""A reader talks to a bot of python-telegram-bot through the playground."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.reader import NoAnswer, Reader

if TYPE_CHECKING:
    from bot.playground import Playground

pytestmark = pytest.mark.usefixtures("app")


async def test_a_command_is_answered_in_the_readers_language_with_formatting_and_buttons(
    playground: Playground,
) -> None:
    (shown,) = await Reader(playground, "ru").ask("/start a b")

    assert shown.text == "Hello in ru; a b"
    assert shown.marked("bold") == ("Hello",)
    assert shown.labels == ("Short", "Alert")


async def test_a_tap_edits_the_message_in_place(playground: Playground) -> None:
    reader = Reader(playground)
    (first,) = await reader.ask("/start")
    await reader.tap("Short")
    (second,) = await reader.answers()

    assert (second.id, second.text, second.edited, second.rows) == (first.id, "In short", True, ())


async def test_an_alert_is_heard(playground: Playground) -> None:
    reader = Reader(playground)
    await reader.ask("/start")
    await reader.tap("Alert")
    toast = await reader.toast()

    assert (toast.text, toast.alert) == ("Careful", True)


async def test_files_travel_both_ways(playground: Playground) -> None:
    reader = Reader(playground)
    await reader.send_file("a.txt", b"abc", "text/plain")
    shown = await reader.answer()

    assert (shown.document, shown.data) == ("back-a.txt", b"cba")


async def test_a_long_text_arrives_in_parts_as_from_telegrams_apps(playground: Playground) -> None:
    reader = Reader(playground)
    sent = await reader.say("word " * 1500)
    shown = await reader.answers(least=2)

    assert len(sent) == 2
    assert [message.text.split(":")[0] for message in shown] == ["4094", "3404"]


async def test_what_a_caption_cannot_hold_follows_as_a_text(playground: Playground) -> None:
    reader = Reader(playground)
    await reader.send_file("a.txt", b"abc", "text/plain", caption="word " * 300)
    first, second = await reader.answers(least=2)

    assert first.document == "back-a.txt"
    assert second.text.startswith("479: word")


async def test_two_readers_do_not_hear_each_other(playground: Playground) -> None:
    one, other = Reader(playground), Reader(playground, "ru")
    await one.ask("/start")

    with pytest.raises(NoAnswer, match=r"0 of 1 answers in 0\.1 s"):
        await other.answers(within=0.1)


async def test_a_missing_button_is_named_with_those_that_are_there(playground: Playground) -> None:
    reader = Reader(playground)
    await reader.ask("/start")

    with pytest.raises(NoAnswer, match=r"no button 'Long'.*Short.*Alert"):
        await reader.tap("Long")
