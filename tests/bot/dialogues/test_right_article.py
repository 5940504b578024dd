"""Whatever people do, the answer is about the article that they meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.playground import Playground
    from bot.playground.api_errors import Json
    from tests.bot.reader import Reader

pytestmark = pytest.mark.asyncio(loop_scope="session")

ORCHARD = "orchard"
BRIDGE = "The bridge of Riverton\n\n" + "Mayor Ada Long said on Monday that the bridge would open in May. " * 10
MILL = "The mill of Larkhill\n\n" + "Owner Ben Short said on Friday that the mill would close in June. " * 10


def post(reader: Reader, playground: Playground, content: Json) -> None:
    """Send a message that a test puts together itself."""
    reader._hear_out()
    world = playground.world
    world.updates.put("message", world.post(reader.chat, world.people[reader.id], content))


async def text_of(reader: Reader, said: str, **how: int) -> str:
    await reader.say(said, **how)
    return (await reader.answer()).text


@pytest.mark.parametrize("command", ["/summary", "/short", "/keypoints", "/who", "/dates", "/export html"])
async def test_a_link_behind_a_command_is_the_article_that_is_meant(reader: Reader, site: str, command: str) -> None:
    await text_of(reader, BRIDGE)

    name, *more = command.split()
    answer = await text_of(reader, " ".join([name, f"{site}/orchard", *more]))

    assert "Orchard" in answer or "orchard" in answer
    assert "Riverton" not in answer
    assert "is not a length" not in answer


@pytest.mark.parametrize("command", ["/export html", "/timeline", "/export", "/share"])
async def test_what_is_no_view_of_a_link_leaves_no_note_that_the_bot_reads(
    reader: Reader, site: str, command: str
) -> None:
    name, *more = command.split()
    await reader.say(" ".join([name, f"{site}/orchard", *more]))
    await reader.wait_for(lambda shown: "Town buys" in shown.text)
    await reader.ask("/help")

    assert len(reader.shown()) == 2


async def test_the_words_beside_a_link_are_what_is_asked_for(reader: Reader, site: str) -> None:
    answer = await text_of(reader, f"/find {site}/orchard zebra")

    assert "says nothing about “zebra”" in answer


async def test_a_button_of_an_older_briefing_makes_its_article_the_open_one_and_says_so(reader: Reader) -> None:
    await reader.say(BRIDGE)
    older = await reader.answer()
    await text_of(reader, MILL)

    await reader.tap("Key points", older)
    toast = await reader.toast()

    assert "The bridge of Riverton" in toast.text
    assert "Riverton" in await text_of(reader, "/short")


async def test_a_button_of_the_open_article_says_nothing_of_it(reader: Reader) -> None:
    await reader.say(BRIDGE)
    shown = await reader.answer()
    await reader.tap("Key points", shown)

    assert (await reader.toast()).text == ""


def channel(number: int, title: str) -> Json:
    return {"type": "channel", "chat": {"id": number, "type": "channel", "title": title}, "message_id": 7, "date": 1}


async def test_a_command_in_reply_to_a_post_of_another_chat_means_that_post(
    reader: Reader, playground: Playground
) -> None:
    await text_of(reader, BRIDGE)
    post(
        reader,
        playground,
        {
            "text": "/short",
            "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
            "external_reply": {"origin": channel(-100_777, "The Larkhill Post")},
            "quote": {"text": MILL, "position": 0},
        },
    )
    answer = (await reader.answer()).text

    assert "Larkhill Post" in answer
    assert "Riverton" not in answer


async def test_a_post_of_another_chat_that_telegram_does_not_show_is_asked_for(
    reader: Reader, playground: Playground
) -> None:
    await text_of(reader, BRIDGE)
    post(
        reader,
        playground,
        {
            "text": "/short",
            "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
            "external_reply": {"origin": channel(-100_777, "The Larkhill Post")},
        },
    )

    assert "Forward it to me" in (await reader.answer()).text


async def test_posts_of_two_channels_forwarded_together_are_two_articles(
    reader: Reader, playground: Playground
) -> None:
    for number, (title, text) in enumerate([("The Riverton Post", BRIDGE), ("The Larkhill Post", MILL)], 1):
        long = f"{text}\n\n" + text.split("\n\n")[1] * 5
        assert len(long) > 3500
        post(reader, playground, {"text": long, "forward_origin": channel(-100_000 - number, title)})
    first = await reader.wait_for(lambda shown: "The Riverton Post" in shown.text)
    second = await reader.wait_for(lambda shown: "The Larkhill Post" in shown.text)

    assert first.id != second.id
    assert "Larkhill" not in first.text
    assert "Riverton" not in second.text


async def test_a_question_sent_together_with_a_long_text_is_a_message_of_its_own(reader: Reader) -> None:
    await reader.say(BRIDGE + "\n\n" + BRIDGE.split("\n\n")[1] * 5)
    await reader.say("Who is Ada Long?")
    briefing = await reader.wait_for(lambda shown: "The bridge of Riverton" in shown.text and bool(shown.rows))

    assert "Who is Ada Long" not in briefing.text


async def test_an_edited_question_is_answered_anew(reader: Reader) -> None:
    await text_of(reader, BRIDGE)
    (asked,) = await reader.say("zebras")
    await reader.answer()
    await reader.edit(asked, "/short")
    await reader.edit(asked, "mayor")

    assert "Mayor" in (await reader.answer()).text


async def test_of_several_links_the_first_that_leads_to_an_article_is_read_and_the_others_are_offered(
    reader: Reader, site: str
) -> None:
    await reader.say(f"From {site}/ today: {site}/empty and {site}/orchard?page=1 and {site}/orchard")
    answer = await reader.wait_for(lambda shown: "Town buys" in shown.text)

    assert answer.text.startswith("I read link 3 of 4. The others: 127.0.0.1 · 127.0.0.1/empty · 127.0.0.1/orchard\n\n")
    assert [label for label in answer.labels if "127.0.0.1" in label] == [
        "1. 127.0.0.1", "2. 127.0.0.1", "4. 127.0.0.1",
    ]  # fmt: skip
    assert len(reader.shown()) == 1

    await reader.tap("4. 127.0.0.1")
    other = await reader.wait_for(lambda shown: "Town buys" in shown.text and shown.id != answer.id)
    assert "I read link" not in other.text


async def test_several_links_behind_a_command_are_offered_too(reader: Reader, site: str) -> None:
    await reader.say(f"/keypoints {site}/ {site}/orchard")
    answer = await reader.wait_for(lambda shown: "Key points" in shown.text)

    assert answer.text.startswith("I read link 2 of 2. The others: 127.0.0.1\n\nTown buys")
    assert "I read link" not in await text_of(reader, "/short")


async def test_several_links_that_lead_nowhere_are_answered_with_why(reader: Reader, site: str) -> None:
    await reader.say(f"{site}/empty {site}/picture")
    answer = await reader.wait_for(lambda shown: "Reading" not in shown.text)

    assert "paste" in answer.text
    assert "I read link" not in await text_of(reader, "/short")
    assert len(reader.shown()) == 2


async def test_a_link_sent_together_with_a_long_text_is_a_message_of_its_own(reader: Reader, site: str) -> None:
    await reader.say(BRIDGE + "\n\n" + BRIDGE.split("\n\n")[1] * 5)
    await reader.say(f"{site}/orchard")
    bridge = await reader.wait_for(lambda shown: "The bridge of Riverton" in shown.text and bool(shown.rows))

    assert "orchard" not in bridge.text.lower()
    assert any("Town buys" in shown.text for shown in reader.shown())


async def test_an_edited_link_is_read_as_a_new_one(reader: Reader, site: str) -> None:
    (sent,) = await reader.say(f"{site}/missing")
    await reader.wait_for(lambda shown: "Reading" not in shown.text)
    await reader.edit(sent, f"{site}/orchard")

    assert "Town buys" in (await reader.wait_for(lambda shown: bool(shown.rows))).text


async def test_a_reply_to_the_list_of_articles_means_the_open_one(reader: Reader) -> None:
    await text_of(reader, BRIDGE)
    await text_of(reader, MILL)
    (listed,) = await reader.ask("/articles")

    assert "Larkhill" in await text_of(reader, "/short", reply_to=listed.id)
    await text_of(reader, "/use 1")
    assert "Larkhill" not in await text_of(reader, "/short", reply_to=listed.id)
