"""Finds where a long sentence can be cut without changing its meaning: before an addition that restricts nothing."""

from __future__ import annotations

import re
from functools import cache

from summaries.article import count_words
from summaries.languages.schema import Clauses, load
from summaries.ranking.openings import leaves_open
from summaries.text import find_words

SHORTEST_KEPT, SHORTEST_CUT = 10, 6
"""Minimum numbers of words that are kept and left out; less is not worth a cut."""
LONGEST = 200
"""Maximum length in words; anything longer is a list or not a sentence, and too costly to search."""
RETURN = re.compile(r"[,—–:«»“”\"]")
"""Marks that may lead back to the sentence, or to its speaker."""
NOTHING = r"(?!)"


def find_cut(sentence: str, language: str, at_most: int) -> int | None:
    """Return where a sentence of more than `at_most` words may be cut, as an offset into it, or ``None``.

    The borders and the words that forbid a cut are those of ``clauses.toml`` of the language: nothing is left out that
    negates, restricts or sets a condition, no condition is kept without its consequence, no quotation or bracket is
    split, and what is left out is a single clause up to the end, not one after which the sentence continues. The cut is
    at the last border that leaves at most `at_most` words, or else at the first border.
    """
    clauses = load(Clauses, language)
    if not at_most < count_words(sentence) <= LONGEST or sentence.rstrip().endswith("?"):
        return None
    if clauses.conditions.intersection(find_words(sentence[:40])[:1]):
        return None
    cuts = [
        found.start()
        for found in _borders(language).finditer(sentence)
        if _is_safe(sentence[: found.start()], sentence[found.start() :], clauses.unsafe)
    ]
    short_enough = [cut for cut in cuts if count_words(sentence[:cut]) <= at_most]
    return max(short_enough) if short_enough else min(cuts, default=None)


def _is_safe(kept: str, left_out: str, unsafe: frozenset[str]) -> bool:
    return (
        count_words(kept) >= SHORTEST_KEPT
        and count_words(left_out) >= SHORTEST_CUT
        and kept.count("(") == kept.count(")")
        and kept.count('"') % 2 == 0
        and not leaves_open(kept)
        and not RETURN.search(left_out, 2)
        and not unsafe.intersection(find_words(left_out.replace("’", "'").replace("'", " ")))
    )


@cache
def _borders(language: str) -> re.Pattern[str]:
    borders = load(Clauses, language).borders
    return re.compile("|".join(re.escape(one) + (r"\b" if one[-1].isalpha() else "") for one in borders) or NOTHING)
