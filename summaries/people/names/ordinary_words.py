"""Finds dictionary words that are capitalised but not names: German nouns, words that open a sentence.

They are available for languages with a list of base forms, ``data/words_<code>.xz``, which
`summaries.people.names.building.vocabularies` builds; German compounds are recognised by their last part.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from summaries.languages.schema import People, Places, load
from summaries.text.lexicon import Lexicon, load_lexicon, read_lexicon
from summaries.text.words import stop_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.text.tokens import Token

DATA = Path(__file__).parent / "data"
ENDINGS = {
    "de": ("innen", "in", "en", "er", "es", "em", "e", "n", "s"),
    "fr": ("es", "s", "x", "e"),
    "es": ("es", "s", "a", "as"),
}
LINKS = ("s", "es", "n", "en", "er", "e")
PARTS = 3
"""Maximum number of words in a compound."""
SHORTEST_STEM = 3
SHORTEST_PART = 5
"""Minimum length in letters of the last part of a German compound; for the first part it is `SHORTEST_STEM`."""
LONGEST = 4
"""Maximum length of a name in words."""
Span = tuple[int, int]


def without_ordinary_words(tokens: Sequence[Token], span: Span, language: str) -> Span | None:
    """Return the part of a span that may name a person, or ``None``.

    Ordinary words before a first name (*Pastor Albrecht Martins*) or after a surname are cut off. A span that then does
    not begin with a first name must not contain any ordinary word.
    """
    if _vocabulary(language) is None:
        return span
    start, stop = _without_role(tokens, span, language)
    if _is_titled(tokens, start, language) and all(token.capital for token in tokens[start:stop]):
        return start, stop
    while start < stop and (not tokens[start].capital or is_ordinary_word(tokens[start].text, language)):
        start += 1
    while start < stop and not tokens[stop - 1].capital and tokens[stop - 1].word:
        stop -= 1
    least = 1 + (start < stop and has_given_name(tokens, (start, stop), language))
    while stop - start > least and _closes_no_name(tokens[stop - 1].text, language):
        stop -= 1
    if start == stop:
        return None
    given = is_given_name(tokens[start].text, language)
    doubtful = any(is_ordinary_word(token.text, language) for token in tokens[start + 1 : stop])
    return (start, stop) if given or not doubtful else None


def _is_titled(tokens: Sequence[Token], i: int, language: str) -> bool:
    """Return whether a form of address precedes a token: what follows it is a name, whatever else it means."""
    before = i - 1 - (i > 1 and tokens[i - 1].text == ".")
    return i > 0 and tokens[before].text.lower() in load(People, language).titles


def _without_role(tokens: Sequence[Token], span: Span, language: str) -> Span:
    """Return a span without the office before a full name: *Fischer Jan Boysen*, *Seriendarstellerin Katja Holm*."""
    start, stop = span
    for i in range(start + 1, stop - 1):
        if _is_usual(tokens[i].text, language) and tokens[i].capital and tokens[i - 1].text != "-":
            known, own = tokens[i - 1].text.lower(), load(People, language)
            led = i - 1 == start > 0 and tokens[start - 1].text.lower() in own.determiners
            if led or (not is_given_name(tokens[i - 1].text, language) and known not in own.particles):
                return i, stop
            break
    return start, stop


def has_given_name(tokens: Sequence[Token], span: Span, language: str) -> bool:
    """Return whether a multi-word span begins with a common first name, in a language whose names are known."""
    start, stop = span
    return stop - start > 1 and _is_usual(tokens[start].text, language)


def find_full_names(tokens: Sequence[Token], language: str) -> Iterator[Span]:
    """Yield common first names with the surnames after them, in a language whose names are known."""
    start = 0
    while start < len(tokens):
        stop = start
        if tokens[start].capital and _is_usual(tokens[start].text, language):
            stop = start + 1
            while stop < min(start + LONGEST, len(tokens)) and _may_be_surname(tokens, start, stop, language):
                stop += 1
        if stop - start > 1:
            yield start, stop
        start = max(stop, start + 1)


def _may_be_surname(tokens: Sequence[Token], first: int, i: int, language: str) -> bool:
    """Return whether a word may be part of a name that begins with a first name; after that, any noun may."""
    token = tokens[i]
    if not (token.capital and token.word) or token.text.lower() in stop_words(language):
        return False
    return i == first + 1 or not (token.text.lower() in load_lexicon("small") or _closes_no_name(token.text, language))


def is_given_name(word: str, language: str) -> bool:
    """Return whether a word may be a first name and is not a function word or form of address of the language."""
    lower = word.lower()
    if lower in stop_words(language) or lower in load(People, language).titles:
        return False
    return any(part in load_lexicon(sex) for part in lower.split("-") for sex in ("usual", "male", "female"))


def _is_usual(word: str, language: str) -> bool:
    """Return whether all parts of a word are first names that are common where the language is spoken."""
    names = _given_names(language)
    lower = word.lower()
    frequent = lower in load_lexicon("small") and lower not in load_lexicon("usual")
    if names is None or frequent or not is_given_name(word, language):
        return False
    return all(part in names for part in lower.split("-"))


@lru_cache(maxsize=50_000)
def is_ordinary_word(word: str, language: str) -> bool:
    """Return whether a word is in the dictionary and is not a first name."""
    lower = word.lower()
    if lower in stop_words(language):
        return True
    return word[0].isalpha() and not is_given_name(word, language) and _is_known(lower, language)


def _closes_no_name(word: str, language: str) -> bool:
    lower = word.lower()
    return lower in stop_words(language) or (is_ordinary_word(word, language) and lower not in load_lexicon("last"))


def _is_known(lower: str, language: str) -> bool:
    vocabulary = _vocabulary(language)
    if vocabulary is None:
        return False
    if _has(vocabulary, lower, language):
        return True
    return load(Places, language).nouns_in_capitals and _is_compound(vocabulary, lower, language, PARTS)


def _is_compound(vocabulary: Lexicon, lower: str, language: str, parts: int) -> bool:
    """Return whether a word ends with a known word and begins with another, or with a compound of fewer parts."""
    for i in range(SHORTEST_STEM, len(lower) - SHORTEST_PART + 1):
        if _has(vocabulary, lower[i:], language):
            opening = lower[:i]
            stems = {opening.removesuffix(link) for link in ("", *LINKS)}
            if any(len(stem) >= SHORTEST_STEM and stem in vocabulary for stem in stems):
                return True
            if parts > 2 and any(_is_compound(vocabulary, stem, language, parts - 1) for stem in stems):
                return True
    return False


def _has(vocabulary: Lexicon, lower: str, language: str) -> bool:
    if lower in vocabulary or (language == "de" and lower.replace("ss", "ß") in vocabulary):
        return True
    stems = (lower.removesuffix(ending) for ending in ENDINGS[language] if lower.endswith(ending))
    return any(len(stem) >= SHORTEST_STEM and stem in vocabulary for stem in stems)


@cache
def _vocabulary(language: str) -> Lexicon | None:
    path = DATA / f"words_{language}.xz"
    return read_lexicon(path) if language in ENDINGS and path.is_file() else None


@cache
def _given_names(language: str) -> Lexicon | None:
    path = DATA / f"given_{language}.xz"
    return read_lexicon(path) if language in ENDINGS and path.is_file() else None
