"""Repairs of spans: what is no part of a name is cut off, and compounds of two people are taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.people.lexicon import load_lexicon
from summaries.people.vocabulary import places, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.people.rules import Span
    from summaries.people.tokens import Token


def repair(tokens: Sequence[Token], span: Span, language: str) -> Iterator[Span]:
    """Yield what is left of a span of tokens."""
    start, stop = span
    no_name = words(language, "titles") | words(language, "offices") | places(language)
    while start < stop and (not tokens[start].capital or (stop - start > 1 and tokens[start].text.lower() in no_name)):
        start += 1
    if start == 0 and stop > 1 and _opens_sentence(tokens[0].text.lower()):
        start = 1
    while stop - start > 1 and tokens[stop - 1].text.lower() in words(language, "verbs_of_speech"):
        stop -= 1
    while start < stop and not (tokens[stop - 1].word or tokens[stop - 1].text.endswith(".")):
        stop -= 1
    while start < stop and tokens[stop - 1].text[0] in "'’":
        stop -= 1
    stop = _with_suffix(tokens, stop, language) if start < stop else stop
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
    return " ".join(token.text for token in tokens[slice(*span)]).lower() in places(language)


def _opens_sentence(word: str) -> bool:
    named = word in load_lexicon("male") or word in load_lexicon("female")
    return word in load_lexicon("small") and not named


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
    return before.lower() not in load_lexicon("male") and before.lower() not in load_lexicon("female")
