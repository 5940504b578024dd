"""Where an article plays: its countries and cities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.views.parts import Block, heading, lay_out
from bot.views.screen import escape
from summaries.places import name_country

if TYPE_CHECKING:
    from bot.locales import Wording
    from bot.views.screen import Screen, Target
    from summaries.briefing import Briefing, Place

MARKS = 6
"""How many places of one name are shown."""
FIRST_FLAG = ord("🇦") - ord("A")


def show_places(briefing: Briefing, target: Target, wording: Wording) -> Screen:
    """Show the countries and cities, those named most first, with the country's flag and name and where they stand."""
    head = f"{heading(briefing.article, wording)}\n<i>{wording.say('Where it plays')}</i>"
    countries = {place.country: place.name for place in briefing.places if place.kind == "country"}
    blocks = [
        _block(place, _country(place, countries, briefing.article.language), wording) for place in briefing.places
    ]
    return lay_out(
        target.fitting(), head, blocks or [Block(wording.say("The article names no place that I know."))], wording
    )


def _country(place: Place, countries: dict[str, str], language: str) -> str:
    """Return the country of a place as the article names it, or else in the article's language."""
    return countries.get(place.country) or name_country(place.country, language)


def _block(place: Place, country: str, wording: Wording) -> Block:
    inside = "" if place.kind == "country" else f" — {escape(country)}"
    count = wording.count("{n} mention", "{n} mentions", len(place.mentions))
    sentences = tuple(dict.fromkeys(mention.sentence for mention in place.mentions))[:MARKS]
    marks = " ".join(f"[{sentence + 1}]" for sentence in sentences)
    more = " …" if len(place.mentions) > MARKS else ""
    return Block(f"{flag(place.country)} <b>{escape(place.name)}</b>{inside}\n{count}: {marks}{more}", sentences)


def flag(country: str) -> str:
    """Return the flag of a country by its ISO 3166 code, as two regional indicators (Unicode, UTS 51)."""
    return "".join(chr(FIRST_FLAG + ord(letter)) for letter in country.upper())
