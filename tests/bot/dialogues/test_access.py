"""Who may use the bot, how much, and what its admins are told. The bot runs as an operator starts it."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from bot.playground import serve
from bot.playground.world import FIRST_GROUP
from bot.settings import SEEDS
from tests.bot.process import running
from tests.bot.reader import Reader

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.playground import Playground
    from bot.playground.world import Chat
    from tests.bot.reader import Shown

pytestmark = pytest.mark.asyncio(loop_scope="session")

TEXT = (SEEDS / "integration-talks.md").read_text(encoding="utf-8").split("---", 2)[2][:3000]
ADMIN, RUSSIAN_ADMIN, ABSENT_ADMIN = 901, 902, 903
ALLOWED = range(1001, 1020)
OPEN_GROUP = FIRST_GROUP
DAILY = 2
INVITED, INVITED_IN_RUSSIAN = "This bot is invitation-only.", "Этот бот доступен только по приглашению."
ENOUGH = f"No more new articles today: the limit is {DAILY} a day per person."
titles = count(1)
allowed = iter(ALLOWED)


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def private_bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Playground]:
    """A bot for some readers and one group, whose admins have spoken to it before."""
    folder: Path = tmp_path_factory.mktemp("private")
    async with serve() as opened:
        Reader(opened, user_id=ADMIN)
        Reader(opened, "ru", RUSSIAN_ADMIN)
        opened.world.gather("Newsroom", [])
        settings = {
            "allowed_users": ", ".join(map(str, [OPEN_GROUP, *ALLOWED])),
            "admins": f"{ABSENT_ADMIN},{ADMIN},{RUSSIAN_ADMIN}",
            "daily_articles": DAILY,
        }
        async with running(opened, f"sqlite:///{folder}/b.db", **settings):
            yield opened


@pytest.fixture
def stranger(private_bot: Playground) -> Reader:
    return Reader(private_bot)


@pytest.fixture
def reader(private_bot: Playground) -> Reader:
    """Return a reader who may use the bot and has not yet."""
    return Reader(private_bot, user_id=next(allowed))


@pytest.fixture
def admin(private_bot: Playground) -> Reader:
    return Reader(private_bot, user_id=ADMIN)


async def bring_article(reader: Reader) -> Shown:
    """Send a text that the bot has not seen; return the last answer."""
    await reader.say(f"Article {next(titles)}\n\n{TEXT}")
    return await reader.wait_for(lambda shown: "Reading" not in shown.text)


def join(reader: Reader, bot: Playground, chat: Chat) -> Reader:
    """Return a reader as one of a group."""
    chat.people.add(reader.id)
    return Reader(bot, user_id=reader.id, group=chat)


@pytest.mark.parametrize("said", ["/start", "/help", "Hello", "/status", "/language ru", "https://example.org/a", TEXT])
async def test_a_stranger_is_told_the_number_to_be_let_in_by(stranger: Reader, said: str) -> None:
    (answer,) = await stranger.ask(said)

    assert answer.text.startswith(INVITED)
    assert answer.text.endswith(f": {stranger.id}")


async def test_a_stranger_is_told_so_in_russian_too(private_bot: Playground) -> None:
    (answer,) = await Reader(private_bot, "ru").ask("/start")

    assert answer.text.startswith(INVITED_IN_RUSSIAN)


async def test_a_file_of_a_stranger_is_not_read(stranger: Reader) -> None:
    await stranger.send_file("article.txt", TEXT.encode(), "text/plain")

    assert (await stranger.answer()).text.startswith(INVITED)


async def test_a_stranger_who_taps_a_button_is_told_by_an_alert(stranger: Reader) -> None:
    (answer,) = await stranger.ask("/start")
    await stranger.tap_data("articles|||0|", answer.id)
    toast = await stranger.toast()

    assert toast.text.endswith(f": {stranger.id}")
    assert toast.alert


async def test_a_stranger_is_offered_nothing_in_other_chats(private_bot: Playground, stranger: Reader) -> None:
    assert await stranger.inquire("") == ()
    assert private_bot.calls("answerInlineQuery")[-1].record("button")["text"].startswith(INVITED)


async def test_in_a_group_a_stranger_hears_nothing(private_bot: Playground, stranger: Reader, reader: Reader) -> None:
    group = private_bot.world.gather("Elsewhere", [])
    unheard = join(stranger, private_bot, group)
    await unheard.say("/short")
    await unheard.say("/help")
    (answer,) = await join(reader, private_bot, group).ask("/short")

    assert "shorter" in answer.text
    assert len(unheard.shown()) == 1


async def test_the_members_of_a_group_that_may_use_the_bot_use_it_there_alone(
    private_bot: Playground, stranger: Reader
) -> None:
    member = join(stranger, private_bot, private_bot.world.chat(OPEN_GROUP))

    assert "shorter" in (await member.ask("/short"))[-1].text
    assert (await stranger.ask("/short"))[-1].text.startswith(INVITED)


async def test_over_the_days_share_a_reader_is_told_when_the_next_day_begins(reader: Reader) -> None:
    for _ in range(DAILY):
        assert "shorter" in (await bring_article(reader)).text
    refused = await bring_article(reader)

    assert refused.text.startswith(ENOUGH)
    assert re.search(r"The next day begins in ([1-9]|1\d|2[0-4]) h\.", refused.text)
    assert "shorter" in (await reader.ask("/long"))[-1].text


async def test_a_russian_reader_is_told_so_in_russian(private_bot: Playground) -> None:
    russian = Reader(private_bot, "ru", next(allowed))
    for _ in range(DAILY):
        await bring_article(russian)
    await russian.say(f"Ещё одна\n\n{TEXT}")

    assert f"не больше {DAILY} в день. Новый день начнётся через" in (await russian.answer()).text


async def test_what_cannot_be_read_counts_too(reader: Reader) -> None:
    for _ in range(DAILY):
        await reader.send_file("broken.pdf", b"%PDF-1.4 nothing", "application/pdf")
        failed = await reader.wait_for(lambda shown: "Reading" not in shown.text)
        assert not failed.text.startswith(ENOUGH)

    assert (await bring_article(reader)).text.startswith(ENOUGH)


@pytest.mark.parametrize(
    ("words", "said"), [("integration", "Found for “integration”"), ("elephants", "says nothing about")]
)
async def test_words_in_reply_to_a_text_read_it_once_and_answer_in_one_message(
    reader: Reader, words: str, said: str
) -> None:
    (post,) = await reader.say(f"Article {next(titles)}\n\n{TEXT}")
    await reader.answer()
    before = len(reader.shown())
    await reader.say(words, reply_to=post)
    await reader.wait_for(lambda shown: said in shown.text)

    assert len(reader.shown()) == before + 1
    assert (await bring_article(reader)).text.startswith(ENOUGH)


async def test_to_forget_does_not_give_a_new_share(reader: Reader) -> None:
    for _ in range(DAILY):
        await bring_article(reader)
    await reader.ask("/forget")
    await reader.tap("Delete everything")
    await reader.answer()

    assert (await bring_article(reader)).text.startswith(ENOUGH)
    assert "/forget does not reset that count" in (await reader.ask("/privacy"))[-1].text


async def test_the_number_of_a_chat_is_told_where_the_bot_says_what_it_keeps(
    private_bot: Playground, reader: Reader
) -> None:
    group = private_bot.world.gather("Elsewhere", [])

    for asked in (reader, join(reader, private_bot, group)):
        assert f"this chat’s id, {asked.chat.id}," in (await asked.ask("/privacy"))[-1].text


async def test_the_share_holds_for_links_in_other_chats_too(private_bot: Playground, reader: Reader) -> None:
    for _ in range(DAILY):
        await bring_article(reader)
    await reader.inquire("https://example.org/article")

    assert private_bot.calls("answerInlineQuery")[-1].record("button")["text"].startswith("No more new articles today")


async def test_each_member_of_a_group_has_a_share(private_bot: Playground, stranger: Reader) -> None:
    group = private_bot.world.chat(OPEN_GROUP)
    first, second = (join(person, private_bot, group) for person in (stranger, Reader(private_bot)))
    answers = []
    for member in (*[first] * (DAILY + 1), second):
        (post,) = await member.say(f"Article {next(titles)}\n\n{TEXT}")
        await member.say("/short", reply_to=post)
        answers.append((await member.wait_for(lambda shown: "Reading" not in shown.text)).text)

    assert [text.startswith(ENOUGH) for text in answers] == [False, False, True, False]


async def test_an_admin_has_no_limit(admin: Reader) -> None:
    for _ in range(DAILY + 1):
        assert "shorter" in (await bring_article(admin)).text


async def test_an_admin_is_told_how_the_bot_is(admin: Reader) -> None:
    await bring_article(admin)
    (answer,) = await admin.ask("/status")

    assert re.fullmatch(
        r"Briefing bot \d+\.\d+\.\d+\n"
        r"Uptime: 0 d 0 h \d+ min\n"
        r"Database: SQLite\n"
        r"Articles stored: [1-9]\d*\n"
        r"Chats: [1-9]\d*\n"
        r"Articles read today \(UTC\): \d+\n"
        r"Pending updates: \d+\n"
        r"Failed updates, kept for a week: \d+",
        answer.text,
    )


async def test_a_russian_admin_is_told_in_russian(private_bot: Playground) -> None:
    (answer,) = await Reader(private_bot, "ru", RUSSIAN_ADMIN).ask("/status")

    assert "База данных: SQLite" in answer.text


async def test_for_others_there_is_no_such_command(reader: Reader) -> None:
    (status,) = await reader.ask("/status")

    assert "There is no command /status" in status.text
    assert "status" not in dict(reader.menu())


async def test_the_menu_of_an_admin_has_the_command_in_the_language_of_the_chat(private_bot: Playground) -> None:
    english, russian = Reader(private_bot, user_id=ADMIN), Reader(private_bot, "ru", RUSSIAN_ADMIN)

    assert dict(english.menu())["status"] == "Bot status"
    assert dict(russian.menu())["status"] == "Состояние бота"
    await russian.ask("/language en")
    assert dict(russian.menu())["status"] == "Bot status"
    await russian.ask("/language ru")
    assert dict(russian.menu())["who"] == "Люди и что они говорят"
