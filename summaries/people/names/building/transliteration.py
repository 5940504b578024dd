"""Transliterates Cyrillic names as newspapers do: one name has several spellings."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz",
    "ѓ": "gj", "ќ": "kj", "ѕ": "dz",
}  # fmt: skip
ENDINGS = {"ий": ("y", "iy", "i", "ii"), "ый": ("y", "iy"), "ей": ("ei", "ey"), "ай": ("ai", "ay"), "ия": ("ia", "iya")}
PARTS = {"кс": ("ks", "x"), "ье": ("ye", "ie"), "ьё": ("yo", "io"), "ё": ("yo", "e", "io"), "ья": ("ya", "ia")}
FIRST = {"е": ("ye", "e"), "ю": ("yu", "iu"), "я": ("ya", "ia")}
MOST = 12
"""Maximum number of spellings kept per name."""


def transliterate(name: str) -> Iterator[str]:
    """Yield the spellings of a lower-case Cyrillic name in Latin letters, the most common first."""
    choices: list[tuple[str, ...]] = []
    position = 0
    while position < len(name):
        rest = name[position:]
        part = next((part for part in PARTS if rest.startswith(part)), None)
        if rest in ENDINGS:
            choices.append(ENDINGS[rest])
            break
        if part:
            choices.append(PARTS[part])
            position += len(part)
            continue
        choices.append(FIRST[rest[0]] if not position and rest[0] in FIRST else (LETTERS.get(rest[0], rest[0]),))
        position += 1
    seen: set[str] = set()
    for pieces in product(*choices):
        spelling = "".join(pieces)
        if spelling not in seen:
            seen.add(spelling)
            yield spelling
        if len(seen) == MOST:
            return
