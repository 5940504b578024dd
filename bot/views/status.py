"""The bot's status, for its admins."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.views.screen import Screen

if TYPE_CHECKING:
    from bot.locales import Wording


@dataclass(frozen=True, slots=True)
class Status:
    """The bot's status; ``None`` for what is unknown."""

    version: str
    up: dt.timedelta
    """How long this process has been running."""
    database: str
    """Its kind; the address may hold a password."""
    articles: int | None = None
    chats: int | None = None
    today: int | None = None
    """Articles read since midnight UTC."""
    waiting: int | None = None
    """Updates not answered yet."""
    failed: int | None = None
    """Updates whose answer failed and that are still kept."""
    damaged: int | None = None
    """Articles whose stored briefing cannot be read; ``None`` if there are none."""


def show_status(status: Status, wording: Wording) -> Screen:
    """Show the bot's status; unknown values are left out."""
    lines = [
        wording.say("<b>Briefing bot {version}</b>").format(version=status.version),
        wording.say("Uptime: {time}").format(time=_span(status.up, wording)),
        wording.say("Database: {kind}").format(kind=status.database),
    ]
    numbers = (
        (wording.say("Articles stored: {n}"), status.articles),
        (wording.say("Chats: {n}"), status.chats),
        (wording.say("Articles read today (UTC): {n}"), status.today),
        (wording.say("Pending updates: {n}"), status.waiting),
        (wording.say("Failed updates, kept for a week: {n}"), status.failed),
        (wording.say("Damaged articles, set aside: {n}"), status.damaged),
    )
    lines.extend(text.format(n=number) for text, number in numbers if number is not None)
    return Screen("\n".join(lines))


def _span(time: dt.timedelta, wording: Wording) -> str:
    minutes = int(time.total_seconds()) // 60
    return wording.say("{days} d {hours} h {minutes} min").format(
        days=minutes // 1440, hours=minutes // 60 % 24, minutes=minutes % 60
    )
