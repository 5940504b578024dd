"""Groups, links to briefings, and what is offered in other chats."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.exports import FORMATS
from bot.settings import SEEDS
from tests.bot.reader import Reader

if TYPE_CHECKING:
    from bot.playground import Playground

pytestmark = pytest.mark.asyncio(loop_scope="session")

TEXT = (SEEDS / "integration-talks.md").read_text(encoding="utf-8").split("---", 2)[2]
OWN = len(list(SEEDS.glob("*.md"))) + 1
"""The number of a chat's first article of its own, behind the seeds."""


async def group_of(playground: Playground) -> tuple[Reader, Reader]:
    """Return an admin and a member of one group."""
    admin, member = Reader(playground, name="Admin"), Reader(playground, name="Member")
    group = playground.world.gather("Newsroom", [member.id], admins=[admin.id])
    return (
        Reader(playground, user_id=admin.id, group=group),
        Reader(playground, user_id=member.id, group=group),
    )


async def test_in_a_group_only_commands_are_answered(playground: Playground) -> None:
    admin, _ = await group_of(playground)
    await admin.say("What do you think of Lavrov?")
    (answer,) = await admin.ask("/short")

    assert "sentences of" in answer.text
    assert answer.marked("text_link") == ()
    assert len(admin.shown()) == 1


async def test_a_command_in_reply_briefs_on_what_it_replies_to_in_one_message(
    playground: Playground, site: str
) -> None:
    admin, member = await group_of(playground)
    (link,) = await admin.say(f"Worth a look? {site}/orchard")
    await member.say("/summary", reply_to=link)
    answer = await member.wait_for(lambda shown: "Town buys" in shown.text)
    assert "• Short •" in answer.labels

    (post, *_) = await admin.say("A long post\n\n" + TEXT[:2500])
    await member.say("/keypoints", reply_to=post)
    await member.wait_for(lambda shown: "A long post" in shown.text and "Key points" in shown.text)
    assert len(member.shown()) == 2


async def test_an_answer_goes_into_the_topic_in_which_somebody_asks(playground: Playground, site: str) -> None:
    admin, _ = await group_of(playground)
    topic = playground.world.open_topic(admin.chat, "Bridges")
    member = Reader(playground, user_id=admin.id, group=admin.chat, topic=topic)

    (answer,) = await member.ask("/short")
    (link,) = await member.say(f"Worth a look? {site}/orchard")
    await member.say("/summary", reply_to=link)
    await member.wait_for(lambda shown: "Town buys" in shown.text)
    await member.tap("Long")
    await member.wait_for(lambda shown: "• Long •" in shown.labels)
    await member.say("/export md")
    await member.wait_for(lambda shown: shown.document is not None)

    assert "sentences of" in answer.text
    assert len(member.shown()) == 3
    assert {shown.raw.get("message_thread_id") for shown in member.shown()} == {topic}
    signs = [call.parameters for call in playground.calls("sendChatAction")]
    assert {str(s["message_thread_id"]) for s in signs if str(s["chat_id"]) == str(admin.chat.id)} == {str(topic)}


async def test_the_admins_of_a_group_choose_for_it(playground: Playground) -> None:
    admin, member = await group_of(playground)
    await member.ask("/settings")
    await member.tap("Long")
    assert "only the admins can choose" in (await member.toast()).text
    assert "only the admins can choose" in (await member.ask("/language ru"))[-1].text

    await admin.ask("/settings")
    await admin.tap("Long")
    assert "of a briefing: Long" in (await admin.answer()).text
    assert "• Long •" in (await member.ask("/brief"))[-1].labels


async def test_a_link_opens_a_briefing_at_its_length_for_somebody_else(playground: Playground) -> None:
    owner, friend = Reader(playground), Reader(playground)
    await owner.say("The shared one\n\n" + TEXT[:3000])
    await owner.wait_for(lambda shown: "shorter" in shown.text)
    (answer,) = await owner.ask("/share medium")
    link = re.search(r"https://t\.me/\w+\?start=([\w-]{1,64})", answer.text)
    assert link

    (opened,) = await friend.ask(f"/start {link[1]}")
    assert opened.text.startswith("The shared one")
    assert "• Medium •" in opened.labels

    await owner.ask("/articles")
    for label in ("Remove …", f"✕ {OWN}", "Remove"):
        await owner.tap(label)
        await owner.answer()
    assert "is gone" in (await Reader(playground).ask(f"/start {link[1]}"))[-1].text


@pytest.mark.parametrize("payload", ["x", "nonsense-nonsense-nonsense", "a" * 64, "%%%"])
async def test_a_link_that_leads_nowhere_is_said_or_greeted(reader: Reader, payload: str) -> None:
    text = (await reader.ask(f"/start {payload}"))[-1].text

    assert "is gone" in text or "I brief you" in text


async def test_in_other_chats_three_cards_of_each_article_are_offered(reader: Reader) -> None:
    results = await reader.inquire("")
    titles = [result["title"] for result in results]

    assert any(title.startswith("Headline: How the Russia") for title in titles)
    assert any(title.startswith("Key points: ") for title in titles)
    assert all(len(result["input_message_content"]["message_text"]) < 4096 for result in results)


async def test_words_choose_among_the_articles_and_a_link_is_read(reader: Reader, site: str) -> None:
    assert {title["title"].split(":")[0] for title in await reader.inquire("tax manoeuvre")} == {
        "Headline", "Short", "Key points",
    }  # fmt: skip
    assert await reader.inquire("elephants") == ()
    assert "Town buys" in (await reader.inquire(f"{site}/orchard"))[0]["title"]
    assert await reader.inquire(f"{site}/missing") == ()


BEGINNINGS = {
    "pdf": b"%PDF",
    "docx": b"PK",
    "oral": b"%PDF",
    "html": b"<!DOCTYPE",
    "md": b"# How",
    "obsidian": b"---\ntitle: How",
    "readwise": b"Highlight,Title,Author,URL,Note,Location,Date",
    "json": b"{",
}


@pytest.mark.parametrize(("kind", "start"), BEGINNINGS.items())
async def test_a_briefing_is_had_as_a_file(reader: Reader, kind: str, start: bytes) -> None:
    (answer,) = await reader.ask(f"/export {kind}")

    assert answer.document is not None
    assert answer.document.endswith(FORMATS[kind].ending)
    assert answer.data is not None
    assert answer.data.startswith(start)


@pytest.mark.parametrize(
    "said", ["send the pdf", "pdf please", "отправь мне pdf", "скинь пдф", "drop the pdf in here", "/export пдф"]
)
async def test_a_file_is_had_in_plain_words_wherever_its_format_stands(reader: Reader, said: str) -> None:
    (answer,) = await reader.ask(said)

    assert answer.document is not None
    assert answer.document.endswith("pdf")


async def test_a_file_of_no_format_is_offered_in_all(reader: Reader) -> None:
    assert "PDF, one page" in (await reader.ask("send me a file"))[-1].labels


async def test_without_a_format_there_are_buttons_for_each(reader: Reader) -> None:
    await reader.ask("/export")
    await reader.tap("PDF, one page")

    assert (await reader.answer()).document is not None
    assert "I cannot export to “pages”" in (await reader.ask("/export pages"))[-1].text
    assert (await reader.ask("/export Word"))[-1].document == (await reader.ask("as a word file please"))[-1].document


async def test_a_sentence_is_copied_as_a_message_or_sent_as_one(reader: Reader) -> None:
    (short,) = await reader.ask("/source 7")
    copied = next(key.copies for key in short.buttons if key.label == "Copy as a message")
    await reader.say(
        "A story told in one breath\n\n" + f"The mayor said{' that it rained and' * 60} that it stopped. " * 2
    )
    await reader.wait_for(lambda shown: "A story told" in shown.text)
    await reader.ask("/source 1")
    await reader.tap("As a message to forward")
    sent = await reader.answer()

    assert copied is not None
    assert copied.startswith("“The clearest signal from Sochi was a statement by Lukashenko")
    assert "— Alexander Lukashenko · How the Russia" in copied
    assert sent.text.startswith("“The mayor said that it rained")
    assert sent.rows == ()
