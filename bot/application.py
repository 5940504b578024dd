"""Assembles the bot: every handler in one visible list."""

from __future__ import annotations

import socket
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING

from telegram.constants import UpdateType
from telegram.error import BadRequest
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.access import OPEN, Access, Quota
from bot.context import CONVERSATIONS, INBOX, QUOTA, SERVICE, App, ChatState, Context
from bot.delivery.dispatching import answering, apologize, handling
from bot.delivery.http_server import Server, register, secret_of, serving
from bot.delivery.inbox import APOLOGIZE, Work, open_inbox
from bot.delivery.maintenance import Stores, maintenance
from bot.delivery.polling import polling
from bot.delivery.rate_limiter import RateLimiter
from bot.delivery.throttle import Throttle
from bot.delivery.transport import Transport
from bot.handlers import attachments, commands, error_replies, exporting, inline, messages
from bot.handlers.allowlist import AllowlistHandler
from bot.handlers.buttons import press
from bot.handlers.command_menu import menu, show_admin_menu
from bot.library import open_library
from bot.library.buckets import Buckets
from bot.library.conversations import Conversations
from bot.library.forgotten import Forgotten
from bot.library.replicas import Replicas
from bot.library.retention import retention
from bot.library.seeds import load_seeds
from bot.library.usage import Usage
from bot.locales import SOURCE, languages, wording
from bot.requests import understand
from bot.service import Service
from bot.views.help import describe_bot, describe_briefly
from summaries.loading import fetch

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from telegram import Update

    from bot.service import Fetch
    from bot.settings import Settings
    from bot.workers import Workers

KINDS: list[str] = [
    UpdateType.MESSAGE,
    UpdateType.EDITED_MESSAGE,
    UpdateType.CALLBACK_QUERY,
    UpdateType.INLINE_QUERY,
]
"""The kinds of updates that have a handler."""
PRIVATE = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
PRIVATE_OR_EDITED = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGES
"""An edited link or question counts as a new one."""


def handlers(access: Access = OPEN) -> tuple[BaseHandler[Update, Context, None], ...]:
    """Return all handlers; an update goes to the first one that matches."""
    return (
        AllowlistHandler(access),
        CommandHandler("start", commands.start),
        CommandHandler("help", commands.help_),
        CommandHandler("summary", commands.show("summary")),
        CommandHandler("headline", commands.show("summary", "headline")),
        CommandHandler("short", commands.show("summary", "short")),
        CommandHandler("medium", commands.show("summary", "medium")),
        CommandHandler("long", commands.show("summary", "long")),
        CommandHandler("brief", commands.show("summary")),
        CommandHandler("keypoints", commands.show("points")),
        CommandHandler("oral", commands.show("oral", takes_words=False)),
        CommandHandler("who", commands.show("who")),
        CommandHandler("where", commands.show("where")),
        CommandHandler("quotes", commands.show("quotes")),
        CommandHandler("dates", commands.show("dates")),
        CommandHandler("timeline", exporting.timeline),
        CommandHandler("numbers", commands.show("numbers")),
        CommandHandler("ask", commands.show("ask")),
        CommandHandler("find", commands.show("find")),
        CommandHandler("source", commands.show("source")),
        CommandHandler("chapters", commands.chapters),
        CommandHandler("articles", commands.articles),
        CommandHandler("use", commands.use),
        CommandHandler("published", commands.published),
        CommandHandler("cancel", commands.cancel),
        CommandHandler("settings", commands.settings),
        CommandHandler("language", commands.language),
        CommandHandler("privacy", commands.privacy),
        CommandHandler("forget", commands.forget),
        CommandHandler("status", commands.status, filters.Chat(access.admins)),
        CommandHandler("share", commands.share),
        CommandHandler("export", exporting.export),
        CallbackQueryHandler(press),
        InlineQueryHandler(inline.inquire),
        # in groups the bot speaks only when spoken to
        MessageHandler(PRIVATE & filters.Document.ALL, attachments.take_file),
        MessageHandler(filters.StatusUpdate.MIGRATE, messages.move_chat),
        MessageHandler(PRIVATE_OR_EDITED & (filters.TEXT | filters.CAPTION), messages.take_text),
        MessageHandler(PRIVATE & ~filters.StatusUpdate.ALL, messages.take_anything),
    )


@asynccontextmanager
async def open_application(
    settings: Settings, token: str, workers: Workers, fetch: Fetch = fetch
) -> AsyncIterator[App]:
    """Open the store, read the seeds, and yield the bot, which answers until the context ends.

    Raises `StoreError`, and `OSError` if the bot cannot listen at the address in the settings.
    """
    understand("warm")  # loads the phrases of every language, so that no reader has to wait for it
    library = await open_library(settings.database_url)
    try:
        await load_seeds(settings.seeds, library, workers, settings.summarizer)
        service = Service(library, workers, settings.summarizer, fetch, settings.keep_days)
        conversations = Conversations(library.database)
        prune = retention(library, Usage(library.database), conversations, settings.keep_days)
        async with prune, build(settings, token, service) as app, _answering(settings, app):
            yield app
    finally:
        await library.close()


def build(settings: Settings, token: str, service: Service) -> App:
    """Build the bot over a service."""
    suffix = "/test" if settings.test_environment else ""
    app: App = (
        Application.builder()
        .token(token)
        .base_url(f"{settings.api_url}/bot{{token}}{suffix}")
        .base_file_url(f"{settings.api_url}/file/bot{{token}}{suffix}")
        .context_types(ContextTypes(context=Context, chat_data=ChatState))
        .rate_limiter(RateLimiter(Throttle(Buckets(service.library.database), settings.messages_per_second)))
        .request(Transport())
        .get_updates_request(Transport())
        .updater(None)
        .job_queue(None)
        .build()
    )
    app.bot_data[SERVICE] = service
    app.bot_data[CONVERSATIONS] = Conversations(service.library.database)
    access = Access(settings.allowed_users, settings.admins, settings.daily_articles)
    app.bot_data[QUOTA] = Quota(access, Usage(service.library.database))
    app.add_handlers(list(handlers(access)))
    app.add_error_handler(error_replies.report)
    return app


@asynccontextmanager
async def _answering(settings: Settings, app: App) -> AsyncIterator[None]:
    """Receive updates and answer them for as long as the context lasts."""
    service: Service = app.bot_data[SERVICE]
    database = service.library.database
    replica = settings.replica or socket.gethostname()
    works: dict[str, Work] = {
        "answer": answering(app),
        messages.WHOLE: handling(app, messages.take_whole),
        APOLOGIZE: partial(apologize, app),
    }
    async with AsyncExitStack() as stack:
        queue = open_inbox(settings.database_url, replica, app.bot.id, works, database)
        app.bot_data[INBOX] = inbox = await stack.enter_async_context(queue)
        stores = Stores(Replicas(database), Buckets(database), Forgotten(database))
        await stack.enter_async_context(maintenance(inbox, stores, replica))
        secret = secret_of(app.bot.token)
        if settings.listen:

            async def is_ready() -> bool:
                return service.workers.is_ready and await database.is_there()

            server = Server(inbox, is_ready, secret)
            await stack.enter_async_context(serving(server, settings.listen, settings.webhook_url))
        if settings.webhook_url:
            await register(app.bot, settings.webhook_url, secret, KINDS)
        else:
            await stack.enter_async_context(polling(app.bot, inbox, KINDS))
        yield


async def introduce(app: App) -> None:
    """Register the menu of commands and both descriptions in every language of the bot."""
    for language in languages():
        words = wording(language)
        code = None if language == SOURCE else language
        await app.bot.set_my_commands(menu(words), language_code=code)
        await app.bot.set_my_description(describe_bot(words), language_code=code)
        await app.bot.set_my_short_description(describe_briefly(words), language_code=code)
    for admin in app.bot_data[QUOTA].access.admins:
        chosen = (await app.bot_data[SERVICE].library.choices(admin)).language
        with suppress(BadRequest):  # an admin who never wrote to the bot has no chat yet; the next start tries again
            await show_admin_menu(app.bot, admin, chosen)
