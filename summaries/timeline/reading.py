"""Turns text into readings: which words could be a date, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from summaries.timeline.frames import Frame
from summaries.timeline.tokens import Token, tokenize
from summaries.timeline.vocabulary import (
    BREAK,
    CONDITIONAL,
    FUTURE,
    INFINITIVE,
    NAME,
    NO_WORD,
    PLAIN,
    PRETERITE,
    Entry,
    Sign,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

    from summaries.text.morphology import VerbForm
    from summaries.timeline.grammar import Grammar
    from summaries.timeline.numbers import Roles, Value
    from summaries.timeline.vocabulary import Vocabulary


MARGIN = 7
"""Maximum number of words in a date before or after those that express time."""


ABBREVIATION = (".",)
DAYS = frozenset({"weekday", "weekday_part", "month", "today", "year"})
INFLECTIONS = ("e", "en", "er", "es", "em")
"""Endings of German words before a noun."""
SHORT = frozenset({"short_form"})
"""*Sat.* in lower case: a verb at the end of a sentence."""
ROLES: Mapping[VerbForm | None, Roles] = {
    "past": PRETERITE,
    "future": FUTURE,
    "conditional": CONDITIONAL,
    "infinitive": INFINITIVE,
    None: PLAIN,
}
"""Roles of words that are not in the vocabulary."""


class Word(NamedTuple):
    """A word, number, sign or phrase with its meaning."""

    start: int
    stop: int
    sign: Sign


class Item(NamedTuple):
    """A word of a reading, with the role in which the pattern matched it and its offsets."""

    role: str
    value: Value
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Reading:
    """Words that match a rule: the name of the resolver, and the words by role. Offsets are in code points."""

    resolver: str
    items: tuple[Item, ...]
    start: int
    stop: int
    first: int
    last: int

    def get(self, role: str) -> Value | None:
        """Return the value of the first word in a role."""
        return next((item.value for item in self.items if item.role == role), None)

    def number(self, role: str) -> int | None:
        """Return the whole number of the first word in a role."""
        value = self.get(role)
        return None if value is None else int(value)

    def text(self, role: str) -> str | None:
        """Return the value of the first word in a role as text."""
        value = self.get(role)
        return None if value is None else str(value)


def read_words(text: str, vocabulary: Vocabulary) -> list[Word]:
    """Return the words of a text with their meaning; known phrases become one word."""
    tokens = list(tokenize(text))
    other, name, pause = (vocabulary.sign(roles) for roles in (NO_WORD, NAME, BREAK))
    words: list[Word] = []
    frame = Frame(words, vocabulary)
    place = 0
    while place < len(tokens):
        token = tokens[place]
        entry = _look_up(tokens, place, vocabulary)
        stop = token.stop
        if entry:
            sign = entry.capital if token.capital else entry.small
            if "resolved" in sign.roles and _is_attribute(words, vocabulary):
                sign = vocabulary.sign(PLAIN)
            if "today" in sign.roles and token.capital and words and words[-1].sign is name:
                sign = name
            stop = tokens[place + len(entry.rest)].stop
            place += len(entry.rest)
        elif token.kind == "number":
            sign = other if _is_code(tokens, place, vocabulary) else vocabulary.number(token.form)
        elif token.kind == "break":
            sign = pause
        elif token.kind == "word":
            sign = name if token.capital else _unknown(token.form, words, vocabulary)
        else:
            sign = other
        words.append(Word(token.start, stop, sign))
        frame.read(token)
        place += 1
    return words


def _unknown(form: str, before: Sequence[Word], vocabulary: Vocabulary) -> Sign:
    """Return the meaning of a word not in the vocabulary: at most the tense of its form."""
    verb = vocabulary.verbs.form_of(form)
    if vocabulary.verbs.frame and before and not DAYS.isdisjoint(before[-1].sign.roles):
        return vocabulary.sign(PRETERITE if _is_inflected_participle(form, vocabulary) else ROLES[verb])
    if verb == "past" and _is_attribute(before, vocabulary):
        verb = None
    return vocabulary.sign(ROLES[verb])


def _is_attribute(before: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Return whether the form of a verb that comes next modifies a noun: *the proposed closure*, *the agreed sum*."""
    return vocabulary.verbs.attributive and bool(before) and "article" in before[-1].sign.roles


def _is_inflected_participle(form: str, vocabulary: Vocabulary) -> bool:
    """Return whether a word is a participle that modifies a noun: *der am Montag veröffentlichte Bericht*."""
    return any(
        form.endswith(ending) and vocabulary.verbs.is_participle(form.removesuffix(ending)) for ending in INFLECTIONS
    )


def _look_up(tokens: Sequence[Token], place: int, vocabulary: Vocabulary) -> Entry | None:
    for entry in vocabulary.phrases.get(tokens[place].form, ()):
        rest = entry.rest
        if rest == ABBREVIATION and not tokens[place].capital and entry.small.roles.keys() <= SHORT:
            continue
        if not rest or tuple(token.form for token in tokens[place + 1 : place + 1 + len(rest)]) == rest:
            return entry
    return None


def _is_code(tokens: Sequence[Token], place: int, vocabulary: Vocabulary) -> bool:
    """Return whether a number is attached to letters unrelated to time: A320, COVID-19, 3D, a/2019/b."""
    token = tokens[place]
    if place and tokens[place - 1].stop == token.start:
        before = tokens[place - 1]
        if before.kind == "word" or before.form in "/@_&=":
            return True
        if before.form == "-" and place > 1 and tokens[place - 2].stop == before.start:
            far = tokens[place - 2]
            return far.kind == "word" and far.form not in vocabulary.phrases
    if place + 1 < len(tokens) and tokens[place + 1].start == token.stop:
        after = tokens[place + 1]
        return after.form in "/@_&=" or (after.kind == "word" and after.form not in vocabulary.phrases)
    return False


def find_readings(words: Sequence[Word], grammar: Grammar) -> list[Reading]:
    """Return the readings, in order: of overlapping ones the longest, then the one of the earliest rule."""
    codes, places = _near_time("".join([word.sign.code for word in words]), grammar)
    found = [
        (words[places[match.start()]].start - words[places[match.end() - 1]].stop, number, match.start(), match)
        for number, rule in enumerate(grammar.rules)
        for match in rule.regex.finditer(codes)
    ]
    found.sort(key=itemgetter(0, 1, 2))
    taken = bytearray(len(codes))
    readings = []
    for _, number, first, match in found:
        end = match.end()
        if taken.find(1, first, end) < 0:
            taken[first:end] = b"\1" * (end - first)
            rule = grammar.rules[number]
            items = tuple(_items(match, rule.roles, words, places))
            start, last = places[first], places[end - 1]
            readings.append(Reading(rule.resolver, items, words[start].start, words[last].stop, start, last))
    return sorted(readings, key=lambda reading: reading.start)


def _near_time(codes: str, grammar: Grammar) -> tuple[str, list[int]]:
    """Return the codes around words that express time, and the position of each in the text."""
    pause = grammar.vocabulary.sign(BREAK).code
    pieces: list[str] = []
    places: list[int] = []
    stop = 0
    for match in grammar.telling.finditer(codes):
        start = max(match.start() - MARGIN, stop)
        if start > stop:
            pieces.append(pause)
            places.append(stop)
        stop = max(min(match.end() + MARGIN, len(codes)), start)
        pieces.append(codes[start:stop])
        places.extend(range(start, stop))
    return "".join(pieces), places


def _items(match: re.Match[str], roles: Sequence[str], words: Sequence[Word], places: Sequence[int]) -> Iterator[Item]:
    for (place, _), role in sorted(zip(match.regs[1:], roles, strict=True)):
        if place >= 0:
            word = words[places[place]]
            yield Item(role, word.sign.roles[role], word.start, word.stop)
