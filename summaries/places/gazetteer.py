"""The packed gazetteers: what each name may refer to."""

from __future__ import annotations

import lzma
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from summaries.languages.schema import Places, load

if TYPE_CHECKING:
    from summaries.briefing import PlaceKind

DATA = Path(__file__).parent / "data"


class Entry(NamedTuple):
    """What a name may refer to; the code is empty for a place that belongs to no country."""

    name: str
    country: str
    kind: PlaceKind
    population: int


class Gazetteer(NamedTuple):
    """The places in a language, by their names in lower case, and context words."""

    entries: dict[str, tuple[Entry, ...]]
    longest: int
    """Number of words in the longest name."""
    before: frozenset[str]
    perhaps_before: frozenset[str]
    never: frozenset[str]
    doubtful: dict[str, frozenset[str]]
    nouns_in_capitals: bool


@cache
def load_gazetteer(language: str) -> Gazetteer | None:
    """Return the gazetteer of a language, read once; ``None`` if there is none."""
    path = DATA / f"{language}.xz"
    if not path.is_file():
        return None
    entries: dict[str, tuple[Entry, ...]] = {}
    for line in lzma.decompress(path.read_bytes()).decode("utf-8").split("\n"):
        form, name, country, kind, population = line.split("\t")
        entry = Entry(name, country, cast("PlaceKind", kind), int(population))
        entries[form] = (*entries.get(form, ()), entry)
    words = load(Places, language)
    never = frozenset(words.never)
    return Gazetteer(
        entries,
        max(form.count(" ") for form in (*entries, *never)) + 1,
        words.before,
        words.perhaps_before,
        never,
        words.doubtful,
        words.nouns_in_capitals,
    )
