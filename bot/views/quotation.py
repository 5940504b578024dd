"""A sentence as a message for others: the quote, who says it, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.views.screen import Button, Screen, Target, clip, escape, units
from summaries.ranking import names_missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.locales import Wording
    from summaries.article import Sentence
    from summaries.briefing import Briefing

COPIED = 256
"""Maximum length of what a Telegram button can copy, in UTF-16 code units; the Bot API says characters."""
TITLE = 300
MARKS = frozenset('“”„«»"「」『』')


def pass_on(briefing: Briefing, sentence: Sentence, wording: Wording) -> Button:
    """Return the button that copies a sentence as a message or, if that is too long, one that has it sent."""
    fitting = (text for text in _versions(briefing, sentence, wording) if units(text) <= COPIED)
    text = next(fitting, None)
    if text is not None:
        return Button(wording.say("Copy as a message"), copies=text)
    goal = Target("message", briefing.article.id, str(sentence.index + 1))
    return Button(wording.say("As a message to forward"), goal)


def show_message(briefing: Briefing, sentence: Sentence, wording: Wording) -> Screen:
    """Show the message by itself, ready to be forwarded or copied."""
    return Screen(escape(next(_versions(briefing, sentence, wording))))


def _versions(briefing: Briefing, sentence: Sentence, wording: Wording) -> Iterator[str]:
    """Yield versions of the message, fullest first: the source gets ever shorter, the quote never does."""
    article = briefing.article
    day = wording.date(article.published) if article.published and article.published_certain else None
    title = clip(article.title, TITLE) if article.title else None
    speaker = next((one.speaker for one in briefing.attributions if one.sentence == sentence.index), None)
    quote = _marked(briefing, sentence, speaker, wording)
    outlet: list[str | None] = [article.site, day]
    for source, address in (
        ([title, *outlet], article.url),
        (outlet, article.url),
        ([title, *outlet], None),
        (outlet if any(outlet) else [title], None),
    ):
        told = " · ".join(item for item in (speaker, *source) if item)
        yield "\n".join(line for line in (quote, f"— {told}" if told else "", address) if line)


def _marked(briefing: Briefing, sentence: Sentence, speaker: str | None, wording: Wording) -> str:
    """Return a sentence in quotation marks, unless it has its own, and who it refers to, in our brackets.

    The speaker, who is named below, is not among them.
    """
    text = " ".join(sentence.text.split())
    quote = text if MARKS & set(text) else wording.say("“{words}”").format(words=text)
    return quote + "".join(f" [{name}]" for name, _ in names_missing(briefing, sentence.index, (), but=speaker))
