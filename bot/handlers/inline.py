"""Inline queries: briefings in other chats, requested by typing the bot's name there."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

from telegram import InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions
from telegram.constants import ParseMode

from bot.handlers.sources import ADDRESS
from bot.requests import settle, understand
from bot.views.sharing import offer, offer_answer
from summaries.ask import search

if TYPE_CHECKING:
    from telegram import InlineQuery, Update

    from bot.context import Context
    from bot.locales import Wording
    from bot.views.sharing import Card
    from summaries.briefing import Briefing

ARTICLES = 5
"""Maximum number of articles offered, newest first."""
LOOKED_AT = 10
REMEMBERED = 10
"""Seconds for which Telegram may show the same results again."""
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def inquire(update: Update, context: Context) -> None:
    """Offer headline, short briefing and key points of the reader's articles, or of a linked page."""
    query = cast("InlineQuery", update.inline_query)
    reader = query.from_user.id
    words = await context.wording_of(reader, query.from_user.language_code)
    found = ADDRESS.search(query.query)
    if found:
        async with context.quota.counting(update):
            briefings = [await context.service.take_address(reader, found.group(), _nothing)]
    else:
        briefings = await _about(query.query.strip(), context, reader)
    answers = [] if found else await _answer(query.query.strip(), context, reader, words)
    results = [
        InlineQueryResultArticle(
            id=card.id,
            title=card.title,
            description=card.description,
            input_message_content=InputTextMessageContent(
                card.html, parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW
            ),
        )
        for card in (*answers, *(card for briefing in briefings for card in offer(briefing, words)))
    ]
    await query.answer(results, is_personal=True, cache_time=REMEMBERED)


async def _answer(asked: str, context: Context, reader: int, words: Wording) -> list[Card]:
    """Return the answer to a question from the reader's open article, if it has one."""
    article = await context.service.current_id(reader, words.language)
    if not article:
        return []
    briefing = await context.service.briefing(reader, article)
    request = understand(asked, briefing.article.language)
    if request is None or settle(request, asked, briefing).view != "ask":
        return []
    return [*offer_answer(briefing, await context.service.ask(briefing, asked), words)]


async def _about(wanted: str, context: Context, reader: int) -> list[Briefing]:
    """Return the reader's newest articles with the query in their title or text; an empty query matches all."""
    found: list[Briefing] = []
    for card in [*reversed(await context.service.library.list_cards(reader))][:LOOKED_AT]:
        briefing = await context.service.briefing(reader, card.id)
        fits = not wanted or wanted.casefold() in card.title.casefold()
        if fits or await asyncio.to_thread(_speaks_of, briefing, wanted):
            found.append(briefing)
    return found[:ARTICLES]


def _speaks_of(briefing: Briefing, wanted: str) -> bool:
    return bool(search(briefing, wanted))


async def _nothing() -> None:
    """Progress is not reported here."""
