"""When: the dates of an article, resolved and in order."""

from summaries.timeline.entries import find_dates, group_by_date
from summaries.timeline.expressions import find_expressions
from summaries.timeline.meaning import Expression

__all__ = ["Expression", "find_dates", "find_expressions", "group_by_date"]
