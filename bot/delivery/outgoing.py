"""Sends screens to Telegram as messages, new or edited, and copes with Telegram's refusals."""

from __future__ import annotations

import html
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest
from telegram.helpers import create_deep_linked_url

from bot.errors import MayNotSend
from bot.views.marks import drop_links, link_marks, write_place

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from bot.views.screen import Button, Rows, Screen

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
TAG = re.compile(r"<[^<>]*>")
GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")
NO_RIGHTS = "not enough rights"
Sent = TypeVar("Sent")


async def send(message: Message, screen: Screen) -> Message:
    """Reply to a message with a screen, in the same topic; return the message sent."""
    markup = keyboard(screen.rows)

    async def attempt(text: str, mode: str | None) -> Message:
        return await message.reply_text(
            text,
            parse_mode=mode,
            reply_markup=markup,
            link_preview_options=_preview(screen),
            allow_sending_without_reply=True,  # the reader may have deleted the question
        )

    return await _formatted(attempt, _text(message, screen))


async def edit(message: Message, screen: Screen) -> None:
    """Edit a message to show a screen. If it already does, nothing changes; if it is gone, a new one is sent."""
    markup = keyboard(screen.rows)

    async def attempt(text: str, mode: str | None) -> Any:
        return await message.edit_text(
            text, parse_mode=mode, reply_markup=markup, link_preview_options=_preview(screen)
        )

    try:
        await _formatted(attempt, _text(message, screen))
    except BadRequest as error:
        reason = error.message.lower()
        if any(words in reason for words in GONE):
            await send(message, screen)
        elif "not modified" not in reason:  # a double tap is no error
            raise


async def send_file(message: Message, name: str, data: bytes, caption: str) -> None:
    """Reply to a message with a file and a caption in HTML."""

    async def attempt(text: str, mode: str | None) -> Message:
        return await message.reply_document(
            data, filename=name, caption=text, parse_mode=mode, allow_sending_without_reply=True
        )

    with _rights_needed():
        await _formatted(attempt, caption)


async def send_picture(message: Message, data: bytes, screen: Screen) -> None:
    """Reply to a message with a picture, with a screen as its caption."""
    markup = keyboard(screen.rows)

    async def attempt(text: str, mode: str | None) -> Message:
        return await message.reply_photo(
            data, caption=text, parse_mode=mode, reply_markup=markup, allow_sending_without_reply=True
        )

    with _rights_needed():
        await _formatted(attempt, screen.html)


@contextmanager
def _rights_needed() -> Iterator[None]:
    """Raise `MayNotSend` where a group does not let the bot send files or pictures."""
    try:
        yield
    except BadRequest as error:
        if NO_RIGHTS in error.message.lower():
            raise MayNotSend from error
        raise


def _text(message: Message, screen: Screen) -> str:
    """Return a screen's HTML, with quote marks as links where these can lead back into the same chat."""
    if message.chat.type != ChatType.PRIVATE or not screen.article:
        return drop_links(screen.html)

    def address(number: str) -> str:
        return create_deep_linked_url(message.get_bot().username, write_place(screen.article, number))

    return link_marks(screen.html, address)


def _preview(screen: Screen) -> LinkPreviewOptions:
    if screen.preview is None:
        return NO_PREVIEW
    return LinkPreviewOptions(url=screen.preview, prefer_small_media=True)


def keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    """Return a screen's buttons as Telegram's inline keyboard, or ``None`` if it has none."""
    if not rows:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in rows])


def _button(button: Button) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(button.label, url=button.url)
    if button.copies:
        return InlineKeyboardButton(button.label, copy_text=CopyTextButton(button.copies))
    return InlineKeyboardButton(button.label, callback_data=button.target.pack() if button.target else "-")


async def _formatted(attempt: Callable[[str, str | None], Awaitable[Sent]], text: str) -> Sent:
    """Send with formatting, or as plain text if Telegram cannot parse it."""
    try:
        return await attempt(text, ParseMode.HTML)
    except BadRequest as error:
        if "parse entities" not in error.message.lower():
            raise
    return await attempt(html.unescape(TAG.sub("", text)), None)
