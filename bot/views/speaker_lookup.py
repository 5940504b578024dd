"""Finds whose words a reader asks for: a person's, a body's or a country's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.errors import NoSuchPerson
from bot.views.name_lookup import countries_called, is_like, people_called, spoken_name
from summaries.ask import Hit, search
from summaries.languages.schema import abilities
from summaries.text import find_stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.briefing import Body, Briefing, Person, Place

POSSESSIVE = re.compile(r"['’]s$")
BODY = re.compile(r"&[0-9]{1,4}")
"""How a button names a body: by position in the list."""


def speakers_called(briefing: Briefing, wanted: str) -> Sequence[Person | Body]:
    """Return all people and bodies who may be meant. A country is not taken for a person whose first name it is.

    Raises `NoSuchPerson`.
    """
    bodies = bodies_called(briefing, wanted)
    countries = countries_called(briefing, wanted)
    try:
        people = people_called(briefing.people, wanted, exactly=bool(bodies or countries))
    except NoSuchPerson:
        if not bodies:
            raise
        return bodies
    surnames = [person for person in people if is_like(wanted, person.name.split()[-1])] if countries else people
    if not surnames and not bodies:
        raise NoSuchPerson(name=wanted, names=", ".join(person.name for person in people))
    return (*surnames, *bodies)


def bodies_called(briefing: Briefing, wanted: str) -> Sequence[Body]:
    """Return the bodies of that name, or of the country that has that name in another language."""
    if BODY.fullmatch(wanted):
        return briefing.bodies[int(wanted[1:]) : int(wanted[1:]) + 1]
    names = {wanted, *(country.name for country in countries_called(briefing, wanted))}
    return tuple(body for body in briefing.bodies if any(is_like(name, body.name) for name in names))


def knows_speaker(briefing: Briefing, wanted: str) -> bool:
    """Return whether the bot can tell what somebody of that name says, or that only the name is found.

    The latter is not certain if an unknown speaker's sentence begins with the name: it may be theirs.
    """
    try:
        return any(speaker.says for speaker in speakers_called(briefing, wanted))
    except NoSuchPerson:
        pass
    if "speech" not in abilities(briefing.article.language):
        return False
    unclear = {one.sentence for one in briefing.attributions if one.speaker is None}
    hits = named_at(briefing, wanted)[1]
    return bool(hits) and not any(hit.sentence.index in unclear and _begins(hit) for hit in hits)


def _begins(hit: Hit) -> bool:
    """Return whether a sentence begins with the words found, preceded at most by one word: their article."""
    return len(hit.sentence.text[: hit.spans[0][0]].split()) <= 1


def named_at(briefing: Briefing, wanted: str) -> tuple[str, tuple[Hit, ...]]:
    """Return a name as written in the article, and the sentences that contain it.

    A name is a country, a city, or words that all begin with a capital letter there.
    """
    places = countries_called(briefing, wanted) or [one for one in briefing.places if is_like(wanted, one.name)]
    if places:
        return places[0].name, tuple(_mentions(briefing, places[0]))
    said = spoken_name(wanted)
    hits = search(briefing, said, least=max(1, len(find_stems(said, briefing.article.language))))
    named = [hit for hit in hits if all(hit.sentence.text[start].isupper() for start, _ in hit.spans)]
    if not named:
        return wanted, ()
    first = named[0]
    return POSSESSIVE.sub("", first.sentence.text[first.spans[0][0] : first.spans[-1][1]]), tuple(named)


def _mentions(briefing: Briefing, place: Place) -> list[Hit]:
    spans: dict[int, list[tuple[int, int]]] = {}
    for mention in place.mentions:
        start = briefing.sentences[mention.sentence].start
        spans.setdefault(mention.sentence, []).append((mention.quote.start - start, mention.quote.stop - start))
    return [Hit(briefing.sentences[index], tuple(sorted(ones))) for index, ones in sorted(spans.items())]
