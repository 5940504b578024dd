"""Finds gazetteer names in a text, and how certain it is that they refer to places there."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.places.gazetteer import Entry, Gazetteer

WORD = re.compile(r"(?:[^\W\d_]{1,2}\.){2,}|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
POSSESSIVE = re.compile(r"['’]s?$")
ELISION = re.compile(r"(?:[dlDL]|[Qq]u|[Dd]?[Aa]ll|[Dd]ell|[Nn]ell|[Ss]ull)['’](?=[A-ZÀ-ÖØ-Þ])")
"""What French and Italian write before a vowel: *d'Italie*, *dall'Italia*."""
DATELINE = re.compile(r"(?:, [^\W\d_]+\.?(?: \w+){0,2})? (?:\([^()\n]{2,30}\) )?[-–—] ")
LARGE = 300_000
HUGE = 1_000_000
"""Population from which a city is recognised by its name alone; from `LARGE`, after a word such as *from*."""
ABBREVIATION = 3
"""Names up to this length are recognised only in capitals: *US*, not *us*."""


class Word(NamedTuple):
    """A word of the text without its possessive ending; offsets are half open."""

    start: int
    stop: int
    lower: str
    capital: bool
    shouted: bool


class Spot(NamedTuple):
    """A name of the gazetteer in the text."""

    start: int
    stop: int
    form: str
    entries: tuple[Entry, ...]
    sure: bool
    """Whether the context says that it is a place."""
    opens: bool
    """Whether it opens a sentence, where ordinary words are capitalised too."""
    within: str | None
    """The form of the place that follows after a comma: *Birmingham, Alabama*."""
    dateline: bool
    """Whether it says where the report was written, not where the story is set."""


def find_spots(text: str, gazetteer: Gazetteer, taken: Sequence[tuple[int, int]]) -> Iterator[Spot]:
    """Yield the place names in a text in order, the longest at each offset; `taken` spans are skipped."""
    words = list(_read_words(text))
    starts = [start for start, _ in taken]
    people = frozenset(starts)
    i = 0
    while i < len(words):
        length = _longest(words, i, text, gazetteer)
        if not length:
            i += 1
            continue
        first, last = words[i], words[i + length - 1]
        near = bisect_right(starts, first.start) - 1
        free = near < 0 or taken[near][1] <= first.start
        form = _form(words, i, length)
        entries = gazetteer.entries.get(form, ())
        country = any(entry.kind == "country" for entry in entries)
        loose = gazetteer.nouns_in_capitals and (country or _is_led_to(words, i, text, gazetteer))
        longer = _in_longer_name(words, i, length, text, people) and not loose
        if free and entries and not longer:
            within = _within(words, i + length, text, gazetteer)
            sure, opens = _is_sure(words, i, text, gazetteer, entries), _opens(words, i, text)
            dateline = _is_dateline(words, i, text)
            yield Spot(first.start, last.stop, form, entries, sure, opens, within, dateline)
        i += length


def _read_words(text: str) -> Iterator[Word]:
    for match in WORD.finditer(text):
        word = match[0]
        elided = ELISION.match(word)
        begin = elided.end() if elided else 0
        ending = POSSESSIVE.search(word)
        bare = word[begin : ending.start()] if ending and ending.start() else word[begin:]
        start = match.start() + begin
        yield Word(start, start + len(bare), bare.lower(), bare[0].isupper(), bare.isupper())


def _form(words: Sequence[Word], i: int, length: int) -> str:
    return " ".join(word.lower for word in words[i : i + length])


def _longest(words: Sequence[Word], i: int, text: str, gazetteer: Gazetteer) -> int:
    """Return the number of words in the longest name that starts at a word, 0 for none."""
    if not words[i].capital or (len(words[i].lower) <= ABBREVIATION and not words[i].shouted and "." in words[i].lower):
        return 0
    for length in range(min(gazetteer.longest, len(words) - i), 0, -1):
        joined = all(_adjoin(words[n], words[n + 1], text) for n in range(i, i + length - 1))
        form = _form(words, i, length) if joined else ""
        if form in gazetteer.never or (form in gazetteer.entries and _written(words[i], form)):
            return length
    return 0


def _written(word: Word, form: str) -> bool:
    return len(form) > ABBREVIATION or word.shouted


def _adjoin(word: Word, following: Word, text: str) -> bool:
    return following.start - word.stop == 1 and text[word.stop] in " \u00a0"


def _is_led_to(words: Sequence[Word], i: int, text: str, gazetteer: Gazetteer) -> bool:
    """Return whether a word follows a preposition of place."""
    before = words[i - 1].lower if i and _adjoin(words[i - 1], words[i], text) else ""
    return before in gazetteer.before or before in gazetteer.perhaps_before


def _in_longer_name(words: Sequence[Word], i: int, length: int, text: str, people: frozenset[int]) -> bool:
    """Return whether a name is part of a longer capitalised one: *Manchester United*, *Port Stanley*.

    Roles before it do not belong to it, nor do the names of people that follow: *in Russia Vladimir Semashko*.
    """
    after = i + length
    if "." in words[i].lower:
        return False
    if after < len(words) and words[after].capital and _adjoin(words[after - 1], words[after], text):
        return words[after].start not in people
    return i > 1 and words[i - 1].capital and _adjoin(words[i - 1], words[i], text) and not _opens(words, i - 1, text)


def _opens(words: Sequence[Word], i: int, text: str) -> bool:
    """Return whether a word opens a sentence or a line."""
    gap = text[words[i - 1].stop : words[i].start] if i else "\n"
    return any(mark in gap for mark in '.!?\n:“«"—')


def _is_sure(words: Sequence[Word], i: int, text: str, gazetteer: Gazetteer, entries: Sequence[Entry]) -> bool:
    before = words[i - 1].lower if i and _adjoin(words[i - 1], words[i], text) else ""
    size = max(entry.population for entry in entries)
    if any(entry.kind != "city" for entry in entries) or before in gazetteer.before or _is_dateline(words, i, text):
        return True
    if size >= LARGE and before in gazetteer.perhaps_before:
        return True
    return size >= HUGE


def _is_dateline(words: Sequence[Word], i: int, text: str) -> bool:
    """Return whether a word opens a line as agencies do: *JERUSALEM (Reuters) -*, *KYIV, Ukraine —*."""
    opens = not i or "\n" in text[words[i - 1].stop : words[i].start]
    return opens and bool(DATELINE.match(text, words[i].stop))


def _within(words: Sequence[Word], i: int, text: str, gazetteer: Gazetteer) -> str | None:
    if i >= len(words) or text[words[i - 1].stop : words[i].start] != ", ":
        return None
    length = _longest(words, i, text, gazetteer)
    form = _form(words, i, length) if length else ""
    return form if form in gazetteer.entries else None
