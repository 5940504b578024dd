"""Resolves names to places. A name that could be in several countries is left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from summaries.briefing import Mention, Place
from summaries.places.gazetteer import load_gazetteer
from summaries.places.spotting import find_spots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summaries.briefing import Person
    from summaries.document import Document
    from summaries.places.gazetteer import Entry, Gazetteer
    from summaries.places.spotting import Spot

TIMES = 8
"""How many times larger than its namesakes abroad a city must be to be meant by default."""
TOLD = frozenset({"prose", "heading", "item"})
"""The kinds of paragraphs that belong to the story."""
Key = tuple[str, str]
"""The identity of a place: a country's code, or name and code."""


def resolve(document: Document, people: Iterable[Person]) -> tuple[Place, ...]:
    """Return the places of a document, most mentioned first."""
    text = document.article.text
    gazetteer = load_gazetteer(document.language)
    if gazetteer is None or not document.sentences:
        return ()
    named = tuple(people)
    taken = sorted((m.quote.start, m.quote.stop) for person in named for m in person.mentions)
    spots = list(find_spots(text, gazetteer, taken))
    chosen = _choose(spots, gazetteer, text.lower(), _surnames(named))
    return tuple(_gather(document, _of_the_story(document, chosen)))


def _of_the_story(document: Document, chosen: Iterable[tuple[Spot, Entry]]) -> Iterator[tuple[Spot, Entry]]:
    """Yield the places except those in datelines and in paragraphs outside the story, such as credits."""
    within: tuple[int, str] | None = None
    for spot, entry in chosen:
        sentence = document.sentence_at(spot.start)
        if spot.dateline:
            within = (sentence, spot.within or "")
            continue
        if (sentence, spot.form) == within and spot.form:
            within = None
            continue
        told = document.sentences[sentence]
        if spot.start < told.stop and document.article.paragraphs[told.paragraph].kind in TOLD:
            yield spot, entry


def _surnames(people: Iterable[Person]) -> frozenset[str]:
    return frozenset(word.lower() for person in people for word in person.name.split())


def _choose(
    spots: Sequence[Spot], gazetteer: Gazetteer, lower: str, surnames: frozenset[str]
) -> Iterator[tuple[Spot, Entry]]:
    """Yield the names that refer to places, each with its place."""
    sure = {spot.form for spot in spots if spot.sure or spot.within}
    plain = [_plainly(spot) for spot in spots if spot.form in sure]
    countries = {entry.country for entry in plain if entry is not None}
    for spot in spots:
        believed = spot.sure or (spot.form in sure and spot.form not in surnames and not spot.opens)
        companions = gazetteer.doubtful.get(spot.form)
        if not believed or (companions and not any(word in lower for word in companions)):
            continue
        entry = _meant(spot, gazetteer, countries)
        if entry is not None and entry.country:
            yield spot, entry


def _meant(spot: Spot, gazetteer: Gazetteer, countries: set[str]) -> Entry | None:
    if spot.form in gazetteer.doubtful:
        return next((entry for entry in spot.entries if entry.kind == "country"), None)
    if spot.within and all(entry.kind == "city" for entry in spot.entries):
        around = {entry.country for entry in gazetteer.entries[spot.within]}
        within = [entry for entry in spot.entries if entry.country in around]
        if within:
            return _largest(within)
    said = [entry for entry in spot.entries if entry.country in countries]
    return _plainly(spot) or (_largest(said) if len({entry.country for entry in said}) == 1 else None)


def _plainly(spot: Spot) -> Entry | None:
    """Return the default reading of a name, ``None`` if it is uncertain."""
    for kind in ("country", "region"):
        of_kind = [entry for entry in spot.entries if entry.kind == kind]
        if of_kind:
            return of_kind[0]
    largest = _largest(spot.entries)
    rivals = [entry for entry in spot.entries if largest and entry.country != largest.country]
    alone = largest and all(entry.population * TIMES <= largest.population for entry in rivals)
    return largest if alone else None


def _largest(entries: Iterable[Entry]) -> Entry | None:
    return max(entries, key=lambda entry: (entry.population, "ё" in entry.name), default=None)


def _gather(document: Document, chosen: Iterable[tuple[Spot, Entry]]) -> Iterator[Place]:
    found: defaultdict[Key, list[tuple[Spot, Entry]]] = defaultdict(list)
    for spot, entry in chosen:
        key = ("", entry.country) if entry.kind == "country" else (entry.name, entry.country)
        found[key].append((spot, entry))
    for items in sorted(found.values(), key=lambda items: (-len(items), items[0][0].start)):
        name = Counter(entry.name for _, entry in items).most_common(1)[0][0]
        mentions = tuple(
            Mention(document.article.quote(spot.start, spot.stop), document.sentence_at(spot.start))
            for spot, _ in items
        )
        yield Place(name, items[0][1].kind, items[0][1].country, mentions)


def _mention(document: Document, spot: Spot) -> Mention:
    return Mention(document.article.quote(spot.start, spot.stop), document.sentence_at(spot.start))
