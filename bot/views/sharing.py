"""Briefings for others: links to the bot, and the cards that it offers in other chats."""

from __future__ import annotations

import hashlib
import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import NotShared
from bot.views import render
from bot.views.answer import show_answer
from bot.views.marks import drop_links
from bot.views.parts import heading, length_names, title_line
from bot.views.screen import Button, Screen, Target, clip, escape
from summaries.errors import LengthError
from summaries.languages.schema import abilities
from summaries.ranking import parse_length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.locales import Wording
    from summaries.ask import Answer
    from summaries.briefing import Briefing

TOKEN = 16
"""Length of a token in characters; the rest of a payload is the summary's length."""
PAYLOAD = str.maketrans({" ": "_", "%": "p"})
"""The characters of a payload: letters, digits, - and _."""


def write_payload(token: str, length: str) -> str:
    """Return a link's /start payload: a token and a length."""
    return f"{token}{length.translate(PAYLOAD)}"


def is_payload(argument: str) -> bool:
    """Return whether a /start payload may be that of a link to a briefing."""
    return len(argument) > TOKEN


def read_payload(payload: str) -> tuple[str, str]:
    """Return the token and length in a payload. Raises `NotShared` if it is not ours."""
    token, length = payload[:TOKEN], payload[TOKEN:].replace("_", " ")
    if length[:-1].isdigit() and length.endswith("p"):
        length = f"{length[:-1]}%"
    try:
        return token, parse_length(length).name
    except LengthError:
        raise NotShared from None


def show_link(briefing: Briefing, link: str, wording: Wording) -> Screen:
    """Show the link to a briefing, and what it does."""
    note = wording.say(
        "Anyone who has this link can read this article and its briefing. It works until the article is "
        "deleted: /articles"
    )
    return Screen(
        f"{title_line(briefing.article)}\n\n{escape(link)}\n\n{note}",
        ((Button(wording.say("Open"), url=link),),),
    )


def show_formats(briefing: Briefing, wording: Wording) -> Screen:
    """Show buttons for the file formats of a briefing."""
    labels = {
        "pdf": wording.say("PDF, one page"),
        "oral": wording.say("PDF, to read aloud"),
        "docx": "Word",
        "html": wording.say("Web page, the whole article"),
        "md": "Markdown",
        "obsidian": "Obsidian",
        "readwise": wording.say("Readwise, highlights"),
        "json": "JSON",
        "ics": wording.say("Calendar file, upcoming dates"),
    }
    if "dates" not in abilities(briefing.article.language) or not any(entry.planned for entry in briefing.dates):
        del labels["ics"]
    buttons = tuple((Button(label, Target("export", briefing.article.id, kind)),) for kind, label in labels.items())
    back = Button("↩ " + wording.say("Back"), Target("more", briefing.article.id))
    question = wording.say("Which format would you like this briefing in?")
    return Screen(f"{title_line(briefing.article)}\n\n{question}", (*buttons, (back,)))


def offer_colours(briefing: Briefing, wording: Wording, *, dark: bool) -> Screen:
    """Return the caption of a drawn timeline, with a button for the other colours."""
    other = Button(wording.say("In light colours"), Target("timeline", briefing.article.id, "light"))
    if not dark:
        other = Button(wording.say("In dark colours"), Target("timeline", briefing.article.id, "dark"))
    return Screen(heading(briefing.article, wording), ((other,),))


@dataclass(frozen=True, slots=True)
class Card:
    """An inline result: the lines shown in the list, and the message that is sent when it is chosen."""

    id: str
    title: str
    description: str
    html: str


def offer_answer(briefing: Briefing, found: Answer, wording: Wording) -> Iterator[Card]:
    """Yield the card of an answer; nothing if the article does not answer."""
    if found.certainty == "none":
        return
    article = briefing.article
    screen = show_answer(briefing, found, Target("ask", article.id), wording)
    body = drop_links(screen.html.partition("\n\n")[2])
    yield Card(
        f"{article.id}-ask-{hashlib.sha256(found.question.encode()).hexdigest()[:16]}",
        clip(found.question, 120),
        clip(found.hits[0].sentence.text, 120),
        f"<b>{escape(clip(found.question, 300))}</b>\n\n{body}{_link(briefing, wording)}",
    )


def offer(briefing: Briefing, wording: Wording) -> Iterator[Card]:
    """Yield the cards of an article: headline, short briefing and key points."""
    article, names = briefing.article, length_names(wording)
    title = article.title or clip(article.text, 60)
    views = (
        (names["headline"], Target("summary", article.id, "headline")),
        (names["short"], Target("summary", article.id, "short")),
        (wording.say("Key points"), Target("points", article.id)),
    )
    for label, target in views:
        screen = render(briefing, target, wording)
        body = drop_links(screen.html.partition("\n\n")[2])
        first = clip(briefing.sentences[briefing.ranking[0]].text, 120) if briefing.ranking else ""
        yield Card(
            f"{article.id}-{target.view}-{target.argument}",
            clip(f"{label}: {title}", 120),
            first,
            f"<b>{escape(clip(title, 300))}</b>\n\n{body}{_link(briefing, wording)}",
        )


def _link(briefing: Briefing, wording: Wording) -> str:
    url = briefing.article.url
    return f'\n\n<a href="{html.escape(url)}">{wording.say("At the source")}</a>' if url else ""
