"""What a reader sends becomes an article; what cannot is answered with what to do."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

import pytest

from bot.playground import serve
from bot.settings import SEEDS
from tests.bot.process import running
from tests.bot.reader import Reader
from tests.summaries.loading.documents import docx, epub, odt, pdf, rtf
from tests.summaries.loading.pages import PROSE

if TYPE_CHECKING:
    from pathlib import Path

    from bot.playground import Playground

pytestmark = pytest.mark.asyncio(loop_scope="session")

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
LENGTHS = ("Headline", "Medium", "Long", "Key points", "Who", "Dates")
TEXT = (SEEDS / "integration-talks.md").read_text(encoding="utf-8").split("---", 2)[2]


async def answer_to(reader: Reader, text: str) -> str:
    return (await reader.ask(text))[-1].text


async def test_a_link_is_answered_with_a_short_briefing_and_buttons(reader: Reader, site: str) -> None:
    await reader.say(f"Have a look: {site}/orchard")
    answer = await reader.wait_for(lambda shown: "Reading" not in shown.text)

    assert answer.text.startswith("Town buys the old orchard\nNora Field · Valley Gazette · 12 April 2024\n")
    assert set(LENGTHS) <= set(answer.labels)
    assert len(reader.shown()) == 1
    assert "typing" in reader.actions


async def test_a_pasted_text_is_an_article_of_this_chat_alone(playground: Playground, reader: Reader) -> None:
    await reader.say("The pasted one\n\n" + TEXT[:3000])
    answer = await reader.wait_for(lambda shown: "Reading" not in shown.text)
    stranger = Reader(playground)

    assert answer.text.startswith("The pasted one")
    assert "The pasted one" in await answer_to(reader, "/articles")
    assert "The pasted one" not in await answer_to(stranger, "/articles")


async def test_a_text_that_telegram_cuts_into_several_messages_is_one_article(reader: Reader) -> None:
    text = "The long one\n\n" + TEXT * 3
    sent = await reader.say(text)
    answer = await reader.wait_for(lambda shown: "Reading" not in shown.text)

    assert len(sent) > 2
    assert answer.text.startswith("The long one")
    assert len(reader.shown()) == 1
    # three times 41 sentences; one whose paragraph Telegram has cut may be taken for a heading, which does not count
    assert int(re.search(r"of (\d+) ·", answer.text)[1]) >= 120  # type: ignore[index]


@pytest.mark.parametrize("name", ["note.txt", "note.md", "note.html"])
async def test_a_file_is_read(reader: Reader, name: str) -> None:
    text = TEXT if name != "note.html" else "".join(f"<p>{part}</p>" for part in TEXT.split("\n\n"))
    await reader.send_file(name, text.encode(), "text/plain")
    answer = await reader.wait_for(lambda shown: "Reading" not in shown.text)

    assert re.search(r"\d+ sentences? of \d+ · \d+% shorter", answer.text)


async def test_the_article_that_came_last_is_the_open_one(reader: Reader, site: str) -> None:
    await reader.say(f"{site}/orchard")
    await reader.wait_for(lambda shown: "Reading" not in shown.text)

    assert "Imran Shah" in await answer_to(reader, "/who")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "could not find readable text"),
        ("noise.txt", bytes(range(256)) * 40, "could not find readable text|cannot read this kind"),
        ("picture.png", PNG, "cannot read this kind of file"),
        ("five.txt", b"Only five words stand here.", "only 5 words"),
        ("huge.txt", b"word " * 1_100_000, "larger than the 5 MB"),
        ("page.html", b"<html><body><div id=app></div></body></html>", "no article|readable text|only"),
    ],
)
async def test_a_file_that_is_no_article_is_answered_with_why(
    reader: Reader, name: str, data: bytes, reason: str
) -> None:
    await reader.send_file(name, data, "application/octet-stream")
    answer = await reader.wait_for(lambda shown: "Reading" not in shown.text)

    assert re.search(reason, answer.text)
    assert len(reader.shown()) == 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ftp://example.org/article", "not a web address"),
        ("http://localhost:1/article", "could not reach|does not let me"),
        ("https://no-such-host.invalid/", "could not reach no-such-host.invalid"),
        ("Just five words for you", "says nothing about “Just five words"),
        ("A paragraph that was pasted. " * 7, "That is 35 words"),
        ("🙂", "I read links, texts and files"),
    ],
)
async def test_anything_else_gets_a_useful_hint(reader: Reader, text: str, reason: str) -> None:
    await reader.say(text)
    answer = await reader.wait_for(lambda shown: "Reading" not in shown.text, within=30)

    assert re.search(reason, answer.text)


@pytest.mark.parametrize("page", ["empty", "missing", "picture"])
async def test_a_page_without_an_article_is_never_briefed_on(reader: Reader, site: str, page: str) -> None:
    await reader.say(f"{site}/{page}")
    answer = await reader.wait_for(lambda shown: "Reading" not in shown.text)

    assert "shorter" not in answer.text
    assert "paste" in answer.text


async def test_whoever_waits_is_told_how_far_it_is(reader: Reader, site: str) -> None:
    await reader.say(f"{site}/slow")
    assert "Reading" in (await reader.wait_for(lambda shown: "Reading" in shown.text, within=1.0)).text
    stage = await reader.wait_for(lambda shown: "am reading it" in shown.text)
    answer = await reader.wait_for(lambda shown: "Town buys" in shown.text)

    assert stage.id == answer.id
    assert len(reader.shown()) == 1


async def test_reading_is_stopped_at_once(reader: Reader, site: str) -> None:
    await reader.say(f"{site}/endless")
    note = await reader.wait_for(lambda shown: "Reading" in shown.text)
    await reader.say("/cancel")
    answer = await reader.wait_for(lambda shown: "Stopped" in shown.text, within=3.0)

    assert answer.id == note.id
    assert "Town buys" not in await answer_to(reader, "/articles")
    assert "nothing to stop" in await answer_to(reader, "/cancel")


async def test_a_forwarded_post_keeps_its_channel_and_address(reader: Reader) -> None:
    await reader.forward("Bridge closed\n\n" + "\n\n".join(PROSE), "Riverton Today", "riverton")
    answer = await reader.wait_for(lambda shown: "shorter" in shown.text)
    assert "Riverton Today · " in answer.text
    await reader.tap("[1]")
    source = await reader.answer()

    assert any((key.url or "").startswith("https://t.me/riverton/1") for key in source.buttons)


async def test_a_photo_with_a_long_caption_is_an_article(reader: Reader) -> None:
    await reader.send_file("bridge.png", PNG, "image/png", caption=" ".join(PROSE)[:1000], photo=True)

    assert "shorter" in (await reader.wait_for(lambda shown: "shorter" in shown.text)).text


async def test_a_picture_gets_a_hint(reader: Reader) -> None:
    await reader.send_file("cat.png", PNG, "image/png", photo=True)

    assert "I read links, texts and files" in (await reader.answer()).text


async def test_a_broken_seed_is_named_and_the_rest_load(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "good.txt").write_text("A good one\n\n" + TEXT, encoding="utf-8")
    (seeds / "broken.md").write_bytes(bytes(range(256)))
    (seeds / "ignored.png").write_bytes(b"\x89PNG")
    async with serve() as opened, running(opened, f"sqlite:///{tmp_path}/b.db", seeds=seeds) as bot:
        answer = await answer_to(Reader(opened), "/articles")

    assert "broken.md" in bot.log
    assert "1. A good one" in answer
    assert "\n2. " not in answer


async def test_everything_survives_a_restart(tmp_path: Path) -> None:
    async with serve() as opened:
        person = Reader(opened)
        async with running(opened, f"sqlite:///{tmp_path}/b.db"):
            await person.ask("/language ru")
            await person.say("Оставшаяся статья\n\n" + TEXT[:3000])
            await person.wait_for(lambda shown: "Читаю" not in shown.text)
            await answer_to(person, "when was the bridge closed?")
        async with running(opened, f"sqlite:///{tmp_path}/b.db"):
            assert "why? [when was the bridge closed]" in await answer_to(person, "and why?")
            assert "Оставшаяся статья" in await answer_to(person, "/short")
            assert "Ваши статьи" in await answer_to(person, "/articles")


@pytest.mark.parametrize("kind", ["pdf", "docx", "odt", "epub", "rtf"])
async def test_a_document_is_read(reader: Reader, kind: str) -> None:
    made = {"pdf": pdf(PROSE), "docx": docx(PROSE), "odt": odt(PROSE), "epub": epub([PROSE]), "rtf": rtf(PROSE)}
    await reader.send_file(f"bridge.{kind}", made[kind], "application/octet-stream")
    answer = await reader.wait_for(lambda shown: "Reading" not in shown.text)

    assert "shorter" in answer.text
    assert "Riverton" in answer.text


async def test_a_book_is_briefed_on_chapter_by_chapter_and_leads_back_to_the_whole(reader: Reader) -> None:
    book = epub([[f"In chapter {n} {text[0].lower()}{text[1:]}" for text in PROSE * 12] for n in range(1, 4)])
    await reader.send_file("bridges.epub", book)
    whole = await reader.wait_for(lambda shown: "3 chapters ›" in shown.labels)
    await reader.tap("3 chapters ›")
    listed = await reader.answer()
    await reader.tap("2")
    chapter = await reader.wait_for(lambda shown: "Bridges — Chapter 2" in shown.text)
    assert "In chapter 2" in chapter.text
    await reader.tap("↩ The whole work")
    back = await reader.wait_for(lambda shown: "3 chapters ›" in shown.labels)
    (third,) = await reader.ask("/chapters 3")

    assert "1. Chapter 1 · " in listed.text
    assert chapter.id == listed.id == whole.id
    assert back.text == whole.text
    assert "Bridges — Chapter 3" in third.text
    assert "3. Chapter 3" in (await reader.ask("table of contents"))[-1].text
    assert "There is no chapter 4" in (await reader.ask("/chapters 4"))[-1].text


async def test_an_article_without_chapters_says_so(reader: Reader) -> None:
    assert "I find no chapters" in (await reader.ask("/chapters"))[-1].text
    assert "I find no chapters" in (await reader.ask("chapter 2"))[-1].text
