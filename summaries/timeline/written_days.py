"""Days on which something was written, which are no events: *the letter of 3 May*, *das Schreiben vom 3. Mai*."""

from __future__ import annotations

from itertools import dropwhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.timeline.reading import Reading, Word

SINGLE = frozenset({"calendar", "weekday", "today"})
"""Rules whose words name one day."""
SIGHT = 4
"""Words before a day in which a letter, or another document, is looked for."""
WITH_VERB = 2
BETWEEN = frozenset({"of", "from", "preposition", "article"})
"""Words between a letter and its day."""


def names_written_day(reading: Reading, words: Sequence[Word]) -> bool:
    """Return whether a day is the one on which a document was written."""
    if reading.resolver not in SINGLE:
        return False
    before = [word.sign.roles.keys() for word in reversed(words[max(0, reading.first - SIGHT) : reading.first])]
    if before and "dating" in before[0]:
        return len(before) < WITH_VERB or "ahead" not in before[1]
    nouns = dropwhile(lambda roles: not BETWEEN.isdisjoint(roles) and "document" not in roles, before)
    return "document" in next(nouns, ())
