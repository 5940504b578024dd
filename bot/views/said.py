"""How a statement is shown: its words, who is named as its speaker where these do not show it, and its day if told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.views.marks import mark
from bot.views.parts import LINE, Block, quoted
from bot.views.screen import clip, escape
from summaries.briefing import Person
from summaries.languages.schema import People, load

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from bot.locales import Wording
    from summaries.article import Quote
    from summaries.briefing import Body, Briefing, Statement

BETWEEN = re.compile(r"[\s,]*(?:(?P<word>[^\W\d_]{1,4})\s+)?")
"""What may stand between a verb and its day, beside the speaker: a preposition."""
OPENING = re.compile(r"\s*(?:[^\W\d_]{1,4}\s+)?")
"""What may stand before a day that opens the sentence."""


def statement_block(briefing: Briefing, statement: Statement, speaker: Person | Body, wording: Wording) -> Block:
    """Return a statement with the sentences against which to check it."""
    cue = statement.cue
    named = statement.sentence if cue is None else sentence_at(briefing, cue.start)
    notes: list[str] = []
    if cue is not None and not statement.quote.start <= cue.start < min(statement.quote.stop, _shown_until(statement)):
        words = _words(briefing, cue, _names_in(briefing, speaker, named))
        notes.append(f"{escape(clip(words, LINE))} {mark(named)}" if named != statement.sentence else escape(words))
    day = day_of(briefing, statement, speaker)
    if day is not None:
        notes.append(escape(wording.date(day)))
    note = f"\n<i>{' · '.join(notes)}</i>" if notes else ""
    return Block(quoted(statement.quote, statement.sentence) + note, tuple(dict.fromkeys((statement.sentence, named))))


def _shown_until(statement: Statement) -> int:
    return statement.quote.start + LINE


def _words(briefing: Briefing, cue: Quote, names: Collection[Quote]) -> str:
    """Return the words from the speaker's name to the verb, in either order, as the article has them."""
    nearest = min(names, key=lambda name: abs(name.start - cue.start), default=cue)
    start, stop = min(cue.start, nearest.start), max(cue.stop, nearest.stop)
    return " ".join(briefing.article.text[start:stop].split())


def _names_in(briefing: Briefing, speaker: Person | Body, sentence: int) -> list[Quote]:
    """Return the words in a sentence that stand for a person."""
    if not isinstance(speaker, Person):
        return []
    linked = [one.quote for one in briefing.coreferences if one.person == speaker.name and one.sentence == sentence]
    return [one.quote for one in speaker.mentions if one.sentence == sentence] + linked


def day_of(briefing: Briefing, statement: Statement, speaker: Person | Body) -> dt.date | None:
    """Return the day of a statement, if a day stands beside its verb: *said on Monday*, *On Monday, Lund said*."""
    cue = statement.cue
    if cue is None:
        return None
    number = sentence_at(briefing, cue.start)
    names = [name.text for name in _names_in(briefing, speaker, number)]
    joins = load(People, briefing.article.language).clause_words
    opens = briefing.sentences[number].start
    text = briefing.article.text
    for entry in briefing.dates:
        day = entry.date.first_day
        if entry.sentence != number or day is None or day != entry.date.last_day or entry.contradicts:
            continue
        if entry.quote.start >= cue.stop:
            between = BETWEEN.fullmatch(_without(text[cue.stop : entry.quote.start], names))
            if between is not None and (between["word"] or "").lower() not in joins:
                return day
        elif OPENING.fullmatch(text, opens, entry.quote.start) and not _without(
            text[entry.quote.stop : cue.start], names
        ).strip(" ,"):
            return day
    return None


def _without(words: str, names: Collection[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        words = words.replace(name, "", 1)
    return words


def sentence_at(briefing: Briefing, offset: int) -> int:
    """Return the index of the sentence that has an offset."""
    return next((s.index for s in briefing.sentences if s.start <= offset < s.stop), 0)
