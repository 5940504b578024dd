"""Whatever Telegram refuses, the reader hears something."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.playground import user_actions
from tests.bot.dialogues.test_right_article import BRIDGE, MILL, post
from tests.bot.reader import Reader

if TYPE_CHECKING:
    from bot.playground import Playground
    from tests.bot.api_faults import Faults

pytestmark = pytest.mark.asyncio(loop_scope="session")

VOICE = {"file_id": "v", "file_unique_id": "v", "duration": 1}


async def test_a_message_to_edit_that_is_gone_is_sent_anew(playground: Playground, reader: Reader) -> None:
    await reader.say(BRIDGE)
    shown = await reader.answer()
    tap = next(key.data for key in shown.buttons if key.label == "Key points")
    user_actions.tap(playground.world, reader.chat, reader.id, shown.id, tap or "")
    playground.world.remove(reader.chat, shown.id)

    assert "Ada Long" in (await reader.answer()).text


async def test_deleting_the_note_that_the_bot_reads_does_not_stop_the_reading(
    playground: Playground, reader: Reader, site: str
) -> None:
    await reader.say(f"{site}/slow")
    note = await reader.wait_for(lambda shown: "Reading" in shown.text)
    playground.world.remove(reader.chat, note.id)
    briefing = await reader.wait_for(lambda shown: "orchard" in shown.text.lower() and bool(shown.rows))

    assert briefing.id != note.id


async def test_a_question_that_its_sender_has_deleted_is_answered_in_a_group(playground: Playground) -> None:
    asker = 8801
    playground.world.welcome(asker, "en")
    reader = Reader(playground, user_id=asker, group=playground.world.gather("Editors", [asker]))
    (number,) = await reader.say("/help")
    playground.world.remove(reader.chat, number)

    assert "/summary" in (await reader.answer()).text


async def test_where_no_files_may_be_sent_that_is_said(reader: Reader, faults: Faults) -> None:
    await reader.say(BRIDGE)
    await reader.answer()
    faults.refuse("sendDocument", "not enough rights to send documents to the chat")
    await reader.say("/export html")

    assert "I am not allowed to send files" in (await reader.answer()).text


async def test_where_no_pictures_may_be_sent_that_is_said(reader: Reader, faults: Faults) -> None:
    await reader.ask("/short")
    faults.refuse("sendPhoto", "not enough rights to send photos to the chat")

    assert "I am not allowed to send files or pictures" in (await reader.ask("/timeline"))[-1].text


async def test_a_button_under_a_message_that_telegram_does_not_show_any_more_is_answered(
    playground: Playground, reader: Reader
) -> None:
    (shown,) = await reader.ask("/short")
    world = playground.world
    hidden = {"chat": reader.chat.to_json(), "message_id": shown.id, "date": 0}
    query = world.queries.ask(reader.chat.id, shown.id, shown.buttons[0].data or "")
    tapped = {"id": query.id, "from": world.people[reader.id], "chat_instance": "1", "message": hidden}
    world.remove(reader.chat, shown.id)
    world.updates.put("callback_query", {**tapped, "data": query.data})

    assert "Sentence 1\n" in (await reader.answer()).text
    assert (await reader.toast()).text == ""


async def test_what_telegram_refuses_for_any_other_reason_is_not_met_with_silence(
    reader: Reader, faults: Faults
) -> None:
    faults.refuse("sendMessage", "something new")
    await reader.say("/help")

    assert "Something went wrong" in (await reader.answer()).text


async def test_an_album_is_answered_once(playground: Playground, reader: Reader) -> None:
    for _ in range(3):
        post(reader, playground, {"media_group_id": "77", "voice": VOICE})
    await reader.answer()
    await reader.say("/help")
    await reader.answer()

    assert len(reader.shown()) == 2


async def test_an_album_of_files_is_answered_once_and_its_other_files_are_a_tap_away(
    playground: Playground, reader: Reader
) -> None:
    for name, text in (("bridge.txt", BRIDGE), ("mill.txt", MILL), ("again.txt", MILL.replace("mill", "inn"))):
        stored = playground.world.files.keep(name, text.encode(), "text/plain")
        post(reader, playground, {"media_group_id": "78", "document": stored.to_document()})
    answer = await reader.wait_for(lambda shown: "I read 3 files" in shown.text)

    assert "The bridge of Riverton" in answer.text
    assert [label for label in answer.labels if label[:2] in {"2.", "3."}] == [
        "2. The mill of Larkhill", "3. The inn of Larkhill",
    ]  # fmt: skip
    assert len(reader.shown()) == 1
    assert "Riverton" in (await reader.ask("/short"))[-1].text

    await reader.tap("2. The mill of Larkhill", answer)
    assert "The mill of Larkhill" in (await reader.answer()).text
    assert "Larkhill" in (await reader.ask("/short"))[-1].text


async def test_a_caption_says_what_is_wanted_of_a_file(reader: Reader) -> None:
    await reader.send_file("bridge.txt", BRIDGE.encode(), "text/plain", caption="key points please")

    assert "Key points" in (await reader.wait_for(lambda shown: bool(shown.rows))).text.splitlines()


async def test_an_admin_who_speaks_in_the_name_of_the_group_may_choose_for_it(playground: Playground) -> None:
    hidden = 8802
    playground.world.welcome(hidden, "en")
    group = playground.world.gather("Hidden admins", [hidden])
    reader = Reader(playground, user_id=hidden, group=group)
    said = {"text": "/language en", "entities": [{"type": "bot_command", "offset": 0, "length": 9}]}

    post(reader, playground, said)
    assert "only the admins" in (await reader.answer()).text

    post(reader, playground, {**said, "sender_chat": group.to_json()})
    assert "only the admins" not in (await reader.answer()).text


async def test_a_group_that_becomes_a_supergroup_keeps_its_article(playground: Playground) -> None:
    member = 8803
    playground.world.welcome(member, "en")
    old, new = playground.world.gather("Old", [member]), playground.world.gather("New", [member])
    reader = Reader(playground, user_id=member, group=old)
    (text,) = await reader.say(BRIDGE)
    await reader.say("/short", reply_to=text)
    assert "Riverton" in (await reader.answer()).text

    post(reader, playground, {"migrate_to_chat_id": new.id})

    again = Reader(playground, user_id=member, group=new)
    async with asyncio.timeout(60):
        while "Riverton" not in (await again.ask("/short"))[-1].text:  # the news may still be on its way
            await asyncio.sleep(0.1)
