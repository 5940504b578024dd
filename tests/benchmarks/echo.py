"""The smallest bot of python-telegram-bot: it answers each command with its own words, and keeps nothing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from telegram.ext import Application, MessageHandler, filters

if TYPE_CHECKING:
    from telegram import Update


async def echo(update: Update, _: Any) -> None:
    if update.message:
        await update.message.reply_text(update.message.text or "")


def main(token: str, server: str) -> None:
    """Poll a Bot API server."""
    builder = Application.builder().token(token).base_url(f"{server}/bot").concurrent_updates(64)
    app = builder.connection_pool_size(64).pool_timeout(60).build()
    app.add_handler(MessageHandler(filters.ALL, echo))
    app.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])
