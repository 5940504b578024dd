"""The Bot API as python-telegram-bot meets it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import aiohttp
import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MessageEntity,
    ReplyParameters,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, Conflict, NetworkError, RetryAfter, TelegramError

from tests.bot.reader import Reader

if TYPE_CHECKING:
    from bot.playground import Playground
    from tests.bot.api_faults import Faults

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
SECRET = "secret-1"  # noqa: S105 - a secret of this test alone
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x20\0\0\0\x10\x08\x02\0\0\0"


def keys(*data: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(item[:10], callback_data=item) for item in data]])


async def arrival(playground: Playground) -> None:
    """Wait until the server has a poll."""
    for _ in range(300):
        if not playground.world.updates._poll:
            await asyncio.sleep(0.01)


@pytest.fixture
def reader(playground: Playground) -> Reader:
    return Reader(playground, "ru", 77)


async def test_the_bot_knows_who_it_is(bot: Bot) -> None:
    assert (await bot.get_me()).username == "briefing_playground_bot"


async def test_refusals_have_telegrams_form(playground: Playground) -> None:
    unknown = {"ok": False, "error_code": 404, "description": "Not Found"}
    wrong = {"ok": False, "error_code": 401, "description": "Unauthorized"}
    async with aiohttp.ClientSession(f"{playground.base_url}{playground.token}/") as session:
        async with session.post("makeCoffee") as answer:
            assert (answer.status, await answer.json()) == (404, unknown)
        async with session.post(f"{playground.base_url}1:wrong/getMe") as answer:
            assert (answer.status, await answer.json()) == (401, wrong)


async def test_parameters_may_be_json_a_form_or_in_the_address(playground: Playground) -> None:
    Reader(playground, user_id=77)
    async with aiohttp.ClientSession(f"{playground.base_url}{playground.token}/") as session:
        for ways in ({"json": {"chat_id": 77, "text": "a"}}, {"data": {"chat_id": "77", "text": "a"}}):
            async with session.post("sendMessage", **ways) as answer:
                assert (await answer.json())["result"]["text"] == "a"
        async with session.get("sendMessage?chat_id=77&text=a") as answer:
            assert (await answer.json())["ok"] is True


async def test_an_unknown_method_is_not_found(bot: Bot) -> None:
    with pytest.raises(TelegramError, match=r"(?i)not found"):
        await bot.do_api_request("make_coffee")


@pytest.mark.parametrize(
    ("method", "wrong"),
    [
        ("sendMessage", {"text": "a", "reply_parameters": "[1]"}),
        ("sendMessage", {"text": "a", "entities": "[1]"}),
        ("sendMessage", {"text": "a", "reply_markup": '{"inline_keyboard": [[1]]}'}),
        ("sendMessage", {"text": "a", "reply_markup": "{"}),
        ("setMessageReaction", {"message_id": "x"}),
        ("setMyCommands", {"commands": '["a"]'}),
        ("sendDocument", {"document": "no such file"}),
        ("getFile", {}),
    ],
)
@pytest.mark.usefixtures("reader")
async def test_nonsense_is_refused_not_stumbled_over(
    playground: Playground, method: str, wrong: dict[str, str]
) -> None:
    url = f"{playground.base_url}{playground.token}/{method}"
    async with aiohttp.ClientSession() as session, session.post(url, data={"chat_id": "77", **wrong}) as answer:
        body = await answer.json()

    assert answer.status == body["error_code"] == 400
    assert body["description"].startswith("Bad Request: ")


async def test_updates_come_again_until_they_are_confirmed(bot: Bot, reader: Reader) -> None:
    await reader.say("/start x")
    (first,) = await bot.get_updates()
    (again,) = await bot.get_updates()

    assert again.update_id == first.update_id
    assert first.message
    assert first.message.from_user
    assert (first.message.text, first.message.from_user.language_code) == ("/start x", "ru")
    assert first.message.entities[0].type == MessageEntity.BOT_COMMAND
    assert await bot.get_updates(offset=first.update_id + 1) == ()


async def test_a_poll_waits_for_an_update(bot: Bot, playground: Playground, reader: Reader) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=5))
    await arrival(playground)
    await reader.say("hello")

    assert len(await asyncio.wait_for(poll, 1)) == 1


async def test_a_second_poll_ends_the_first(bot: Bot, playground: Playground) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=5))
    await arrival(playground)
    async with Bot(playground.token, playground.base_url) as second:
        await second.get_updates()

    with pytest.raises(Conflict):
        await poll


async def test_only_the_kinds_that_are_wanted_come(bot: Bot, reader: Reader) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    await reader.say("hello")

    assert await bot.get_updates() == ()


async def test_formatting_travels_as_entities(bot: Bot, reader: Reader) -> None:
    sent = await bot.send_message(77, " <b>Ж</b> /who\n", ParseMode.HTML, link_preview_options=NO_PREVIEW)
    (shown,) = await reader.answers()

    assert sent.text == shown.text == "Ж /who"
    assert shown.marked("bold") == ("Ж",)
    assert shown.marked("bot_command") == ("/who",)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<b>a", "can't parse entities"),
        (" \n ", "must be non-empty|is empty"),
        ("<b></b>", "must be non-empty"),
        ("a" * 4097, "message is too long"),
        ("🧭" * 2049, "message is too long"),
    ],
)
@pytest.mark.usefixtures("reader")
async def test_texts_that_telegram_refuses_are_refused(bot: Bot, text: str, reason: str) -> None:
    with pytest.raises(BadRequest, match=f"(?i){reason}"):
        await bot.send_message(77, text, ParseMode.HTML)


@pytest.mark.usefixtures("reader")
async def test_the_limit_counts_what_is_shown_not_the_markup(bot: Bot) -> None:
    sent = await bot.send_message(77, "<b>" + "&amp;" * 4096 + "</b>", ParseMode.HTML)

    assert sent.text == "&" * 4096


@pytest.mark.parametrize(("data", "reason"), [("x" * 65, "BUTTON_DATA_INVALID"), ("ж" * 33, "BUTTON_DATA_INVALID")])
@pytest.mark.usefixtures("reader")
async def test_data_of_buttons_is_at_most_64_bytes(bot: Bot, data: str, reason: str) -> None:
    with pytest.raises(BadRequest, match=f"(?i){reason}"):
        await bot.send_message(77, "a", reply_markup=keys(data))


@pytest.mark.usefixtures("reader")
async def test_nobody_can_be_written_to_who_has_not_come(bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"(?i)chat not found"):
        await bot.send_message(78, "a")


async def test_a_message_is_edited_once(bot: Bot, reader: Reader) -> None:
    sent = await bot.send_message(77, "a", reply_markup=keys("x"))
    await sent.edit_text("b", reply_markup=keys("x"))
    shown = await reader.answer()

    assert (shown.text, shown.edited, shown.labels) == ("b", True, ("x",))
    with pytest.raises(BadRequest, match=r"(?i)message is not modified"):
        await sent.edit_text("b", reply_markup=keys("x"))
    with pytest.raises(BadRequest, match=r"(?i)message to edit not found"):
        await bot.edit_message_text("c", 77, 999)


async def test_buttons_alone_are_edited_without_a_mark(bot: Bot, reader: Reader) -> None:
    sent = await bot.send_message(77, "<b>a</b>", ParseMode.HTML, reply_markup=keys("x"))
    await sent.edit_reply_markup(keys("y"))
    shown = await reader.answer()

    assert (shown.labels, shown.edited, shown.marked("bold")) == (("y",), False, ("a",))


async def test_editing_without_buttons_takes_them_away(bot: Bot, reader: Reader) -> None:
    sent = await bot.send_message(77, "a", reply_markup=keys("x"))
    await sent.edit_text("b")

    assert (await reader.answer()).rows == ()


async def test_a_deleted_message_is_gone(bot: Bot, reader: Reader) -> None:
    sent = await bot.send_message(77, "a")
    await sent.delete()

    assert reader.shown() == ()
    with pytest.raises(BadRequest, match=r"(?i)message to delete not found"):
        await sent.delete()


async def test_a_reply_may_quote_what_stands_there_and_nothing_else(bot: Bot, reader: Reader) -> None:
    (number,) = await reader.say("one two")
    sent = await bot.send_message(77, "a", reply_parameters=ReplyParameters(number, quote="two"))

    assert sent.quote
    assert (sent.quote.text, sent.quote.position) == ("two", 4)
    with pytest.raises(BadRequest, match=r"(?i)quote"):
        await bot.send_message(77, "a", reply_parameters=ReplyParameters(number, quote="three"))


async def test_files_and_photos_travel_both_ways(bot: Bot, reader: Reader) -> None:
    await bot.send_document(77, b"abc", "<i>here</i>", parse_mode=ParseMode.HTML, filename="a.txt")
    document = await reader.answer()
    photo = await bot.send_photo(77, PNG)
    await reader.send_file("b.txt", b"def", "text/plain", caption="/who")
    update = (await bot.get_updates())[-1]

    assert (document.document, document.data, document.marked("italic")) == ("a.txt", b"abc", ("here",))
    assert (photo.photo[0].width, photo.photo[0].height) == (32, 16)
    assert update.message
    assert update.message.document
    file = await update.message.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"def"
    assert update.message.caption_entities[0].type == MessageEntity.BOT_COMMAND


@pytest.mark.usefixtures("reader")
async def test_what_is_no_picture_is_no_photo(bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"(?i)image_process_failed"):
        await bot.send_photo(77, b"no picture")


async def test_a_tap_is_answered_in_time_or_never(bot: Bot, reader: Reader) -> None:
    await bot.send_message(77, "a", reply_markup=keys("x"))
    await reader.tap("x")
    query = (await bot.get_updates())[-1].callback_query
    assert query
    await query.answer("toast")

    assert (await reader.toast()).text == "toast"
    with pytest.raises(BadRequest, match=r"(?i)query is too old"):
        await bot.answer_callback_query("1")


async def test_commands_are_kept_by_language_and_scope(bot: Bot, playground: Playground, reader: Reader) -> None:
    await bot.set_my_commands([BotCommand("who", "people")])
    await bot.set_my_commands([BotCommand("who", "люди")], language_code="ru")

    assert reader.menu() == (("who", "люди"),)
    assert Reader(playground, "de").menu() == (("who", "people"),)
    assert await bot.get_my_commands(BotCommandScopeAllPrivateChats()) == ()
    await bot.set_my_commands([BotCommand("all", "private")], BotCommandScopeAllPrivateChats())
    assert reader.menu() == (("all", "private"),)
    await bot.delete_my_commands(BotCommandScopeAllPrivateChats())
    assert reader.menu() == (("who", "люди"),)
    with pytest.raises(BadRequest, match=r"(?i)BOT_COMMAND_INVALID"):
        await bot.set_my_commands([BotCommand("Who", "people")])


async def test_descriptions_are_kept_by_language(bot: Bot) -> None:
    await bot.set_my_description("all")
    await bot.set_my_description("все", language_code="ru")
    await bot.set_my_short_description("short")

    assert (await bot.get_my_description("ru")).description == "все"
    assert (await bot.get_my_description("de")).description == "all"
    assert (await bot.get_my_short_description()).short_description == "short"


async def test_actions_reactions_chats_and_members_are_known(bot: Bot, reader: Reader) -> None:
    (number,) = await reader.say("hello")
    await bot.send_chat_action(77, ChatAction.TYPING)
    await bot.set_message_reaction(77, number, "👍")
    await bot.send_message(77, "done")
    await reader.answers()

    assert reader.actions == ["typing"]
    assert reader.reactions[0]["reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert (await bot.get_chat(77)).type == "private"
    assert (await bot.get_chat_member(77, 77)).status == "member"


async def test_a_group_shows_the_bot_only_what_is_meant_for_it(bot: Bot, playground: Playground) -> None:
    group = playground.world.gather("Readers", [77])
    reader = Reader(playground, user_id=77, group=group)
    await reader.say("just talk")
    await reader.say("/who@another_bot")
    await reader.say("/who")
    sent = await bot.send_message(group.id, "a")
    await reader.say("thanks", reply_to=sent.message_id)

    assert [update.message.text for update in await bot.get_updates() if update.message] == ["/who", "thanks"]


async def test_a_flood_names_the_seconds_to_wait(bot: Bot, faults: Faults, reader: Reader) -> None:
    faults.flood("sendMessage", retry_after=3)

    with pytest.raises(RetryAfter) as flood:
        await bot.send_message(77, "a")
    assert flood.value._retry_after.total_seconds() == 3
    await bot.send_message(77, "b")
    assert [shown.text for shown in reader.shown()] == ["b"]


async def test_a_failure_of_telegram_passes(bot: Bot, faults: Faults, reader: Reader) -> None:
    faults.break_down("sendMessage")

    with pytest.raises(NetworkError):
        await bot.send_message(77, "a")
    await bot.send_message(77, "b")
    assert [shown.text for shown in reader.shown()] == ["b"]


@pytest.mark.parametrize(("after", "texts"), [(False, []), (True, ["a"])])
async def test_a_connection_is_cut_before_or_after_the_deed(
    bot: Bot, faults: Faults, reader: Reader, *, after: bool, texts: list[str]
) -> None:
    faults.cut("sendMessage", after=after)

    with pytest.raises(NetworkError):
        await bot.send_message(77, "a")
    assert [shown.text for shown in reader.shown()] == texts


async def test_the_calls_are_remembered(bot: Bot, playground: Playground, reader: Reader) -> None:
    await bot.send_message(reader.id, "a")

    assert [call.text("text") for call in playground.calls("sendMessage")] == ["a"]


async def test_updates_are_pushed_to_a_webhook_with_its_secret(
    bot: Bot, playground: Playground, reader: Reader
) -> None:
    heard: list[tuple[str | None, str]] = []

    async def hear(request: aiohttp.web.Request) -> aiohttp.web.Response:
        body = await request.json()
        heard.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), body["message"]["text"]))
        return aiohttp.web.Response(status=500 if len(heard) == 1 else 200)

    app = aiohttp.web.Application()
    app.router.add_post("/hook", hear)
    runner = aiohttp.web.AppRunner(app)
    await runner.setup()
    await aiohttp.web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await bot.set_webhook(address, secret_token=SECRET)
    await reader.say("hello")
    for _ in range(300):
        if playground.world.updates.pending:
            await asyncio.sleep(0.01)

    assert heard == [(SECRET, "hello")] * 2
    with pytest.raises(Conflict):
        await bot.get_updates()
    assert (await bot.get_webhook_info()).url == address
    await bot.delete_webhook()
    assert await bot.get_updates() == ()
    await runner.cleanup()
