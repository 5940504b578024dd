"""Checks inline keyboards as Telegram does."""

from __future__ import annotations

from typing import cast

from bot.playground.api_errors import Json, bad_request

MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
MOST_DATA_BYTES = 64
MOST_COPIED = 256
ACTIONS = ("callback_data", "url", "copy_text", "switch_inline_query", "switch_inline_query_current_chat", "web_app")


def check_keyboard(markup: object) -> Json | None:
    """Return the inline keyboard of a request without empty rows, or ``None``. Raises `ApiError`."""
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    rows = markup.get("inline_keyboard")
    if rows is None:
        return None  # reply keyboards are not supported here
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('can\'t parse inline keyboard: field "inline_keyboard" must be an array of arrays')
    kept = [[_check_button(button) for button in row] for row in rows if row]
    if sum(map(len, kept)) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in kept):
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": kept} if kept else None


def _check_button(button: object) -> Json:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    fields = cast("Json", button)
    if not str(fields.get("text") or "").strip():
        raise bad_request('can\'t parse inline keyboard button: field "text" must be a non-empty string')
    if not any(action in fields for action in ACTIONS):
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    data = fields.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= MOST_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    url = fields.get("url")
    if url is not None and not str(url).startswith(("http://", "https://", "tg://")):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    copied = fields.get("copy_text")
    if copied is not None and not 1 <= len(_copied(copied)) <= MOST_COPIED:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return fields


def _copied(value: object) -> str:
    return str(value.get("text", "")) if isinstance(value, dict) else ""
