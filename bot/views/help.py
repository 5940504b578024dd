"""What the bot says about itself: the greeting, the help, hints and the command menu."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.views.screen import Screen, Target
from bot.views.shortcomings import name_shortcomings
from bot.views.source import load_original
from bot.views.summary import show_summary
from summaries.loading import MINIMUM_WORDS

if TYPE_CHECKING:
    from bot.locales import Wording
    from summaries.briefing import Briefing


def greet(briefing: Briefing | None, wording: Wording) -> Screen:
    """Show what the bot does, using the article that the reader has open."""
    greeting = wording.say(
        "<b>I brief you on an article in its own words.</b>\n"
        "Send me a link, a file or a text of at least {words} words. Every line of my answers is a quote: tap its "
        "number to see it in context. /help lists everything I can do.\n\n"
        "Here is a briefing to begin with:"
    ).format(words=MINIMUM_WORDS)
    if briefing is None:
        return Screen(greeting.rsplit("\n\n", 1)[0])
    shown = show_summary(briefing, Target("summary", briefing.article.id, "short"), wording)
    original = ((load_original(briefing.article.id, wording),),) if briefing.article.original else ()
    return replace(shown, html=f"{greeting}\n\n{shown.html}", rows=(*shown.rows, *original))


def explain(wording: Wording) -> Screen:
    """Show every command with an example, and what falls short in the reader's language."""
    commands = wording.say(
        "<b>Send me</b> a link, a file (PDF, Word, EPUB, HTML, text …) or a text of at least {words} words, "
        "and I answer with a short briefing. Every line is a quote from the article; the number after it, such "
        "as [12], is that of the sentence. Tap the number, or its button, to see the sentence in its paragraph.\n\n"
        "<b>Lengths</b>\n"
        "/short · /medium · /long\n"
        "/summary 5 — five sentences\n"
        "/summary 20% — a fifth of the article\n"
        "/summary headline — one sentence\n\n"
        "<b>More</b>\n"
        "/keypoints — the main points; /keypoints 3 for just three\n"
        "/oral — two minutes to read aloud: what happened, who says what, what comes next\n"
        "/who — the people, their roles and what they say; /who Lavrov for one person\n"
        "/quotes — who says what\n"
        "/where — the countries and cities\n"
        "/dates — what happened when; /dates 2019 for one year; /timeline draws it\n"
        "/numbers — the figures in context\n"
        "/ask why did it close? — the sentence that answers your question\n"
        "/find tax — where the article mentions it\n"
        "/source 3 — sentence 3 in context\n"
        "/export — the briefing as a file: PDF, Word, web page, notes …; /share — a link to it\n\n"
        "<b>In plain words</b>\n"
        "“shorter”, “more”, “who is Lavrov?”, “why did it close?”, or any words you want to find\n\n"
        "<b>Articles and settings</b>\n"
        "/articles — your articles; /use 2 opens number 2\n"
        "/chapters — the chapters of a book or a long report, each with a briefing of its own\n"
        "/published 2024-05-12 — corrects the day of publication\n"
        "/settings — length, language, previews\n"
        "/privacy — what I store; /forget deletes it"
    ).format(words=MINIMUM_WORDS)
    return Screen("\n\n".join(filter(None, (commands, name_shortcomings(wording)))))


def say_welcome(wording: Wording) -> Screen:
    """Answer thanks."""
    return Screen(wording.say("You’re welcome. Ask me something else, or send me another article."))


def decline_translation(wording: Wording) -> Screen:
    """Say that the bot does not translate, and what it offers instead."""
    return Screen(
        wording.say(
            "I cannot translate: every line I show is in the article’s own words. A short summary is the quickest "
            "to put through a translator: /short. You can choose the language I speak: /language"
        )
    )


def hint(wording: Wording, words: int = 0) -> Screen:
    """Say what to send instead of something that is not an article; `words` is the length of a text."""
    if words:
        return Screen(
            wording.count(
                "That is {n} word; a briefing needs at least 40.",
                "That is {n} words; a briefing needs at least 40.",
                words,
            )
            + "\n"
            + wording.say(
                "Send me a link, a file or a longer text, or tap a command: /short /keypoints /who /dates /help"
            )
        )
    return Screen(
        wording.say(
            "I read links, texts and files (PDF, Word, EPUB, HTML, text …). Send me one of these, or see /help."
        )
    )


def describe_commands(wording: Wording) -> tuple[tuple[str, str], ...]:
    """Return the commands of the menu with their descriptions."""
    return (
        ("summary", wording.say("A summary: short, long, 5 or 20%")),
        ("short", wording.say("A short briefing")),
        ("medium", wording.say("A medium briefing")),
        ("long", wording.say("A long briefing")),
        ("keypoints", wording.say("The main points")),
        ("oral", wording.say("Two minutes to read aloud")),
        ("who", wording.say("The people and what they say")),
        ("where", wording.say("The countries and cities")),
        ("quotes", wording.say("Who says what")),
        ("dates", wording.say("What happened when")),
        ("timeline", wording.say("The dates as a picture")),
        ("numbers", wording.say("The figures in context")),
        ("ask", wording.say("The sentence that answers a question")),
        ("find", wording.say("Where the article mentions something")),
        ("source", wording.say("A sentence in context")),
        ("export", wording.say("The briefing as a file")),
        ("share", wording.say("A link to the briefing")),
        ("chapters", wording.say("The chapters of a long work")),
        ("articles", wording.say("Your articles")),
        ("use", wording.say("Open an article by its number")),
        ("published", wording.say("Set the day of publication")),
        ("cancel", wording.say("Stop reading")),
        ("settings", wording.say("Length, language, previews")),
        ("language", wording.say("Choose the language I speak")),
        ("privacy", wording.say("What I store, and for how long")),
        ("forget", wording.say("Delete everything I store")),
        ("help", wording.say("Everything I can do")),
        ("start", wording.say("Start")),
    )


def describe_admin_commands(wording: Wording) -> tuple[tuple[str, str], ...]:
    """Return the additional commands in the admins' menu."""
    return (("status", wording.say("Bot status")),)


def describe_bot(wording: Wording) -> str:
    """Return the description shown in an empty chat."""
    return wording.say(
        "Send me an article, and I brief you on it in its own words: summaries at several lengths, key points, "
        "people and dates. Every line is a quote that you can check with one tap; nothing is invented."
    )


def describe_briefly(wording: Wording) -> str:
    """Return the short description shown on the bot's profile and in links to it."""
    return wording.say(
        "Briefings on articles in their own words. Every line is a quote that you can check with one tap."
    )
