"""The commands."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from babel import Locale
from telegram.helpers import create_deep_linked_url

from bot.context import chat_of, message_of
from bot.delivery.outgoing import send
from bot.errors import ImpossibleDay, NoSuchDay, NoSuchLanguage, NothingToStop
from bot.handlers.answers import answer, answer_on, article_meant
from bot.handlers.answers import show as show_screen
from bot.handlers.command_menu import choose_language
from bot.handlers.sources import arguments
from bot.locales import language_name, languages
from bot.requests import Request, is_polite, length_called
from bot.statistics import collect_status
from bot.views.article_list import show_articles
from bot.views.help import explain, greet
from bot.views.marks import read_place
from bot.views.parts import note_unused
from bot.views.preferences import ask_to_forget, explain_privacy, show_choices, show_languages
from bot.views.screen import Screen, Target, escape
from bot.views.sharing import is_payload, read_payload, show_link, write_payload
from bot.views.status import show_status
from summaries.briefing import SHORT
from summaries.loading import read_day
from summaries.ranking import parse_length

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from telegram import Update

    from bot.context import Context
    from bot.library.protocols import Card
    from summaries.briefing import Briefing


EARLIEST_ZONE = dt.timezone(dt.timedelta(hours=14))
"""The time zone in which a day begins first: no reader's today is later."""
DAY_IN_FIGURES = re.compile(r"\d+([./-])\d+\1\d+", re.ASCII)
LONGEST_DAY = 40
"""Maximum number of characters of the reader's words in an answer."""
STEM = 5
"""Number of letters that identify the name of a language, whatever its ending."""


def show(
    view: str, argument: str = "", *, takes_words: bool = True
) -> Callable[[Update, Context], Coroutine[Any, Any, None]]:
    """Return a handler that answers with a view of the open article; its argument is the reader's, else the one given.

    If an argument is given, only a number from the reader replaces it: */short 5*. The reader is told which words were
    not used; for a view without arguments, all of them.
    """

    async def handle(update: Update, context: Context) -> None:
        asked = _asked(update)
        is_used = takes_words and (not argument or any(map(str.isdigit, asked)))
        request = Request(view, asked if is_used else argument)
        await answer(update, context, request, unused="" if is_used else asked)

    return handle


async def start(update: Update, context: Context) -> None:
    """/start: what the bot does, using the open article; or the sentence or shared briefing that a link leads to."""
    chat, payload = chat_of(update).id, context.args[0] if context.args else ""
    place = read_place(payload)
    if place is not None:
        article, number = place
        await answer_on(update, context, await context.service.open(chat, article), Request("source", number))
        return
    if is_payload(payload):
        token, length = read_payload(payload)
        shared = await context.service.take_shared(chat, token)
        await answer_on(update, context, shared, Request("summary", length))
        return
    words = await context.wording(update)
    current = await context.service.current_id(chat, words.language)
    briefing = await context.service.briefing(chat, current) if current else None
    await send(message_of(update), greet(briefing, words))


async def share(update: Update, context: Context) -> None:
    """/share: a link that opens the briefing, at a length, for anybody who has it."""
    words = await context.wording(update)
    length = parse_length(" ".join(arguments(message_of(update))) or SHORT.name).name
    briefing = await article_meant(update, context, words.language)
    await show_screen(update, context, await offer_link(update, context, briefing, length))


async def offer_link(update: Update, context: Context, briefing: Briefing, length: str) -> Screen:
    """Share a briefing; return the screen with the link to it at a length."""
    token = await context.service.share(chat_of(update).id, briefing.article.id)
    link = create_deep_linked_url(context.bot.username, write_payload(token, length))
    return show_link(briefing, link, await context.wording(update))


async def help_(update: Update, context: Context) -> None:
    """/help: every command with an example."""
    await _send(update, context, explain(await context.wording(update)))


async def articles(update: Update, context: Context) -> None:
    """/articles: this chat's articles; /articles 2 opens number 2."""
    if any(word.isdigit() for word in context.args or ()):
        await use(update, context)
        return
    await context.service.cards(chat_of(update).id)  # there may be no article at all
    await _send(update, context, await list_articles(update, context, Target("articles")))


async def list_articles(update: Update, context: Context, target: Target, removed: Card | None = None) -> Screen:
    """Return the list of a chat's articles; `removed` is one that has just been removed."""
    words, chat = await context.wording(update), chat_of(update).id
    cards, current = (
        await context.service.library.list_cards(chat),
        await context.service.current_id(chat, words.language),
    )
    return show_articles(cards, current, target, words, removed)


async def chapters(update: Update, context: Context) -> None:
    """/chapters: the chapters of the open work, or of the open chapter's; /chapters 3 opens the third."""
    words = await context.wording(update)
    chat = chat_of(update).id
    work = await article_meant(update, context, words.language)
    if work.article.part_of:
        work = await context.service.briefing(chat, work.article.part_of)
    wanted = " ".join(context.args or ())
    if not wanted:
        await answer_on(update, context, work, Request("chapters"))
        return
    chapter = await context.service.open_chapter(chat, work, wanted)
    await answer_on(update, context, chapter, Request("summary"))


async def use(update: Update, context: Context) -> None:
    """/use n: open the nth article; without a number, the list."""
    if not context.args:
        await articles(update, context)
        return
    wanted = next((word for word in context.args if word.isdigit()), " ".join(context.args))
    briefing = await context.service.open_number(chat_of(update).id, wanted)
    await answer_on(update, context, briefing, Request("summary"))


async def published(update: Update, context: Context) -> None:
    """Set the day of publication, and make the briefing anew: /published 2024-05-12.

    Raises `NoSuchDay` where no day is named, and `ImpossibleDay` for one that has not been.
    """
    words = await context.wording(update)
    day = _read_publication(" ".join(arguments(message_of(update))), dt.datetime.now(EARLIEST_ZONE).date())
    briefing = await article_meant(update, context, words.language)
    dated = await context.service.set_published(chat_of(update).id, briefing, day)
    await answer_on(update, context, dated, Request("summary"))


def _read_publication(words: str, today: dt.date) -> dt.date:
    day = read_day(words)
    if day is not None and day <= today:
        return day
    is_ambiguous = (read_day(words, "day first") or read_day(words, "month first")) is not None
    if day is None and (is_ambiguous or not DAY_IN_FIGURES.fullmatch(words)):
        raise NoSuchDay
    raise ImpossibleDay(wanted=words[:LONGEST_DAY])


async def language(update: Update, context: Context) -> None:
    """/language: the choice of languages; /language ru chooses at once."""
    if context.args:
        code = _language_called(" ".join(context.args))
        await choose_language(update, context, code)
    words = await context.wording(update)
    await send(message_of(update), show_languages(words.language, words))


async def cancel(update: Update, context: Context) -> None:
    """/cancel: stop reading; the “reading …” message then says so. Raises `NothingToStop`."""
    is_stopped, unused = await context.conversations.stop_reading(chat_of(update).id), _asked(update)
    if not is_stopped and not unused:
        raise NothingToStop
    if unused:
        words = await context.wording(update)
        told = "" if is_stopped else escape(words.say(NothingToStop.template))
        await send(message_of(update), note_unused(Screen(told), unused, words))


async def settings(update: Update, context: Context) -> None:
    """Show the usual length, the language and the previews, and let them be changed; */settings long* does it."""
    asked = _asked(update)
    length, code = length_called(asked), _find_language(asked)
    if length or code:
        await context.require_admin(update)
    if length:
        await context.service.library.choose_length(chat_of(update).id, length)
        context.forget_choices()
    elif code:
        await choose_language(update, context, code)
    words = await context.wording(update)
    screen = show_choices(await context.choices(chat_of(update).id), words)
    await send(message_of(update), note_unused(screen, "" if length or code else asked, words))


async def privacy(update: Update, context: Context) -> None:
    """/privacy: what is stored, and for how long."""
    words = await context.wording(update)
    await _send(update, context, explain_privacy(chat_of(update).id, context.service.keep_days, words))


async def status(update: Update, context: Context) -> None:
    """/status, for admins: the bot's status."""
    stock = await collect_status(context.service.library, context.quota, context.inbox)
    await _send(update, context, show_status(stock, await context.wording(update)))


async def forget(update: Update, context: Context) -> None:
    """/forget: ask for confirmation, then delete everything about the chat."""
    cards = await context.service.library.list_cards(chat_of(update).id)
    own = sum(not card.is_seed for card in cards)
    await _send(update, context, ask_to_forget(own, await context.wording(update)))


def _asked(update: Update) -> str:
    """Return the words after a command, without links and words of politeness."""
    asked = " ".join(arguments(message_of(update)))
    return "" if is_polite(asked) else asked


async def _send(update: Update, context: Context, screen: Screen) -> None:
    """Answer a command that takes no arguments; if there are any, say that they were not used."""
    await send(message_of(update), note_unused(screen, _asked(update), await context.wording(update)))


def _is_named(code: str, wanted: str) -> bool:
    """Return whether this names a language in any of the bot's, ignoring endings: *Russian*, *на английском*."""
    names = (str(Locale(other).languages.get(code, "")).casefold() for other in languages())
    return any(len(wanted) >= STEM and name[:STEM] == wanted[:STEM] for name in names)


def _find_language(wanted: str) -> str | None:
    for code in languages():
        if wanted.casefold() in {code, language_name(code).casefold()} or _is_named(code, wanted.casefold()):
            return code
    return None


def _language_called(wanted: str) -> str:
    if code := _find_language(wanted):
        return code
    known = ", ".join(f"{language_name(code)} (/language {code})" for code in languages())
    raise NoSuchLanguage(wanted=wanted[:40], languages=known)
