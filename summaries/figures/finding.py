"""Numbers with their units, found by one pattern a language over the words around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from summaries.briefing import Figure
from summaries.languages import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summaries.article import Article, Sentence
    from summaries.briefing import FigureKind

ENGLISH = "en"
NUMBER = r"[-−]?\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|[-−]?\d{1,12}(?:[.,]\d{1,6})?"
RANGE = rf"(?:{NUMBER})(?:\s?(?:-|–|—|to|до)\s?(?:{NUMBER}))?"
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
DIGIT = re.compile(r"\d")
GAP = r"[\s\u00a0-]"


@dataclass(frozen=True, slots=True)
class _Language:
    """How a language writes figures."""

    pattern: re.Pattern[str]
    labels: frozenset[str]
    not_units: frozenset[str]
    between: frozenset[str]
    large: frozenset[str]
    """Numbers in words that count something worth a figure; “two” and “both” do not."""


def find_figures(
    article: Article, sentences: tuple[Sentence, ...], dates: Iterable[tuple[int, int]]
) -> tuple[Figure, ...]:
    """Return the figures of an article in its order: shares, sums of money, and numbers of something.

    `dates` are the spans of expressions of time, in which numbers are no figures. Numbers that count nothing, such as
    those of lists, articles and telephones, are left out.
    """
    language = _language(article.language)
    starts = [sentence.start for sentence in sentences]
    taken = sorted(dates)
    found: list[Figure] = []
    for start, stop, kind in _spans(article.text, language):
        index = bisect_right(starts, start) - 1
        if index < 0 or stop > sentences[index].stop or _overlaps(taken, start, stop):
            continue
        found.append(Figure(article.quote(start, stop), kind, sentences[index].index))
    return tuple(found)


def _overlaps(spans: list[tuple[int, int]], start: int, stop: int) -> bool:
    place = bisect_right(spans, (start, stop))
    return any(a < stop and start < b for a, b in spans[max(place - 1, 0) : place + 1])


def _spans(text: str, language: _Language) -> Iterator[tuple[int, int, FigureKind]]:
    for match in language.pattern.finditer(text):
        before = text[max(match.start() - 20, 0) : match.start()].split()
        if before and before[-1].casefold().rstrip(".") in language.labels:
            continue
        start, stop = match.span()
        if match["share"]:
            yield start, stop, "share"
        elif match["before"] or match["money"]:
            yield start, stop, "money"
        elif DIGIT.search(match.group()) or match["magnitude"] or match.group().casefold() in language.large:
            unit = _unit(text, stop, language)
            if unit:
                yield start, unit, "count"


def _unit(text: str, stop: int, language: _Language) -> int | None:
    """Return where the word ends that says what is counted: the first that is not of those that may stand between."""
    for _ in range(3):
        word = WORD.match(text, stop + 1) if text[stop : stop + 1] in {" ", "\u00a0", "-"} else None
        if word is None or word.group().casefold() in language.not_units - language.between:
            return None
        if word.group().casefold() not in language.between:
            return word.end()
        stop = word.end()
    return None


@cache
def _language(code: str) -> _Language:
    table = read_table(code, "figures") or read_table(ENGLISH, "figures")
    words = {name: [word.casefold() for word in entries] for name, entries in table.items()}
    word = rf"(?:{_any(words['words'])})(?={GAP})"
    number = rf"(?:{RANGE}|{word}(?:\s(?:to|or|до|или)\s{word})?)"
    pattern = (
        rf"(?<![\w.,/:#№-])(?P<before>(?:{_any(table['symbols'])})\s?)?{number}(?![:/]|[.,]\d)"
        rf"(?P<magnitude>{GAP}?(?:{_any(words['magnitudes'])})(?!\w))?"
        rf"(?:\s?(?P<share>{_any(words['shares'])})(?!\w)|{GAP}(?P<money>{_any(words['money'])})(?!\w))?"
    )
    return _Language(
        re.compile(pattern, re.IGNORECASE),
        frozenset(words["labels"]),
        frozenset(words["not_units"]),
        frozenset(words["between"]),
        frozenset(words["large"]),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
