"""The places in an article: countries and cities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.views.marks import mark
from bot.views.name_lookup import places_called
from bot.views.parts import Block, lay_out, quoted, title_line
from bot.views.screen import Button, Target, clip, escape, in_rows
from summaries.languages.schema import abilities
from summaries.places import name_country

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.locales import Wording
    from bot.views.screen import Rows, Screen
    from summaries.briefing import Briefing, Place

MARKS = 6
"""Number of mentions of one place that get a mark."""
BUTTONS = 6
"""Number of places with a button that leads to all sentences about them."""
FIRST_FLAG = ord("🇦") - ord("A")


def show_places(briefing: Briefing, target: Target, wording: Wording) -> Screen:
    """Show the countries and cities, most mentioned first, each with the sentence in which it matters most.

    With an argument: those of that name, and those in a country of that name. Raises `NoSuchPlace`.
    """
    head = f"{title_line(briefing.article)}\n<i>{wording.say('Places')}</i>"
    places = places_called(briefing, target.argument) if target.argument else briefing.places
    countries = {place.country: place.name for place in briefing.places if place.kind == "country"}
    rank = {sentence: order for order, sentence in enumerate(briefing.ranking)}
    blocks = [_block(briefing, place, countries, rank, wording) for place in places]
    if target.argument:
        blocks = [
            one
            for block, place in zip(blocks, places, strict=True)
            for one in (block, *_others(briefing, place, block))
        ]
    blocks = blocks or [Block(_no_places(briefing, wording))]
    extra = () if target.argument else _more(briefing, target)
    return lay_out(target.fitting(), head, blocks, wording, extra=extra)


def _others(briefing: Briefing, place: Place, block: Block) -> Iterator[Block]:
    """Yield the other sentences that mention a place, in text order."""
    for number in _sentences(place):
        if number not in block.sources:
            yield Block(quoted(briefing.sentences[number], number), (number,))


def _more(briefing: Briefing, target: Target) -> Rows:
    """Return buttons for the places mentioned in several sentences, which lead to all of them."""
    goals = [Target("where", target.article, place.name) for place in briefing.places if len(_sentences(place)) > 1]
    buttons = [Button(f"{clip(goal.argument, 30)} ›", goal) for goal in goals if goal.fitting() == goal]
    return in_rows(buttons[:BUTTONS], width=2)


def _sentences(place: Place) -> tuple[int, ...]:
    return tuple(dict.fromkeys(mention.sentence for mention in place.mentions))


def _no_places(briefing: Briefing, wording: Wording) -> str:
    language = briefing.article.language
    if "places" in abilities(language):
        return wording.say("The article names no places that I know.")
    return wording.say("I cannot find places in {language} yet.").format(language=wording.language_of(language))


def _block(
    briefing: Briefing, place: Place, countries: dict[str, str], rank: dict[int, int], wording: Wording
) -> Block:
    country = countries.get(place.country) or name_country(place.country, briefing.article.language)
    inside = "" if place.kind == "country" else f" — {escape(country)}"
    sentences = _sentences(place)
    matters = min(sentences, key=lambda sentence: (rank.get(sentence, len(rank)), sentence))
    count = wording.count("{n} mention", "{n} mentions", len(place.mentions))
    marks = " ".join(map(mark, sentences[:MARKS]))
    more = " …" if len(sentences) > MARKS else ""
    head = f"{flag(place.country)} <b>{escape(place.name)}</b>{inside} · {count} {marks}{more}"
    return Block(f"{head}\n{quoted(briefing.sentences[matters], matters)}", (matters,))


def flag(country: str) -> str:
    """Return the flag of a country by its ISO 3166 code, as two regional indicators (Unicode, UTS 51)."""
    return "".join(chr(FIRST_FLAG + ord(letter)) for letter in country.upper())
