"""The chat page in a real browser, talking to a small bot."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio
from playwright.async_api import FilePayload, async_playwright
from telegram import Bot, BotCommand, CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.constants import ChatAction, ParseMode
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.playground import serve

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Browser, Page

    from bot.playground import Playground

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SCREENSHOTS = Path(__file__).parents[2] / "screenshots"
CUT = "net::ERR_FAILED"
"""What the console says of a request that a test has cut."""
pytestmark = [
    pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium here"),
    pytest.mark.asyncio(loop_scope="module"),
]

GREETING = {"en": "Hello, <b>reader</b>", "ru": "Здравствуйте, <b>читатель</b>"}
FORMATS = (
    "<b>bold</b> <i>italic</i> <code>code</code> /who <tg-spoiler>hidden</tg-spoiler> "
    '<a href="https://t.me/briefing_playground_bot?start=deep">deep</a> &lt;img src=x onerror=alert(1)&gt;\n'
    f"<blockquote expandable>{'A long quote. ' * 60}</blockquote>"
)


async def _start(update: Update, context: Any) -> None:
    assert update.effective_user
    assert update.effective_message
    greeting = GREETING[update.effective_user.language_code or "en"]
    await update.effective_message.reply_html(" ".join([greeting, *context.args]))


async def _show(update: Update, _context: Any) -> None:
    keys = [
        [InlineKeyboardButton(label, callback_data=label) for label in ("Short", "Alert")],
        [InlineKeyboardButton("Copy", copy_text=CopyTextButton("copied"))],
    ]
    assert update.effective_message
    await update.effective_message.reply_html(FORMATS, reply_markup=InlineKeyboardMarkup(keys))


async def _press(update: Update, _context: Any) -> None:
    query = update.callback_query
    assert query
    if query.data == "Alert":
        await query.answer("Careful", show_alert=True)
        return
    await asyncio.sleep(0.4)
    await query.edit_message_text("In <b>short</b>", parse_mode=ParseMode.HTML)
    await query.answer("Done")


async def _other(update: Update, _context: Any) -> None:
    message = update.effective_message
    assert message
    if message.text == "type":
        await message.chat.send_action(ChatAction.TYPING)
    elif message.document:
        await message.reply_document(b"back", caption="Your file", filename=message.document.file_name)
    else:
        await message.reply_text(f"{len(message.text or '')} characters: {(message.text or '')[:20]}")


@asynccontextmanager
async def running(playground: Playground) -> AsyncIterator[None]:
    app = (
        Application.builder()
        .token(playground.token)
        .base_url(playground.base_url)
        .base_file_url(playground.base_file_url)
        .build()
    )
    rest = [CallbackQueryHandler(_press), MessageHandler(filters.ALL, _other)]
    app.add_handlers([CommandHandler("start", _start), CommandHandler("show", _show), *rest])
    async with app:
        await app.start()
        await app.bot.set_my_commands([BotCommand("start", "Start"), BotCommand("show", "Show all")])
        await app.bot.set_my_commands([BotCommand("start", "Начать")], language_code="ru")
        assert app.updater
        await app.updater.start_polling(allowed_updates=Update.ALL_TYPES)
        yield
        await app.updater.stop()
        await app.stop()


@pytest_asyncio.fixture(loop_scope="module")
async def playground() -> AsyncIterator[Playground]:
    async with serve() as opened, running(opened):
        yield opened


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield opened
        await opened.close()


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, playground: Playground) -> AsyncIterator[Page]:
    """The page, opened by a reader of English; nothing may go wrong in its console."""
    context = await browser.new_context(locale="en-GB", viewport={"width": 1100, "height": 800})
    opened = await context.new_page()
    opened.set_default_timeout(5000)
    wrongs: list[str] = []
    opened.on("pageerror", lambda error: wrongs.append(str(error)))
    opened.on("console", lambda message: wrongs.append(message.text) if message.type == "error" else None)
    await opened.goto(playground.address)
    await opened.wait_for_selector(".post:not(.mine)")
    yield opened
    await context.close()

    assert [wrong for wrong in wrongs if CUT not in wrong] == []


async def say(page: Page, text: str) -> None:
    await page.fill("#text", text)
    await page.press("#text", "Enter")


async def latest(page: Page, text: str) -> None:
    await page.wait_for_selector(f".post:not(.mine):last-child >> text={text}")


async def test_the_page_opens_on_the_greeting_and_keeps_the_chat(page: Page) -> None:
    assert await page.inner_text(".post:not(.mine) strong") == "reader"

    await say(page, "first\nsecond")
    await latest(page, "12 characters")
    await page.reload()
    await page.wait_for_selector(".post:nth-of-type(4)")

    assert await page.locator(".post").count() == 4


async def test_formatting_is_shown_and_nothing_becomes_markup(page: Page) -> None:
    await say(page, "/show")
    await latest(page, "bold")
    post = page.locator(".post").last

    assert await post.locator("strong").inner_text() == "bold"
    assert await post.locator(".words img").count() == 0
    assert "<img src=x onerror=alert(1)>" in await post.inner_text()

    spoiler = post.locator(".spoiler")
    await spoiler.press("Enter")
    assert "open" in (await spoiler.get_attribute("class") or "")
    short = await post.locator("blockquote").evaluate("quote => quote.clientHeight")
    await post.locator(".unfold").click()
    assert await post.locator("blockquote").evaluate("quote => quote.clientHeight") > short


async def test_commands_and_deep_links_are_said(page: Page) -> None:
    await say(page, "/show")
    await latest(page, "bold")
    await page.locator(".post a").last.click()
    await latest(page, "deep")

    await page.locator(".command", has_text="/who").first.click()
    await latest(page, "4 characters: /who")


async def test_a_button_waits_and_its_message_is_edited_in_place(page: Page) -> None:
    await say(page, "/show")
    await page.click(".keyboard button >> text=Short")
    await page.wait_for_selector(".keyboard .waiting[aria-busy=true]")
    await page.wait_for_selector(".toast >> text=Done")
    post = page.locator(".post").last

    assert (await post.inner_text()).startswith("In short")
    assert "edited" in await post.inner_text()
    assert await page.locator(".waiting").count() == 0


async def test_an_alert_is_dismissed(page: Page) -> None:
    await say(page, "/show")
    await page.click(".keyboard button >> text=Alert")
    await page.wait_for_selector("#dialog[open] >> text=Careful")
    await page.keyboard.press("Enter")

    assert await page.locator("#dialog[open]").count() == 0


async def test_the_menu_is_used_from_the_keyboard(page: Page) -> None:
    await page.wait_for_selector("#menu:not([hidden])")
    await page.type("#text", "/s")
    await page.wait_for_selector("#commands:not([hidden])")
    await page.keyboard.press("ArrowDown")
    assert await page.get_attribute("#text", "aria-activedescendant") == "command-1"
    await page.keyboard.press("Tab")
    assert await page.input_value("#text") == "/show "
    await page.fill("#text", "/s")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")

    await latest(page, "bold")


async def test_a_file_goes_and_comes_back(page: Page) -> None:
    await page.set_input_files("#file", files=FilePayload(name="a.txt", mimeType="text/plain", buffer=b"abc"))
    await page.wait_for_selector("#attached >> text=a.txt")
    await page.click("#send")
    await latest(page, "Your file")
    async with page.expect_download() as download:
        await page.locator(".post").last.locator("a.file").click()

    assert (await download.value).suggested_filename == "a.txt"


async def test_typing_is_shown(page: Page) -> None:
    await say(page, "type")

    await page.wait_for_selector("#typing:not([hidden])")
    assert await page.inner_text("#status") == "typing…"


async def test_a_reaction_is_shown_and_stays(page: Page, playground: Playground) -> None:
    async with Bot(playground.token, playground.base_url) as bot:
        await bot.set_message_reaction(playground.page.chat.id, 1, "👍")
    await page.wait_for_selector(".mine .reaction >> text=👍")
    await page.reload()

    await page.wait_for_selector(".mine .reaction >> text=👍")


async def test_a_long_text_goes_out_in_parts_and_says_so(page: Page) -> None:
    await page.fill("#text", "word " * 1800)
    assert "3 parts" in await page.inner_text("#parts")
    await page.click("#send")

    await latest(page, "809 characters")


async def test_the_language_changes_the_page_and_the_reader(page: Page) -> None:
    await page.select_option("#languages", "ru")
    await latest(page, "читатель")

    assert await page.get_attribute("html", "lang") == "ru"
    assert await page.get_attribute("#text", "placeholder") == "Сообщение"
    await page.click("#menu")
    await page.wait_for_selector(".option >> text=Начать")


async def test_starting_over_brings_a_fresh_chat(page: Page) -> None:
    await say(page, "hello")
    await latest(page, "5 characters")
    await page.click("#reset")
    await page.click("#dialog-yes")
    await latest(page, "reader")

    assert await page.locator(".post").count() == 2


async def test_a_lost_connection_is_said_and_nothing_written_is_lost(page: Page) -> None:
    await page.route("**/page/say", lambda route: route.abort())
    await say(page, "keep me")
    await page.wait_for_selector(".toast")

    assert await page.input_value("#text") == "keep me"


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (360, "dark"), (1100, "light"), (1100, "dark")])
async def test_everything_fits_in_every_size(page: Page, width: int, scheme: Any) -> None:
    await page.set_viewport_size({"width": width, "height": 740})
    await page.emulate_media(color_scheme=scheme)
    await say(page, "/show")
    await latest(page, "bold")
    await page.wait_for_timeout(300)  # the message has risen into place
    SCREENSHOTS.mkdir(exist_ok=True)
    await page.screenshot(path=SCREENSHOTS / f"page-{width}-{scheme}.png")

    assert await page.evaluate("document.documentElement.scrollWidth") == width
    overflow = "[...document.querySelectorAll('button')].filter(b => b.scrollWidth > b.clientWidth + 1).length"
    assert await page.evaluate(overflow) == 0
