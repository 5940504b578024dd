"""Follow-ups: what a chat asked last is kept, and what goes on from it is understood."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.context import chat_of
from bot.follow_ups import TOPICS, follow, read_follow_up
from bot.library.protocols import Topic

if TYPE_CHECKING:
    from telegram import Update

    from bot.context import Context
    from bot.requests import Request
    from summaries.briefing import Briefing


async def note_topic(update: Update, context: Context, briefing: Briefing, request: Request) -> None:
    """Remember what is asked, if it may be gone on from; what is left of an answer belongs to the question before."""
    if request.view == "also":
        return
    asked = request.view in TOPICS and request.argument
    topic = Topic(briefing.article.id, request.view, request.argument) if asked else None
    await context.conversations.note_topic(chat_of(update).id, topic)


async def topic_of(update: Update, context: Context, text: str) -> Topic | None:
    """Return what was asked last, if a text may go on from it."""
    return await context.conversations.topic(chat_of(update).id) if read_follow_up(text) else None


async def go_on(context: Context, briefing: Briefing, topic: Topic, text: str) -> Request | None:
    """Return what a text asks of the article after what was asked last; ``None`` where it does not go on from that."""
    found = read_follow_up(text)
    if found is None or topic.article != briefing.article.id:
        return None
    before = await context.service.ask(briefing, topic.argument) if topic.view == "ask" else None
    return await asyncio.to_thread(follow, briefing, topic, found, before)
