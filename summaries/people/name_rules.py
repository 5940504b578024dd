"""Names that their form gives away: a first name before a surname, initials, a title or an office before a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.languages.schema import People, load
from summaries.text.lexicon import SYLLABLE, load_lexicon, territory_words
from summaries.text.words import stop_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.text.tokens import Token

Span = tuple[int, int]
"""Numbers of tokens in a sentence, half open."""
LONGEST = 6
QUOTES = frozenset("\"“”'‘’")
NICKNAME = 3
"""A nickname has fewer words than this."""
HYPHENS = frozenset({"-", "–"})


def find_by_form(tokens: Sequence[Token], language: str, small: frozenset[str]) -> Iterator[Span]:
    """Yield the spans of names in a sentence; `small` are the words that the document writes in lower case too."""
    i = 0
    while i < len(tokens):
        if is_paired(tokens, (i, i + 1), language):
            yield i, i + 1
            i += 1
            continue
        if is_syllabic(tokens, i, language):
            yield i, i + 4
            i += 4
            continue
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
    nicknamed = with_nickname(tokens, i + 1)
    if nicknamed > i + 1:
        return nicknamed
    stop, named = i + 1, False
    while stop < len(tokens) and stop - i < LONGEST and _continues(tokens, stop, language):
        named = named or (len(tokens[stop].text) > 2 and tokens[stop].capital)
        stop += 1
    while stop > i and not (tokens[stop - 1].capital or tokens[stop - 1].text[0].isdigit()):
        stop -= 1
    return stop if named and not _is_place(tokens[i:stop], language) else None


def with_nickname(tokens: Sequence[Token], stop: int) -> int:
    """Return where a name ends that goes on behind a nickname: *Dwayne “The Rock” Johnson*."""
    if stop >= len(tokens) or tokens[stop].text not in QUOTES:
        return stop
    for closing in range(stop + 2, min(stop + 2 + NICKNAME, len(tokens) - 1)):
        if tokens[closing].text in QUOTES:
            surname = tokens[closing + 1]
            known = surname.capital and surname.text.lower() in load_lexicon("last")
            return closing + 2 if known and all(token.word for token in tokens[stop + 1 : closing]) else stop
    return stop


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


def is_paired(tokens: Sequence[Token], span: Span, language: str) -> bool:
    """Tell whether a word is one of two surnames that a hyphen joins before *talks* and the like."""
    i = span[0]
    first = i if i + 1 < len(tokens) and tokens[i + 1].text in HYPHENS else i - 2
    if span[1] - i > 1 or first < 0 or first + 3 >= len(tokens) or tokens[first + 1].text not in HYPHENS:
        return False
    if tokens[first + 3].text.lower() not in load(People, language).joint_nouns:
        return False
    pair = tokens[first], tokens[first + 2]
    known = any(token.text.lower() in load_lexicon("last") for token in pair)
    return known and not any(_is_of_place(token, language) for token in pair)


def _is_of_place(token: Token, language: str) -> bool:
    lower = token.text.lower()
    if not token.capital or token.text.isupper() or lower in load_lexicon("small") or _of_group(lower, language):
        return True
    return lower in load_lexicon("cities") and lower not in load_lexicon("common")


def is_both(tokens: Sequence[Token], i: int, surnames: str = "last") -> bool:
    """Tell a first name before a surname though one has another meaning: *Jordan Henderson*, *Jerry Hall*."""
    if i + 1 >= len(tokens) or tokens[i].text.lower() not in load_lexicon("usual"):
        return False
    following = tokens[i + 1]
    lower = following.text.lower()
    return following.capital and lower in load_lexicon(surnames) and lower not in load_lexicon("small")


def is_syllabic(tokens: Sequence[Token], i: int, language: str) -> bool:
    """Tell whether a surname with two syllables after it begins at a token: *Son Heung-min*."""
    if i + 3 >= len(tokens) or not tokens[i].capital or not tokens[i + 1].capital:
        return False
    given, hyphen, syllable = tokens[i + 1 : i + 4]
    joined = hyphen.text == "-" and given.stop == hyphen.start and hyphen.stop == syllable.start
    if not joined or len(given.text) > SYLLABLE + 1 or len(syllable.text) > SYLLABLE:
        return False
    if tokens[i].text.lower() in load(People, language).eastern_surnames:
        return syllable.text.islower() or syllable.text.istitle()
    return (
        syllable.text.islower()
        and tokens[i].text.isalpha()
        and not any(token.text.lower() in load_lexicon("small") for token in (tokens[i], given, syllable))
    )


def _eastern(tokens: Sequence[Token], i: int, language: str) -> int | None:
    """Return where a name in Korean or Chinese order ends: *Xi Jinping*, *Moon Jae-in*, *Kim Jong Un*."""
    lower = tokens[i].text.lower()
    if not tokens[i].capital or lower not in load(People, language).eastern_surnames:
        return None
    if lower in load_lexicon("small") or _is_stop_word(lower, language):
        return None
    stop = i + 1
    while stop < len(tokens) and stop - i < 3 and _continues(tokens, stop, language) and tokens[stop].text.isalpha():
        if not tokens[stop].capital:
            break
        stop += 1
    return with_syllable(tokens, stop, language) if stop > i + 1 else None


def with_syllable(tokens: Sequence[Token], stop: int, language: str) -> int:
    """Return where a name ends that goes on behind a hyphen: *Jae-in*."""
    if stop + 1 >= len(tokens) or tokens[stop].text != "-" or tokens[stop + 1].start != tokens[stop - 1].stop + 1:
        return stop
    eastern = any(
        token.text.lower() in load(People, language).eastern_surnames for token in tokens[max(0, stop - 2) : stop]
    )
    return stop + 2 if eastern and len(tokens[stop + 1].text) <= SYLLABLE else stop


def _continues(tokens: Sequence[Token], i: int, language: str) -> bool:
    word, before = tokens[i], tokens[i - 1]
    lower = word.text.lower()
    if word.text == "-":
        return word.start == before.stop and i + 1 < len(tokens) and tokens[i + 1].start == word.stop
    if not word.capital:
        particles = load(People, language).particles
        after = [token for token in tokens[i + 1 : i + 3] if token.text != "-"][:1]
        return lower in particles and any(token.capital or token.text.lower() in particles for token in after)
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


def _is_place(tokens: Sequence[Token], language: str) -> bool:
    name = " ".join(token.text.lower() for token in tokens)
    return name in load_lexicon("cities") or name in territory_words(language)
