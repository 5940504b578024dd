"""/export and /timeline: a briefing as a file, its dates as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bot.context import chat_of, message_of
from bot.delivery.outgoing import send_file, send_picture
from bot.errors import NoDates, StaleButton
from bot.exports import ALSO_CALLED, FORMATS
from bot.handlers.answers import article_meant, show
from bot.handlers.progress import end_note
from bot.handlers.sources import arguments
from bot.requests import Request, find_wish, is_polite
from bot.views.dates import require_dates
from bot.views.parts import heading, note_unused
from bot.views.screen import Screen
from bot.views.sharing import offer_colours, show_formats

if TYPE_CHECKING:
    from telegram import CallbackQuery, Update

    from bot.context import Context
    from bot.views.screen import Target
    from summaries.briefing import Briefing

DARK = "dark"
CALENDAR = "ics"


async def export(update: Update, context: Context) -> None:
    """/export: the formats to choose from; /export pdf sends the file at once. The format may be any of the words."""
    typed = [word.casefold().removeprefix(".") for word in arguments(message_of(update))]
    named = [ALSO_CALLED.get(word, word) for word in typed]
    wish = find_wish(" ".join(named)) or Request("export")
    if wish.view == "export" and wish.argument:
        await offer(update, context, wish.argument)
        return
    known = next((word for word in named if word in FORMATS), "")
    rest = " ".join(word for word, name in zip(typed, named, strict=True) if name != known)
    rest = "" if is_polite(rest) else rest
    await offer(update, context, known or rest.partition(" ")[0], unused=rest if known else "")


async def offer(update: Update, context: Context, kind: str, unused: str = "") -> None:
    """Send an article as a file in a format, or show the formats if none is named.

    `unused` are words that play no part.
    """
    words = await context.wording(update)
    briefing = await article_meant(update, context, words.language)
    if kind:
        await _send(update, context, briefing, kind, unused)
    else:
        await show(update, context, show_formats(briefing, words))


async def export_pressed(update: Update, context: Context, target: Target) -> None:
    """Send the file whose format was tapped. Raises `StaleButton`."""
    if target.argument not in FORMATS:
        raise StaleButton
    briefing = await context.service.briefing(chat_of(update).id, target.article)
    await cast("CallbackQuery", update.callback_query).answer()
    await _send(update, context, briefing, target.argument)


async def _send(update: Update, context: Context, briefing: Briefing, kind: str, unused: str = "") -> None:
    words = await context.wording(update)
    if kind == CALENDAR:
        require_dates(briefing, words)
    file = await context.service.export(briefing, kind, words.language)
    caption = note_unused(Screen(heading(briefing.article, words)), unused, words)
    await send_file(message_of(update), file.name, file.data, caption.html)
    await end_note(context)


async def timeline(update: Update, context: Context) -> None:
    """/timeline: the dates as a picture, in light colours or, with “dark”, in dark ones. Raises `NoSuchDate`."""
    words = await context.wording(update)
    briefing = await article_meant(update, context, words.language)
    wanted = " ".join(arguments(message_of(update)))
    is_dark = wanted.casefold() in {DARK, words.say("dark")}
    await _draw(update, context, briefing, dark=is_dark, unused="" if is_dark or is_polite(wanted) else wanted)


async def timeline_pressed(update: Update, context: Context, target: Target) -> None:
    """Send the picture in the colours that were tapped."""
    briefing = await context.service.briefing(chat_of(update).id, target.article)
    await cast("CallbackQuery", update.callback_query).answer()
    await _draw(update, context, briefing, dark=target.argument == DARK)


async def _draw(update: Update, context: Context, briefing: Briefing, *, dark: bool, unused: str = "") -> None:
    words = await context.wording(update)
    require_dates(briefing, words)
    if not briefing.dates:
        raise NoDates
    picture = await context.service.timeline(briefing, words.language, dark=dark)
    caption = note_unused(offer_colours(briefing, words, dark=dark), unused, words)
    await send_picture(message_of(update), picture, caption)
    await end_note(context)
