"""The dates of an article, resolved and in order."""

from summaries.timeline.chronology import Event, find_events, is_ahead
from summaries.timeline.entries import find_dates
from summaries.timeline.expressions import find_expressions
from summaries.timeline.meaning import Expression
from summaries.timeline.tense import looks_back

__all__ = [
    "Event",
    "Expression",
    "find_dates",
    "find_events",
    "find_expressions",
    "is_ahead",
    "looks_back",
]
