"""Finds names by their form: a first name before a surname, initials, a title or an office before a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.languages.schema import People, load
from summaries.text.lexicon import load_lexicon, territory_words
from summaries.text.words import stop_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.text.tokens import Token

Span = tuple[int, int]
"""A half-open range of tokens in a sentence."""
LONGEST = 6
PAIR = 2
HYPHENS = frozenset({"-", "–"})
INNER_PARTICLES = frozenset({"der", "den"})
"""Particles that occur only after others: *von der*; elsewhere they are articles."""


def find_by_form(tokens: Sequence[Token], language: str, small: frozenset[str]) -> Iterator[Span]:
    """Yield the spans of names in a sentence; `small` are the words that also occur in lower case in the document."""
    i = 0
    while i < len(tokens):
        stop = _full_name(tokens, i, language, small) or _eastern(tokens, i, language) or _titled(tokens, i, language)
        if stop:
            yield i, stop
            i = stop
        else:
            i += 1


def _is_stop_word(lower: str, language: str) -> bool:
    return lower in stop_words(language) and lower not in load(People, language).names_in_stopwords


def _full_name(tokens: Sequence[Token], i: int, language: str, small: frozenset[str]) -> int | None:
    if not _given(tokens, i, language, small):
        return None
    stop, named = i + 1, False
    while stop < len(tokens) and stop - i < LONGEST and _continues(tokens, stop, language):
        named = named or (len(tokens[stop].text) > 2 and tokens[stop].capital)
        stop += 1
    while stop > i and not (tokens[stop - 1].capital or tokens[stop - 1].text[0].isdigit()):
        stop -= 1
    return stop if named else None


def _given(tokens: Sequence[Token], i: int, language: str, small: frozenset[str]) -> bool:
    word = tokens[i]
    if not word.capital or word.text.endswith("."):
        return word.capital and len(word.text) <= 4
    lower = word.text.lower()
    if lower not in load_lexicon("first"):
        return False
    if lower not in small and lower not in load_lexicon("small") and not _of_group(lower, language):
        return True
    if lower in territory_words(language) and is_both(tokens, i):
        return True
    if _is_stop_word(lower, language):
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    return bool(
        lower in load_lexicon("usual")
        and following
        and following.capital
        and following.text.lower() in load_lexicon("last")
    )


def is_both(tokens: Sequence[Token], i: int, surnames: str = "last") -> bool:
    """Return whether two words are a first name and a surname, though one has another meaning: *Jordan Henderson*."""
    if i + 1 >= len(tokens) or tokens[i].text.lower() not in load_lexicon("usual"):
        return False
    following = tokens[i + 1]
    lower = following.text.lower()
    return following.capital and lower in load_lexicon(surnames) and lower not in load_lexicon("small")


def _eastern(tokens: Sequence[Token], i: int, language: str) -> int | None:
    """Return the end of a name in Korean or Chinese order: *Xi Jinping*, *Moon Jae-in*, *Kim Jong Un*."""
    lower = tokens[i].text.lower()
    if not tokens[i].capital or lower not in load(People, language).eastern_surnames:
        return None
    syllables = i + 3 < len(tokens) and tokens[i + 2].text == "-" and tokens[i + 2].stop == tokens[i + 3].start
    if not syllables and (lower in load_lexicon("small") or _is_stop_word(lower, language)):
        return None
    if is_pair(tokens, (i, i + 2), language):
        return i + 2
    stop = i + 1
    while stop < len(tokens) and stop - i < 3 and _continues(tokens, stop, language) and tokens[stop].text.isalpha():
        if not tokens[stop].capital:
            break
        stop += 1
    return stop if stop > i + 1 else None


def is_pair(tokens: Sequence[Token], span: Span, language: str) -> bool:
    """Return whether a surname is followed by a given name that looks like a pronoun: *Liu He*."""
    start, stop = span
    surnames = load(People, language).eastern_surnames
    return (
        stop - start == PAIR
        and stop <= len(tokens)
        and tokens[start].text.lower() in surnames
        and tokens[stop - 1].text == "He"
    )


def _continues(tokens: Sequence[Token], i: int, language: str) -> bool:
    word, before = tokens[i], tokens[i - 1]
    lower = word.text.lower()
    if word.text == "-":
        return word.start == before.stop and i + 1 < len(tokens) and tokens[i + 1].start == word.stop
    if not word.capital:
        particles = load(People, language).particles
        after = [token for token in tokens[i + 1 : i + 3] if token.text != "-"][:1]
        stands = lower in particles and (lower not in INNER_PARTICLES or before.text.lower() in particles)
        return stands and any(token.capital or token.text.lower() in particles for token in after)
    if word.text.endswith("."):
        return True
    if lower in load_lexicon("common") and lower in load(People, language).offices and i > 1 and tokens[i - 2].capital:
        return True
    if not word.word or lower in load_lexicon("small") or _is_stop_word(lower, language):
        return False
    return not _of_group(lower, language)


def _titled(tokens: Sequence[Token], i: int, language: str) -> int | None:
    if not i or not tokens[i].capital or _of_group(tokens[i].text.lower(), language):
        return None
    before = tokens[i - 1].text.lower()
    if before == "." and i > 1:
        before = tokens[i - 2].text.lower()
    office = tokens[i - 1].capital and before in load(People, language).offices
    if before not in load(People, language).titles and not office:
        return None
    stop = i + 1
    while stop < len(tokens) and stop - i < LONGEST and tokens[stop].capital and _continues(tokens, stop, language):
        stop += 1
    return stop


def _of_group(lower: str, language: str) -> bool:
    own = load(People, language)
    return lower in territory_words(language) or lower in own.organisations or lower in own.offices
