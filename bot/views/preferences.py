"""A chat's preferences, and what is stored about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.locales import language_name, languages
from bot.views.parts import length_names
from bot.views.screen import Button, Screen, Target, in_rows

if TYPE_CHECKING:
    from bot.library import Choices
    from bot.locales import Wording

USUAL = "short"
LANGUAGES_IN_ROW = 3


def show_choices(choices: Choices, wording: Wording) -> Screen:
    """Show the preferences as buttons; the current choice is stated and marked."""
    names = length_names(wording)
    length = choices.length or USUAL
    shown = wording.say("shown") if choices.previews else wording.say("not shown")
    text = wording.say(
        "<b>Your settings</b>\n"
        "Default length of a briefing: {length}\n"
        "My language: {language}\n"
        "Web page previews: {previews}"
    ).format(length=names.get(length, length), language=language_name(wording.language), previews=shown)
    return Screen(
        text,
        (
            tuple(_choice(label, "length", name, chosen=name == length) for name, label in names.items()),
            *in_rows(
                [
                    _choice(language_name(code), "language", code, chosen=code == wording.language)
                    for code in languages()
                ],
                LANGUAGES_IN_ROW,
            ),
            (
                _choice(wording.say("Show previews"), "previews", "yes", chosen=bool(choices.previews)),
                _choice(wording.say("No previews"), "previews", "no", chosen=not choices.previews),
            ),
        ),
    )


def show_languages(current: str, wording: Wording) -> Screen:
    """Show the bot's languages as buttons; the current one is marked."""
    buttons = [_choice(language_name(code), "speak", code, chosen=code == current) for code in languages()]
    return Screen(wording.say("Which language should I speak?"), in_rows(buttons, LANGUAGES_IN_ROW))


def _choice(label: str, view: str, value: str, *, chosen: bool) -> Button:
    return Button(f"• {label} •" if chosen else label, Target(view, argument=value))


def explain_privacy(chat: int, days: int, wording: Wording) -> Screen:
    """Say what is stored about a chat, for how long, and how to have it deleted."""
    kept = wording.count(
        "Articles you send are deleted after {n} day.",
        "Articles you send are deleted after {n} days.",
        days,
    )
    return Screen(
        wording.say(
            "<b>What I store</b>\n"
            "· the articles you send me and their briefings, for this chat only: no other chat can see them unless "
            "you share a link to one\n"
            "· this chat’s id, {chat}, and the length, language and preview setting you chose\n"
            "· for two days, how many articles I read for you each day; /forget does not reset that count\n"
            "· for a day, your last question, so that I understand a follow-up such as “and why?”\n"
            "Your messages are kept for a day, so that none is lost or answered twice, and for a week if I failed "
            "to answer one. Nothing is passed on to any other service."
        ).format(chat=chat)
        + f"\n\n{kept}\n"
        + wording.say(
            "/forget deletes everything else in this chat at once; /articles removes single articles, which are "
            "deleted a day later."
        )
    )


def ask_to_forget(articles: int, wording: Wording) -> Screen:
    """Ask for confirmation before everything about a chat is deleted."""
    question = wording.count(
        "This deletes {n} article in this chat, its briefing and your settings. It cannot be undone.",
        "This deletes {n} articles in this chat, their briefings and your settings. It cannot be undone.",
        articles,
    )
    yes = Button(wording.say("Delete everything"), Target("forget", argument="yes"))
    return Screen(question, ((yes, Button(wording.say("Cancel"), Target("forget", argument="no"))),))


def say_forgotten(wording: Wording) -> Screen:
    """Say that everything about a chat has been deleted."""
    return Screen(wording.say("Everything stored for this chat has been deleted. Send me an article, or /start."))


def say_kept(wording: Wording) -> Screen:
    """Say that nothing has been deleted."""
    return Screen(wording.say("Nothing is deleted."))
