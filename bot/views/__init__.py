"""Turns briefings into messages: pure functions, entered through `render` alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import StaleButton
from bot.views.chapter_list import show_chapters
from bot.views.dates import show_dates
from bot.views.figures import show_figures
from bot.views.find import show_found
from bot.views.people import show_people, show_statements
from bot.views.places import show_places
from bot.views.reading_aloud import show_oral
from bot.views.source import show_source
from bot.views.summary import show_key_points, show_summary
from summaries.briefing import quotes_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.locales import Wording
    from bot.views.screen import Screen, Target
    from summaries.briefing import Briefing

VIEWS: Mapping[str, Callable[[Briefing, Target, Wording], Screen]] = {
    "summary": show_summary,
    "points": show_key_points,
    "oral": show_oral,
    "chapters": show_chapters,
    "who": show_people,
    "dates": show_dates,
    "source": show_source,
    "quotes": show_statements,
    "where": show_places,
    "numbers": show_figures,
    "find": show_found,
}
"""The views of an article, by the name used in targets."""


def render(briefing: Briefing, target: Target, wording: Wording) -> Screen:
    """Return the screen for a target. Raises `BriefingError` if it asks for something that is not there.

    Raises `Misquoted` if a line of the briefing is not in the article verbatim.
    """
    view = VIEWS.get(target.view)
    if view is None:
        raise StaleButton
    refuse_inventions(briefing)
    return view(briefing, target, wording)


def refuse_inventions(briefing: Briefing) -> None:
    """Raise `Misquoted` if a line of a briefing is not a slice of its article; then none of it is shown."""
    text = briefing.article.text
    for quote in quotes_in(briefing):
        if text[quote.start : quote.stop] != quote.text:
            raise Misquoted(f"{quote.start}:{quote.stop} is not what the article {briefing.article.id} says there")


class Misquoted(Exception):
    """A line differs from the article. It is never the reader's fault, hence not a `BriefingError`."""
