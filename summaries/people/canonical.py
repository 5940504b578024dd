"""What a person is called: the most complete form of the name in its base form, and the sex that it shows."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from summaries.languages.schema import People, load
from summaries.text import morphology
from summaries.text.lexicon import load_lexicon
from summaries.text.morphology import INFLECTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.text.morphology import Sex

TITLE = re.compile(r"(\w+)\.?\s+$")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
ORDER = ("nomn", "gent", "datv", "ablt", "loct", "accs")
"""The cases of Russian names, those first that are likelier where a form may be of several."""
SURE = 3
"""So many times a name counts whose first name stands in the nominative beyond doubt."""


def sex_of(text: str, start: int, name: Sequence[str], language: str) -> Sex | None:
    """Return the sex that the title before a name or the first name in it shows."""
    title = TITLE.search(text[max(0, start - 12) : start])
    known = load(People, language).sexes.get(title[1].lower()) if title else None
    if known in {"m", "f"}:
        return "m" if known == "m" else "f"
    if len(name) < 2:
        return None
    if language in INFLECTED:
        return next(filter(None, (morphology.sex(word) for word in name)), None)
    first = name[0].lower()
    male, female = first in load_lexicon("male"), first in load_lexicon("female")
    return None if male == female else "m" if male else "f"


def choose_name(names: Sequence[str], sex: Sex | None, language: str) -> str:
    """Return the most complete of the names of a person, in the nominative where the language declines names."""
    most = max(_completeness(name) for name in names)
    longest = [name for name in names if _completeness(name) == most]
    mixed = [name for name in longest if not name.isupper() and not name.islower()] or [_settle(n) for n in longest]
    if language not in INFLECTED:
        return mixed[0]
    votes: Counter[str] = Counter()
    for name in mixed:
        form, sure = _decline(name, sex)
        votes[form] += SURE if sure else 1
    if most[0] == 1:
        votes += Counter(name for name in names if name in votes)
    return max(votes, key=lambda form: votes[form])


def _completeness(name: str) -> tuple[int, int]:
    words = WORD.findall(name)
    return len(words), sum(len(word) > 1 for word in words)


def _settle(name: str) -> str:
    """Return a name in capitals as it is written elsewhere; initials stay."""
    return WORD.sub(lambda match: match[0].capitalize() if len(match[0]) > 1 else match[0], name)


def _decline(name: str, sex: Sex | None) -> tuple[str, bool]:
    words = WORD.findall(name)
    given = [morphology.cases(word) for word in words if morphology.is_given(word)]
    known = [found for found in map(morphology.cases, words) if found]
    shared = frozenset.intersection(*(given or known)) if known else frozenset()
    both = shared.intersection(*known) or shared
    case = next((case for case in ORDER if case in both), None)
    sure = bool(given) and shared == {"nomn"}
    if sure or case is None or (len(words) == 1 and not morphology.is_known(name)):
        return name, sure
    return WORD.sub(lambda match: morphology.nominative(match[0], case, sex), name), sure
