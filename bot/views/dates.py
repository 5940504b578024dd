"""The timeline: what happened, or will happen, when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import DatesNotTold, DayUnknown, NoSuchDate, NothingAhead
from bot.views.marks import mark
from bot.views.parts import LINE, Block, heading, lay_out, title_line
from bot.views.periods import name_period
from bot.views.publication import ask_for_day
from bot.views.screen import Button, Target, clip, escape
from summaries.ask.dates_asked import dates_about, dates_at, dates_in_month, month_asked, time_asked
from summaries.languages.schema import abilities
from summaries.timeline import find_events, is_ahead

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.locales import Wording
    from bot.views.screen import Rows, Screen
    from summaries.briefing import Briefing, TimelineEntry
    from summaries.timeline import Event


def show_dates(briefing: Briefing, target: Target, wording: Wording) -> Screen:
    """Show the dates in order, with a line between the past and what was still to come.

    The argument may name a time, the future or the past, or an event. Raises `NoSuchDate`,
    `NothingAhead`, and `DayUnknown` if the future is asked for and the day of publication is unknown.
    """
    article = briefing.article
    doubted = article.published is not None and not article.published_certain
    title = heading(article, wording) if doubted else title_line(article)
    head = f"{title}\n<i>{wording.say('Dates in order')}</i>"
    try:
        require_dates(briefing, wording)
    except DatesNotTold as untold:
        note = wording.say(untold.template).format(**untold.details)
        return lay_out(target.fitting(), head, [Block(note)], wording)
    entries = _asked_for(briefing, target.argument, wording)
    if note := note_contradiction(briefing, wording):
        head = f"{head}\n<i>{escape(note)}</i>"
    blocks = list(_blocks(briefing, entries, wording)) or [Block(wording.say("The article gives no dates."))]
    extra = (*ask_for_day(briefing, wording), *_as_files(briefing, target, wording))
    return lay_out(target.fitting(), head, blocks, wording, extra=extra)


def require_dates(briefing: Briefing, wording: Wording) -> None:
    """Raise `DatesNotTold` for an article in a language without date recognition."""
    language = briefing.article.language
    if "dates" not in abilities(language):
        raise DatesNotTold(language=wording.language_of(language))


def note_contradiction(briefing: Briefing, wording: Wording) -> str:
    """Return a note if the text contradicts the stated day of publication, else an empty string."""
    published = briefing.article.published
    entry = next((entry for entry in briefing.dates if entry.contradicts), None)
    if entry is None or published is None:
        return ""
    note = wording.say("“{words}” does not fit the stated day of publication, {day}, so other dates may be wrong.")
    return note.format(words=" ".join(entry.quote.text.split()), day=wording.date(published))


def _as_files(briefing: Briefing, target: Target, wording: Wording) -> Rows:
    """Return the buttons that send the dates as a picture and, if any event lies ahead, as a calendar file."""
    if not find_events(briefing, briefing.dates):
        return ()
    picture = Button(wording.say("As a picture"), Target("timeline", target.article))
    calendar = Button(wording.say("For my calendar"), Target("export", target.article, "ics"))
    planned = any(entry.planned for entry in briefing.dates)
    return ((picture, calendar) if planned else (picture,),)


def _asked_for(briefing: Briefing, wanted: str, wording: Wording) -> Sequence[TimelineEntry]:
    if not wanted:
        return briefing.dates
    published = briefing.article.published
    if wanted.casefold() in {"future", "futur", wording.say("future")}:
        ahead = [entry for entry in briefing.dates if is_ahead(entry.date, published)]
        if not ahead:
            raise NothingAhead if published else DayUnknown
        return ahead
    if wanted.casefold() in {"past", wording.say("past")}:
        return [entry for entry in briefing.dates if not is_ahead(entry.date, published)]
    spoken = (wording.language, briefing.article.language)
    if month := month_asked(wanted, spoken):
        time, chosen = None, dates_in_month(briefing, month)
    else:
        time = time_asked(briefing, wanted, spoken)
        chosen = dates_at(briefing, time) if time else dates_about(briefing, wanted)
    if not chosen:
        raise NoSuchDate(wanted=(time and name_period(time, wording)) or clip(wanted, 60))
    return chosen


def _blocks(briefing: Briefing, entries: Sequence[TimelineEntry], wording: Wording) -> Iterator[Block]:
    ahead = False
    for event in find_events(briefing, entries):
        if event.ahead and not ahead:
            ahead = True
            yield Block(f"— {name_publication(briefing, wording)} —")
        lines = "\n".join(_line(briefing, places) for places in event.places)
        shown = tuple(index for places in event.places for index in places)
        yield Block(f"<b>{escape(label_event(event, wording))}</b>\n{lines}", shown)


def name_publication(briefing: Briefing, wording: Wording) -> str:
    """Return the line between past and future; empty if the day of publication is unknown."""
    published = briefing.article.published
    if published is None:
        return ""
    return wording.say("After the article was published ({day})").format(day=wording.date(published))


def label_event(event: Event, wording: Wording) -> str:
    """Return an event's dates in the reader's language; one without a calendar position in the words of the text."""
    words = {entry.date: " ".join(entry.quote.text.split()) for entry in reversed(event.entries)}
    label = " · ".join(name_period(date, wording) or words[date] for date in event.dates)
    return label[:1].upper() + label[1:]


def _line(briefing: Briefing, places: Sequence[int]) -> str:
    """Return a sentence, with the numbers of all sentences that tell the same."""
    numbers = " ".join(map(mark, places))
    return f"{escape(clip(briefing.sentences[places[0]].text, LINE))} {numbers}"
