"""A playground for each test, a bot of python-telegram-bot that talks to it, and a small application."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.constants import ParseMode
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.playground import serve
from tests.bot.api_faults import Faults

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.playground import Playground

KEYS = InlineKeyboardMarkup(
    [[InlineKeyboardButton("Short", callback_data="short"), InlineKeyboardButton("Alert", callback_data="alert")]]
)


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
async def playground(faults: Faults) -> AsyncIterator[Playground]:
    async with serve(middlewares=[faults.middleware]) as opened:
        yield opened


@pytest.fixture
async def bot(playground: Playground) -> AsyncIterator[Bot]:
    async with Bot(playground.token, playground.base_url, playground.base_file_url) as talking:
        yield talking


async def _start(update: Update, context: Any) -> None:
    language = update.effective_user.language_code if update.effective_user else None
    text = f"<b>Hello</b> in {language}; {' '.join(context.args)}"
    await update.effective_message.reply_text(text, parse_mode=ParseMode.HTML, reply_markup=KEYS)  # type: ignore[union-attr]


async def _press(update: Update, _context: Any) -> None:
    query = update.callback_query
    assert query
    if query.data == "alert":
        await query.answer("Careful", show_alert=True)
    else:
        await query.edit_message_text("In short")
        await query.answer()


async def _file(update: Update, _context: Any) -> None:
    message = update.effective_message
    assert message
    assert message.document
    data = await (await message.document.get_file()).download_as_bytearray()
    await message.reply_document(bytes(data[::-1]), filename=f"back-{message.document.file_name}")


async def _echo(update: Update, _context: Any) -> None:
    message = update.effective_message
    assert message
    await message.reply_text(f"{len(message.text or '')}: {(message.text or '')[:40]}")


@asynccontextmanager
async def running(playground: Playground) -> AsyncIterator[Application[Any, Any, Any, Any, Any, Any]]:
    """Run a small application that polls the playground."""
    app = (
        Application.builder()
        .token(playground.token)
        .base_url(playground.base_url)
        .base_file_url(playground.base_file_url)
        .build()
    )
    app.add_handlers(
        [
            CommandHandler("start", _start),
            CallbackQueryHandler(_press),
            MessageHandler(filters.Document.ALL, _file),
            MessageHandler(filters.TEXT, _echo),
        ]
    )
    async with app:
        await app.start()
        assert app.updater
        await app.updater.start_polling(allowed_updates=Update.ALL_TYPES)
        yield app
        await app.updater.stop()
        await app.stop()


@pytest.fixture
async def app(playground: Playground) -> AsyncIterator[Application[Any, Any, Any, Any, Any, Any]]:
    async with running(playground) as application:
        yield application
