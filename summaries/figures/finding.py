"""Finds numbers and what they count, by language-specific patterns over the surrounding words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from summaries.briefing import Figure
from summaries.figures.naming import THOUSANDS, is_named
from summaries.languages.schema import Figures, load
from summaries.text.words import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summaries.briefing import FigureKind
    from summaries.document import Document

ENGLISH = "en"
NUMBER = r"[-−]?\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2}(?!\d))?|[-−]?\d{1,12}(?:[.,]\d{1,6})?"
RANGE = rf"(?:{NUMBER})(?:\s?(?:-|–|—|to|до|bis|à|a)\s?(?:{NUMBER}))?"
DIGIT = re.compile(r"\d")
GAP = r"[\s\u00a0-]"
AROUND = 60
"""Characters before a number that are searched for a word of weight or totals."""
NOUN_PHRASE = 4
"""Words after a number that are searched for its unit."""
SUFFIX = 2
"""Maximum length of an ordinal's ending, in letters: *63-я*."""
FEWEST = 1000
"""Minimum for a number that counts something by a total or verb alone, except with a verb such as *killed*."""


@dataclass(frozen=True, slots=True)
class _Language:
    """How a language writes figures."""

    words: Figures
    pattern: re.Pattern[str]
    counted: re.Pattern[str]
    """Matches, at the end of the words before a number, a verb that says what it counts."""
    total: re.Pattern[str]
    """Matches a noun there that does."""
    aged: re.Pattern[str]
    """Matches, after a number, what makes it an age."""


def find_figures(document: Document, dates: Iterable[tuple[int, int]]) -> tuple[Figure, ...]:
    """Return the figures of a document in text order: shares, sums of money, and counts.

    `dates` are the spans of time expressions, whose numbers are not figures. Numbers that count nothing, such as those
    of lists, articles, models, ages and telephones, are left out.
    """
    article = document.article
    language = _language(article.language)
    taken = _Spans(sorted(dates))
    found: list[Figure] = []
    for start, stop, kind in _spans(article.text, language):
        index = document.sentence_at(start)
        sentence = document.sentences[index] if document.sentences else None
        if sentence and sentence.start <= start and stop <= sentence.stop and not taken.overlap(start, stop):
            found.append(Figure(article.quote(start, stop), kind, sentence.index))
    return tuple(found)


class _Spans:
    """Sorted spans, traversed once by spans in order."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = spans
        self._place = 0

    def overlap(self, start: int, stop: int) -> bool:
        while self._place < len(self._spans) and self._spans[self._place][1] <= start:
            self._place += 1
        return self._place < len(self._spans) and self._spans[self._place][0] < stop


def _spans(text: str, language: _Language) -> Iterator[tuple[int, int, FigureKind]]:
    words = language.words
    for match in language.pattern.finditer(text):
        start, stop = match.span()
        before = text[max(start - AROUND, 0) : start]
        if is_named(before, match[0], words):
            continue
        if match["share"]:
            yield start, stop, "share"
        elif match["before"] or match["money"]:
            yield start, stop, "count" if _is_weight(match, before, words) else "money"
        elif DIGIT.search(match[0]) or match["magnitude"] or match[0].casefold() in words.large:
            if language.aged.match(text, stop):
                continue
            unit = _unit(text, stop, words)
            if unit:
                yield start, unit, "count"
            elif _is_counted(match[0], before, language):
                yield start, stop, "count"


def _is_weight(match: re.Match[str], before: str, words: Figures) -> bool:
    """Return whether pounds are a weight."""
    if match["before"] or (match["money"] or "").casefold() not in words.weights:
        return False
    around = {word.casefold() for word in LETTERS.findall(before + " " + match.string[match.end() : match.end() + 25])}
    return not words.of_weight.isdisjoint(around)


def _is_counted(number: str, before: str, language: _Language) -> bool:
    """Return whether a verb or a noun before a number says what it counts: *killed 1,200*, *attendance was 61,946*."""
    if language.counted.search(before):
        return True
    return _size(number) >= FEWEST and bool(language.total.search(before)) and bool(THOUSANDS.search(number))


def _size(number: str) -> int:
    digits = re.sub(r"\D", "", number)
    return int(digits) if digits else FEWEST


def _unit(text: str, stop: int, words: Figures) -> int | None:
    """Return the end of the word that says what is counted; ``None`` if there is none."""
    end: int | None = None
    for _ in range(NOUN_PHRASE):
        gap = text[stop : stop + 1]
        word = LETTERS.match(text, stop + 1) if gap in {" ", "\u00a0", "-"} else None
        if word is None:
            break
        form = word[0].casefold()
        if form in words.not_units - words.between:
            break
        stop = word.end()
        if gap == "-" and len(form) <= SUFFIX:
            return None
        if _is_noun(word[0], words):
            return stop if gap == "-" else _whole_compound(text, stop, form, words)
        end = stop if form not in words.between and not words.adjectives else end
    return end


def _whole_compound(text: str, stop: int, form: str, words: Figures) -> int:
    """Return the end of a compound that begins with a singular noun: *52 tornado warnings*."""
    if not words.compounds or _is_plural(form):
        return stop
    following = LETTERS.match(text, stop + 1) if text[stop : stop + 1] == " " else None
    if following is None or following[0].casefold() in words.not_units or not _is_plural(following[0]):
        return stop
    return following.end()


def _is_plural(form: str) -> bool:
    return form.islower() and form.endswith("s") and not form.endswith(("ous", "ss"))


def _is_noun(word: str, words: Figures) -> bool:
    """Return whether a word after a number is what it counts, not an adjective or name before that."""
    form = word.casefold()
    if form in words.between:
        return False
    if words.nouns_in_capitals:
        return word[0].isupper()
    if word[0].isupper():
        return False
    return form in words.nouns or _is_plural(form) or not form.endswith(words.adjectives)


@cache
def _language(code: str) -> _Language:
    table = load(Figures, code)
    if not table.words:
        table = load(Figures, ENGLISH)
    word = rf"(?:{_any(table.words)})(?={GAP})"
    number = rf"(?:{RANGE}|{word}(?:\s(?:to|or|до|или|bis|oder|à|ou|a|o)\s{word})?)"
    pattern = (
        rf"(?<![\w.,/:#№-])(?P<before>(?:{_any(table.symbols)})\s?)?{number}(?![:/]|[.,]\d)"
        rf"(?P<magnitude>{GAP}?(?:{_any(table.magnitudes)})(?!\w))?"
        rf"(?:\s?(?P<share>{_any(table.shares)})(?!\w)|{GAP}(?P<money>{_any(table.money)})(?!\w))?"
    )
    about = rf"(?:\s(?:{_any(table.about)}))?\s$"
    return _Language(
        table,
        re.compile(pattern, re.IGNORECASE),
        re.compile(rf"\b(?:{_any(table.counted_by)}){about}", re.IGNORECASE),
        re.compile(rf"\b(?:{_any(table.totals)})\b[^.;]*?(?:\s(?:{_any(table.linking)})){about}", re.IGNORECASE),
        re.compile(rf"{GAP}(?:{_any(table.aged)})(?!\w)", re.IGNORECASE),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
