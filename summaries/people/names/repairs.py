"""Repairs spans: cuts off what is not part of a name, and splits compounds of two people."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from summaries.languages import read_list
from summaries.languages.schema import People, load
from summaries.people.names.rules import HYPHENS, INNER_PARTICLES, is_both, is_pair
from summaries.text.lexicon import SYLLABLE, load_lexicon, territory_words
from summaries.text.words import stop_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from summaries.people.names.rules import Span
    from summaries.text.tokens import Token


FULL = 2
"""Minimum length of a full name in words."""
RUN = 3
"""Maximum number of capitalised words between a name and the word that makes it the name of a body."""


def repair(tokens: Sequence[Token], span: Span, language: str, double: Collection[str]) -> Iterator[Span]:
    """Yield the repaired parts of a span of tokens; `double` are the hyphenated surnames in the document."""
    start, stop = _cut_left(tokens, span, language)
    stop = _cut_right(tokens, (start, stop), language)
    if start < stop:
        stop = _with_suffix(tokens, _with_hyphen(tokens, start, stop, language), language)
    hyphen = next((i for i in range(start + 1, stop - 1) if tokens[i].text in {"-", "–"}), None)
    if hyphen is not None and _two_people(tokens, start, hyphen, stop, double):
        yield start, hyphen
        yield hyphen + 1, stop
    elif start < stop:
        yield start, stop


def is_other(tokens: Sequence[Token], span: Span, language: str, known: Collection[str]) -> bool:
    """Return whether a span is a place or part of the name of a body: *North Korea*, *Stanley Cup*, *the Kremlin*.

    `known` are the surnames of full names in the document: *Trump* is a person in *the Trump Justice Department*.
    """
    start, stop = span
    if "&" in {tokens[i].text for i in (start - 1, stop) if 0 <= i < len(tokens)}:
        return True
    bodies = load(People, language).organisations
    if tokens[stop - 1].text.lower() in bodies and stop - start > 1:
        return not is_both(tokens, stop - 2, "common")
    far = RUN if tokens[stop - 1].text.lower() not in known else 1
    if _leads_to(tokens, stop, far, bodies) or _is_place(tokens, span, language):
        return True
    after_article = start and tokens[start - 1].text.lower() in load(People, language).articles
    compound = stop < len(tokens) and tokens[stop].text in HYPHENS
    return bool(stop - start == 1 and after_article and not compound)


def _leads_to(tokens: Sequence[Token], stop: int, far: int, bodies: Collection[str]) -> bool:
    """Return whether capitals continue from a token to a word such as *Center* within a number of words."""
    for token in tokens[stop : stop + far]:
        if not token.capital or not token.word:
            return False
        if token.text.lower() in bodies:
            return True
    return False


def _is_place(tokens: Sequence[Token], span: Span, language: str) -> bool:
    name = " ".join(token.text for token in tokens[slice(*span)]).lower()
    return name in territory_words(language) or (" " in name and name in load_lexicon("cities"))


def is_brand(tokens: Sequence[Token], span: Span, language: str, known: Collection[str]) -> bool:
    """Return whether a span is a company with a person's name, and not the last word of a full name in the document."""
    brands = read_list(language, "brands")
    start, stop = span
    named = [
        " ".join(token.text for token in tokens[first:stop]).lower() for first in range(max(0, start - 1), start + 1)
    ]
    if start and tokens[start - 1].capital and named[0] in brands:
        return True
    return named[-1] in brands and (stop - start > 1 or tokens[start].text.lower() not in known)


def _before_names(language: str) -> frozenset[str]:
    own = load(People, language)
    return own.titles | own.offices | own.articles | territory_words(language)


@cache
def _behind_names(language: str) -> frozenset[str]:
    return (stop_words(language) - load(People, language).suffixes) | load(People, language).verbs_of_speech


def _cut_left(tokens: Sequence[Token], span: Span, language: str) -> Span:
    start, stop = span
    offices = load(People, language).offices
    no_name = _before_names(language)
    while start < stop and (not tokens[start].capital or (stop - start > 1 and tokens[start].text.lower() in no_name)):
        if stop - start > 1 and is_both(tokens, start):
            break
        start += 1
    endings = tuple(load(People, language).office_endings)
    if stop - start > FULL and tokens[start].text.lower().endswith(endings) and not is_both(tokens, start):
        start += 1
    people = load(People, language).person_nouns | load(People, language).groups
    if stop - start > FULL and tokens[start].text.lower() in people and _is_given(tokens, start + 1, stop):
        start += 1
    for i in range(start, stop - 1):
        if tokens[i].text.lower() in offices and (not tokens[i].capital or _is_given(tokens, i + 1, stop)):
            start = i + 1
    occupations = load(People, language).occupations
    for i in range(start + 1, stop - 1):
        short = tokens[i - 1].text
        if short.isupper() and short.lower() in occupations and not tokens[i].text.isupper():
            start = i
    return start, stop


def _is_given(tokens: Sequence[Token], i: int, stop: int) -> bool:
    """Return whether a common first name followed by another word begins at a token."""
    return i + 1 < stop and tokens[i].text.lower() in load_lexicon("usual") and tokens[i + 1].capital


def _cut_right(tokens: Sequence[Token], span: Span, language: str) -> int:
    start, stop = span
    no_name = _behind_names(language)
    particles = load(People, language).particles
    for i in range(start + 1, stop):
        article = tokens[i].text in INNER_PARTICLES and tokens[i - 1].text.lower() not in particles
        outside = article or tokens[i].text not in particles
        if tokens[i].text.islower() and tokens[i - 1].text not in HYPHENS and outside:
            stop = i
            break
    if is_pair(tokens, (start, stop), language):
        return stop
    while stop - start > 1 and tokens[stop - 1].text.lower() in no_name:
        stop -= 1
    while start < stop and not (tokens[stop - 1].word or tokens[stop - 1].text.endswith(".")):
        stop -= 1
    while start < stop and tokens[stop - 1].text[0] in "'’":
        stop -= 1
    return stop


def _two_people(tokens: Sequence[Token], start: int, hyphen: int, stop: int, double: Collection[str]) -> bool:
    """Distinguish *Putin-Lukashenko* from *Jean-Claude* and *al-Assad*: both sides are single surnames."""
    before, after = tokens[hyphen - 1].text, tokens[hyphen + 1].text
    if hyphen - start > 1 or stop - hyphen > 2 or not (before[0].isupper() and after[0].isupper()):
        return False
    return before.lower() not in load_lexicon("usual") and f"{before}-{after}".lower() not in double


def _with_hyphen(tokens: Sequence[Token], start: int, stop: int, language: str) -> int:
    """Return the end of a name that continues after a hyphen: a second surname, or a syllable of a given name."""
    if stop - start < 2 or stop + 1 >= len(tokens) or tokens[stop].text != "-":
        return stop
    first, second = tokens[stop - 1], tokens[stop + 1]
    if not (first.stop == tokens[stop].start and tokens[stop].stop == second.start):
        return stop
    if second.capital:
        return stop if stop + 2 < len(tokens) and tokens[stop + 2].capital else stop + 2
    eastern = tokens[start].text.lower() in load(People, language).eastern_surnames
    short = max(len(first.text), len(second.text)) <= SYLLABLE
    return stop + 2 if short and (eastern or second.text not in load_lexicon("small")) else stop


def _with_suffix(tokens: Sequence[Token], stop: int, language: str) -> int:
    after = [token.text.lower() for token in tokens[stop : stop + 2]]
    suffixes = load(People, language).suffixes
    if after and after[0] in suffixes and tokens[stop].capital:
        return stop + 1
    return stop + 2 if len(after) == 2 and after[0] == "," and after[1] in suffixes else stop
