"""Repairs of spans: what is no part of a name is cut off, and compounds of two people are taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.languages import read_list
from summaries.people.lexicon import load_lexicon
from summaries.people.rules import is_both, is_syllabic, with_syllable
from summaries.people.vocabulary import places, stop_words, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from summaries.people.rules import Span
    from summaries.people.tokens import Token


def repair(tokens: Sequence[Token], span: Span, language: str) -> Iterator[Span]:
    """Yield what is left of a span of tokens."""
    start, stop = _cut_left(tokens, span, language)
    stop = _cut_right(tokens, (start, stop), language)
    if start < stop:
        stop = _with_suffix(tokens, with_syllable(tokens, stop, language), language)
    hyphen = next((i for i in range(start + 1, stop - 1) if tokens[i].text in {"-", "–"}), None)
    if hyphen is not None and _two_people(tokens, start, hyphen, stop):
        yield start, hyphen
        yield hyphen + 1, stop
    elif start < stop:
        yield start, stop


def is_other(tokens: Sequence[Token], span: Span, language: str) -> bool:
    """Tell whether a span is a place or part of the name of a body: *North Korea*, *Stanley Cup*, *the Kremlin*."""
    start, stop = span
    bodies = words(language, "organisations")
    if tokens[stop - 1].text.lower() in bodies and stop - start > 1:
        return True
    if stop - start > 1:
        return _is_place(tokens, span, language)
    following = tokens[stop] if stop < len(tokens) else None
    if following is not None and following.capital and following.text.lower() in bodies:
        return True
    after_article = start and tokens[start - 1].text.lower() in words(language, "articles")
    compound = following is not None and following.text in {"-", "–"}
    return bool(after_article and not compound) or _is_place(tokens, span, language)


def _is_place(tokens: Sequence[Token], span: Span, language: str) -> bool:
    name = " ".join(token.text for token in tokens[slice(*span)]).lower()
    return name in places(language) or (" " in name and name in load_lexicon("cities"))


def is_brand(tokens: Sequence[Token], span: Span, language: str, known: Collection[str]) -> bool:
    """Tell whether a span is a company called like a person, and no word that ends a full name in the document."""
    brands = read_list(language, "brands")
    start, stop = span
    named = [
        " ".join(token.text for token in tokens[first:stop]).lower() for first in range(max(0, start - 1), start + 1)
    ]
    if start and tokens[start - 1].capital and named[0] in brands:
        return True
    return named[-1] in brands and (stop - start > 1 or tokens[start].text.lower() not in known)


def _opens_sentence(word: str) -> bool:
    return word in load_lexicon("small") and word not in load_lexicon("usual")


def _cut_left(tokens: Sequence[Token], span: Span, language: str) -> Span:
    start, stop = span
    offices = words(language, "offices")
    no_name = words(language, "titles") | offices | words(language, "articles") | places(language)
    while start < stop and (not tokens[start].capital or (stop - start > 1 and tokens[start].text.lower() in no_name)):
        if stop - start > 1 and is_both(tokens, start):
            break
        start += 1
    for i in range(start, stop - 1):
        if tokens[i].text.lower() in offices and not tokens[i].capital:
            start = i + 1
    if start == 0 and stop > 1 and _opens_sentence(tokens[0].text.lower()) and not is_syllabic(tokens, 0, language):
        start = 1
    return start, stop


def _cut_right(tokens: Sequence[Token], span: Span, language: str) -> int:
    start, stop = span
    no_name = (stop_words(language) - words(language, "suffixes")) | words(language, "verbs_of_speech")
    while stop - start > 1 and tokens[stop - 1].text.lower() in no_name:
        stop -= 1
    while start < stop and not (tokens[stop - 1].word or tokens[stop - 1].text.endswith(".")):
        stop -= 1
    while start < stop and tokens[stop - 1].text[0] in "'’":
        stop -= 1
    return stop


def _with_suffix(tokens: Sequence[Token], stop: int, language: str) -> int:
    after = [token.text.lower() for token in tokens[stop : stop + 2]]
    suffixes = words(language, "suffixes")
    if after and after[0] in suffixes and tokens[stop].capital:
        return stop + 1
    return stop + 2 if len(after) == 2 and after[0] == "," and after[1] in suffixes else stop


def _two_people(tokens: Sequence[Token], start: int, hyphen: int, stop: int) -> bool:
    """Tell *Putin-Lukashenko* from *Jean-Claude* and *al-Assad*: both sides are one surname each."""
    before, after = tokens[hyphen - 1].text, tokens[hyphen + 1].text
    if hyphen - start > 1 or stop - hyphen > 2 or not (before[0].isupper() and after[0].isupper()):
        return False
    return before.lower() not in load_lexicon("usual")
