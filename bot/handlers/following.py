"""Follow-ups: remembers what a chat asked last, and understands what refers to it."""

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
    """Remember a request if it can be followed up; the rest of an answer belongs to its question."""
    if request.view == "also":
        return
    asked = request.view in TOPICS and request.argument
    topic = Topic(briefing.article.id, request.view, request.argument) if asked else None
    await context.conversations.note_topic(chat_of(update).id, topic)


async def topic_of(update: Update, context: Context, text: str) -> Topic | None:
    """Return the last request, if a text may be a follow-up."""
    return await context.conversations.topic(chat_of(update).id) if read_follow_up(text) else None


async def go_on(context: Context, briefing: Briefing, topic: Topic, text: str) -> Request | None:
    """Return the request that a text makes as a follow-up to the last one; ``None`` if it is none."""
    found = read_follow_up(text)
    if found is None or topic.article != briefing.article.id:
        return None
    before = await context.service.ask(briefing, topic.argument) if topic.view == "ask" else None
    return await asyncio.to_thread(follow, briefing, topic, found, before)
