"""Bylines."""

from __future__ import annotations

import re

from summaries.loading.cue_phrases import phrases, strip_phrase

MOST_WORDS = 14
BETWEEN = re.compile(r"\s*[,;|/•·]\s*")
PARTICLE = re.compile(r"(?:de|da|di|du|del|della|der|den|van|von|zu|la|le|el|al|bin|ibn|dos|das|ter|ten|af|av|y|e)$")


def read_byline(line: str) -> str | None:
    """Return the author or authors that a line such as ``By Ann Lee for The Post`` names, or ``None``."""
    if len(line.split()) > MOST_WORDS:
        return None
    rest = strip_phrase(line, "bylines")
    return split_names(rest.lstrip(": ")) if rest else None


def split_names(text: str) -> str | None:
    """Return the people's names at the beginning of a text, separated by commas, or ``None``."""
    names: list[str] = []
    for part in BETWEEN.split(_cut_publisher(text)):
        if names and is_office(part):
            continue
        found = [name for name in _split_joined(part) if name]
        if not found or not all(map(looks_like_name, found)):
            break
        names += found
    return ", ".join(dict.fromkeys(names)) or None


def is_office(text: str) -> bool:
    """Return whether a text says what an author does: ``Senior Reporter``, ``Editor-in-Chief``, ``Chefredakteur``."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return bool(words) and not {words[-1], words[0]}.isdisjoint(phrases("offices"))


def looks_like_name(text: str) -> bool:
    """Return whether a text has the form of a person's name: two to five words, the first and last with a capital."""
    words = text.split()
    return (
        2 <= len(words) <= 5
        and len(text) <= 60
        and not any(map(str.isdigit, text))
        and all(word[0].isupper() or PARTICLE.match(word) or word[0] in "'’" for word in words)
        and words[-1][:1].isupper()
    )


def _cut_publisher(text: str) -> str:
    """Cut off the house that the author writes for, a day, and what follows a dash or stands in brackets."""
    text = re.split(r"\s+[–—-]\s+|\s*[(\[]", text, maxsplit=1)[0]
    words = _before_day(text.split())
    houses = phrases("before_publisher")
    for place in range(1, len(words)):
        tail = " ".join(words[place:]).casefold()
        if any(tail.startswith(f"{house} ") for house in houses):
            return " ".join(words[:place])
    return " ".join(words)


def _before_day(words: list[str]) -> list[str]:
    """Return the words before a day, which begins with a small word or the first digit: ``Ann Lee on May 3``."""
    if not any(word[0].isdigit() for word in words):
        return words
    joiners = phrases("joiners")
    for place, word in enumerate(words):
        if word[0].isdigit() or (word[0].islower() and not PARTICLE.match(word) and word not in joiners):
            return words[:place]
    return words


def _split_joined(text: str) -> list[str]:
    found: list[list[str]] = [[]]
    joiners = phrases("joiners")
    for word in text.split():
        if word.casefold() in joiners:
            found.append([])
        else:
            found[-1].append(word)
    return [" ".join(words) for words in found]
