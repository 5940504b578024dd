"""Finds the people and places that a reader means by a name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from anyascii import anyascii
from rapidfuzz import fuzz

from bot.errors import NoSuchPerson, NoSuchPlace
from bot.locales import languages
from bot.views.screen import clip
from summaries.places import name_country
from summaries.text.words import stop_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summaries.briefing import Briefing, Person, Place

ALIKE = 78
"""Minimum similarity (0 to 100) for a misspelt name to be understood."""
TIE = 4
"""Names within this distance of the most similar one are meant as well."""
CARD = re.compile(r"#[0-9]{1,4}")
"""How a button names a person: by position in the list."""
ELISION = re.compile(r"^(?:l|d|qu)['’](?=\w)", re.IGNORECASE)
BEGINNING = 3
"""Minimum number of letters by which the beginning of a word identifies a role."""
NAMED = 12
"""Number of names offered when none fits."""


def people_called(people: Sequence[Person], wanted: str, *, exactly: bool = False) -> Sequence[Person]:
    """Return everybody who may be meant: by part of the name or role, else by a name that sounds similar.

    Names are compared in Latin letters, so that “Лавров” finds Lavrov. `exactly`: exclude names that only sound
    similar. Raises
    `NoSuchPerson`.
    """
    if CARD.fullmatch(wanted) and int(wanted[1:]) < len(people):
        return (people[int(wanted[1:])],)
    sought = _latin(wanted)
    is_pronoun = _is_function_word(wanted)
    ways: Sequence[Callable[[Person, str], bool]] = (_has_word, _has_beginning, _has_office)
    for is_meant in ways[:1] if is_pronoun else ways:
        meant = [person for person in people if any(is_meant(person, way) for way in spellings(wanted))]
        if meant:
            return meant
    likeness = [(max(fuzz.ratio(sought, word) for word in (*_words(p), _latin(p.name))), p) for p in people]
    best = max((like for like, _ in likeness), default=0)
    if exactly or is_pronoun or best < ALIKE:
        raise NoSuchPerson(name=clip(wanted, 60), names=", ".join(person.name for person in people[:NAMED]) or "—")
    return [person for like, person in likeness if like >= max(ALIKE, best - TIE)]


def knows_person(briefing: Briefing, wanted: str) -> bool:
    """Return whether an article names somebody who may be meant, by name, role or sound."""
    try:
        return bool(people_called(briefing.people, wanted))
    except NoSuchPerson:
        return False


def knows_place(briefing: Briefing, wanted: str) -> bool:
    """Return whether an article mentions a place of that name."""
    try:
        return bool(places_called(briefing, wanted))
    except NoSuchPlace:
        return False


def places_called(briefing: Briefing, wanted: str) -> Sequence[Place]:
    """Return the places of that name, in the article's or the reader's script, and those in a country of that name.

    Countries are recognised by their names in every language of the bot. Raises `NoSuchPlace`.
    """
    codes = {place.country for place in countries_called(briefing, wanted)}
    meant = [place for place in briefing.places if place.country in codes or is_like(wanted, place.name)]
    if not meant:
        names = ", ".join(place.name for place in briefing.places[:NAMED]) or "—"
        raise NoSuchPlace(name=clip(wanted, 60), names=names)
    return meant


def countries_called(briefing: Briefing, wanted: str) -> Sequence[Place]:
    """Return the countries mentioned in an article that have that name there or in a language of the bot."""
    return [
        place
        for place in briefing.places
        if place.kind == "country" and any(is_like(wanted, name) for name in (place.name, *_names_of(place.country)))
    ]


def spoken_name(wanted: str) -> str:
    """Return a name without its leading article: *the council*, *l'Iran*, *die Regierung*; never an empty one."""
    words = wanted.split()
    while len(words) > 1 and _is_function_word(words[0]):
        words = words[1:]
    return ELISION.sub("", " ".join(words))


def spellings(wanted: str) -> Sequence[str]:
    """Return a name in Latin letters, as given and without its leading article; nothing for an empty one."""
    return [way for way in dict.fromkeys((_latin(wanted), _latin(spoken_name(wanted)))) if way]


@cache
def _names_of(country: str) -> frozenset[str]:
    """Return the names of a country in the languages of the bot."""
    return frozenset(name_country(country, language) for language in languages())


def is_like(wanted: str, name: str) -> bool:
    """Return whether a name equals, contains or sounds like the one wanted."""
    known = _latin(name)
    return any(f" {sought} " in f" {known} " or fuzz.ratio(sought, known) >= ALIKE for sought in spellings(wanted))


def _has_word(person: Person, sought: str) -> bool:
    return f" {sought} " in f" {_latin(person.name)} "


def _has_beginning(person: Person, sought: str) -> bool:
    return f" {sought}" in f" {_latin(person.name)}"


def _has_office(person: Person, sought: str) -> bool:
    return person.role is not None and len(sought) >= BEGINNING and f" {sought}" in f" {_latin(person.role.text)}"


@cache
def _function_words() -> frozenset[str]:
    return frozenset(word for language in languages() for word in stop_words(language))


def _is_function_word(wanted: str) -> bool:
    """Return whether words are function words, which name somebody only if spelled exactly so: *he*, *May*."""
    words = wanted.casefold().split()
    return bool(words) and _function_words().issuperset(words)


def _words(person: Person) -> list[str]:
    return _latin(person.name).split()


@cache
def _latin(text: str) -> str:
    return " ".join(str(anyascii(text.casefold())).casefold().replace("'", "").split())
