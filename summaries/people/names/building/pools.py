"""Names, offices and places to draw from when generating training documents."""

from __future__ import annotations

import lzma
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from summaries.languages.schema import People, load
from summaries.text.lexicon import DATA

if TYPE_CHECKING:
    from random import Random

HERE = Path(__file__).parent
RARE = 0.6
"""Share of surnames from the long list; the rest are common ones."""
INVENTED = 0.15
"""Share of names that are misspelt, so that the tagger learns unlisted names."""


@dataclass(frozen=True, slots=True)
class Pools:
    """Lists to draw from, in lower case except for organisations and cities."""

    first_names: list[str]
    last_names: list[str]
    common: list[str]
    cities: list[str]
    offices: list[str]
    organisations: list[str]
    patterns: list[str]
    verbs: list[str]

    def first(self, random: Random) -> str:
        """Return a first name."""
        return capitalise(_misspell(random.choice(self.first_names), random))

    def last(self, random: Random) -> str:
        """Return a surname."""
        pool = self.last_names if random.random() < RARE else self.common
        return capitalise(_misspell(random.choice(pool), random))


def load_pools() -> Pools:
    """Return the pools, from the packed lists and the patterns next to this file."""
    organisations = [
        f"{city.title()} {body.title()}" for city, body in zip(_read("cities")[::40], _bodies(), strict=False)
    ]
    return Pools(
        first_names=[*_read("male"), *_read("female")],
        last_names=_read("last"),
        common=_read("common"),
        cities=[city.title() for city in _read("cities")],
        offices=sorted(load(People, "en").offices - load(People, "en").kin),
        organisations=organisations,
        verbs=[word for word in _read("small") if word.endswith("ed") and len(word) > 4],
        patterns=[line for line in (HERE / "patterns.txt").read_text(encoding="utf-8").splitlines() if line.strip()],
    )


def write_name(first: str, last: str, random: Random) -> str:
    """Return a full name in one of the usual styles."""
    chance = random.random()
    if chance < 0.08:
        return f"{first} {random.choice('ABCDEFGHJKLMPRSTW')}. {last}"
    if chance < 0.11:
        return f"{first[0]}. {last}"
    if chance < 0.13:
        return f"{first[0]}.{random.choice('ABCDEFJKLMPR')}. {last}"
    if chance < 0.16:
        return f"{first} {random.choice(('de', 'van', 'von', 'al', 'bin', 'da', 'van der'))} {last}"
    return f"{first} {last}"


def capitalise(name: str) -> str:
    """Return a name with its usual capitals: *O'Neill*, *McCarthy*."""
    if name.startswith("mc") and len(name) > 4:
        return "Mc" + name[2:].capitalize()
    return "'".join(part.capitalize() for part in name.split("'"))


def _misspell(name: str, random: Random) -> str:
    if random.random() > INVENTED or len(name) < 5:
        return name
    place = random.randrange(1, len(name) - 1)
    return name[:place] + random.choice("aeioulrnst") + name[place + random.randrange(2) :]


def _bodies() -> list[str]:
    return sorted(load(People, "en").organisations) * 12


def _read(name: str) -> list[str]:
    return lzma.decompress((DATA / f"{name}.xz").read_bytes()).decode("utf-8").split("\n")
