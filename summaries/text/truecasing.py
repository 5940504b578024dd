"""Truecasing: restores the capitals of prose in lines and texts in all capitals, title case or lower case only.

This happens before names are searched for, letter by letter, so that offsets do not change. The rest of the document
decides how a word is written; failing that, the word lists do.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from summaries.languages.schema import People, load
from summaries.text import morphology
from summaries.text.lexicon import load_lexicon, territory_words
from summaries.text.morphology import INFLECTED
from summaries.text.words import stop_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
INITIALS = re.compile(r"(?<![^\W\d_])[^\W\d_](?=\.)")
ENDS = (". ", "! ", "? ", "… ")
FEWEST = 3
"""Minimum length in words of a line whose capitals can be judged."""
LONGEST_HEADLINE = 25
CAPITALS = 0.8
QUIET = 0.01
"""Share of capitalised words below which a text counts as written without capitals."""


def recase(text: str, language: str) -> str:
    """Return the text with the lines that lack the capitals of prose truecased; its length does not change."""
    found = [match.span() for match in WORD.finditer(text)]
    if len(found) >= FEWEST and sum(text[start].isupper() for start, _ in found) <= QUIET * len(found):
        return _raise(text, language)
    odd = [(match.start(), match.end()) for match in LINE.finditer(text) if _is_odd(match[0])]
    return _lower(text, odd, language) if odd else text


def _is_odd(line: str) -> bool:
    letters = sum(map(str.isupper, line))
    if letters < FEWEST:
        return False
    found = [word for word in WORD.findall(line) if len(word) > 1]
    if len(found) < FEWEST:
        return False
    shouted = sum(word.isupper() for word in found) >= CAPITALS * len(found)
    stopped = line.rstrip().endswith((".", "!", "?"))
    return shouted or (len(found) <= LONGEST_HEADLINE and not stopped and _is_headline(found))


def _is_headline(found: list[str]) -> bool:
    return len(found) > FEWEST and sum(word[0].isupper() for word in found) >= CAPITALS * len(found)


def _lower(text: str, odd: list[tuple[int, int]], language: str) -> str:
    known = dict(_written(text, odd))
    pieces: list[str] = []
    position = 0
    for start, stop in odd:
        pieces += (text[position:start], _lower_line(text[start:stop], language, known))
        position = stop
    return "".join([*pieces, text[position:]])


def _written(text: str, odd: list[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """Yield the words of all other lines in lower case, each with its most frequent form there."""
    forms: Counter[str] = Counter()
    position = 0
    for start, stop in (*odd, (len(text), len(text))):
        forms.update(WORD.findall(text, position, start))
        position = stop
    for form, _ in sorted(forms.items(), key=lambda item: item[1]):
        yield form.lower(), form


def _lower_line(line: str, language: str, known: dict[str, str]) -> str:
    shouted = line.isupper() or not _is_headline([word for word in WORD.findall(line) if not word.isupper()])
    matches = list(WORD.finditer(line))
    forms: list[str] = []
    for number, match in enumerate(matches):
        following = matches[number + 1][0].lower() if number + 1 < len(matches) else ""
        form = known.get(match[0].lower()) or _form(match[0], following, language, shouted=shouted)
        opens = not number or INITIALS.match(line, match.start())
        forms.append(form.capitalize() if opens and form.islower() else form)
    return _write(line, matches, forms)


def _write(text: str, matches: Sequence[re.Match[str]], forms: Iterable[str]) -> str:
    """Return a text with its words in other forms; forms of a different length are ignored."""
    pieces: list[str] = []
    position = 0
    for match, form in zip(matches, forms, strict=True):
        pieces += (text[position : match.start()], form if len(form) == len(match[0]) else match[0])
        position = match.end()
    return "".join([*pieces, text[position:]])


def _form(word: str, following: str, language: str, *, shouted: bool) -> str:
    """Return a word as it is written in prose; unless `shouted`, only ordinary words are lowered."""
    lower = word.lower()
    if is_ordinary(lower, following, language):
        return lower
    if not shouted:
        return word
    return "-".join(part.capitalize() for part in lower.split("-"))


def is_ordinary(lower: str, following: str, language: str) -> bool:
    """Return whether a lower-case word is usually not a name, given the word that follows."""
    if language in INFLECTED:
        return not morphology.may_be_name(lower)
    if lower in territory_words(language):
        return False
    if lower in stop_words(language) or lower in load(People, language).titles:
        return not (lower in load(People, language).names_in_stopwords and _is_surname(following))
    if lower in load_lexicon("small"):
        return not (lower in load_lexicon("usual") and _is_surname(following))
    people = load(People, language)
    return lower in people.offices or lower in people.office_openers or lower in people.verbs_of_speech


def _is_surname(lower: str) -> bool:
    return lower in load_lexicon("last") and lower not in load_lexicon("small")


def _raise(text: str, language: str) -> str:
    """Capitalise the names in a text without capitals: first names before surnames, lone surnames, and places."""
    matches = list(WORD.finditer(text))
    lower = [match[0].lower() for match in matches]
    raised: set[int] = set()
    surnames: set[str] = set()
    for i in range(len(lower) - 1):
        if text[matches[i].end() : matches[i + 1].start()] == " " and _is_full_name(lower[i], lower[i + 1], language):
            raised |= {i, i + 1}
            surnames.add(lower[i + 1])
    raised |= {i for i, word in enumerate(lower) if word in surnames or _is_capital(word, language)}
    raised |= {i for i in range(len(matches)) if _opens(text, matches, i)}
    return _write(
        text, matches, (match[0].capitalize() if i in raised else match[0] for i, match in enumerate(matches))
    )


def _opens(text: str, matches: Sequence[re.Match[str]], i: int) -> bool:
    """Return whether a word starts a sentence or a line."""
    gap = text[matches[i - 1].end() if i else 0 : matches[i].start()]
    return not i or "\n" in gap or any(mark in gap for mark in ENDS)


def _is_full_name(first: str, last: str, language: str) -> bool:
    if language in INFLECTED:
        return morphology.is_first_name(first) and morphology.may_be_name(last)
    given = any(first in load_lexicon(name) for name in ("usual", "male", "female"))
    if not given or is_ordinary(first, last, language) or is_ordinary(last, "", language):
        return False
    return _is_surname(last) or not last.endswith(tuple(load(People, language).endings))


def _is_capital(lower: str, language: str) -> bool:
    return language not in INFLECTED and lower in territory_words(language)
