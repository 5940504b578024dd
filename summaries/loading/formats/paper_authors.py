"""The authors of a printed paper: the names between its title and its abstract."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summaries.loading.bylines import PARTICLE, looks_like_name
from summaries.loading.calendar_days import month_names
from summaries.loading.cue_phrases import phrases, strip_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.loading.draft import Block

MARK = r"[\d⁰¹²³⁴-⁹ᵃᵇᶜᵈᵉᶠᵍʰ*∗†‡§¶⋆#✉]+"
NOTE = re.compile(rf"(?<=[^\W\d_]|[.,])\s?{MARK}(?:\s?,\s?{MARK})*")
"""Marks behind a name that point to a house or a footnote: ``Ann Lee¹,²*``."""
BETWEEN = re.compile(r"\s*[,;·•|]\s*|\s+&\s+")
DEGREE = re.compile(r"(?:[A-Z][a-z]?\.?){2,6}$|(?:Jr|Sr|Dr|Prof)\.?$")
INITIAL = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)*$")
LONGEST = 3
"""Words of one name, initials and particles aside: a line of more may hold two."""
MOST = 12


def find_authors(head: Sequence[Block]) -> str | None:
    """Return the authors whom the lines between the title and the abstract name, with semicolons between them.

    A line counts if it holds names and nothing else. A single name might be a subtitle: it counts with initials or the
    mark of a note, or above a line that names a house or an address.
    """
    names: list[str] = []
    for place, block in enumerate(head):
        found = list(_names(block.text))
        below = head[place + 1].text if place + 1 < len(head) else ""
        if len(found) > 1 or names or (found and (_is_marked(block.text) or _is_house(below))):
            names += found
    return "; ".join(dict.fromkeys(names[:MOST])) or None


def _names(text: str) -> Iterator[str]:
    """Yield the names in a line; none if it holds anything else, but for degrees and a day at its end."""
    line = _without_day(NOTE.sub("", text))
    line = (strip_phrase(line, "bylines") or line).lstrip(": ")
    parts = [part for joined in BETWEEN.split(line) for part in _parted(joined) if not DEGREE.match(part)]
    if all(map(_is_name, parts)):
        yield from parts


def _parted(text: str) -> Iterator[str]:
    """Yield what stands between the words for *and*."""
    words: list[str] = []
    for word in text.split():
        if word.casefold() in phrases("joiners"):
            yield " ".join(words)
            words = []
        else:
            words.append(word)
    if words:
        yield " ".join(words)


def _is_name(text: str) -> bool:
    words = [word for word in text.split() if not (INITIAL.match(word) or PARTICLE.match(word))]
    return looks_like_name(text) and 0 < len(words) <= LONGEST and not _is_house(text)


def _is_marked(text: str) -> bool:
    return NOTE.search(text) is not None or any(map(INITIAL.match, text.split()))


def _is_house(text: str) -> bool:
    """Return whether a line is of a house, a kind of paper or an address: *Institute of Physics*, *Working Paper*."""
    return "@" in text or not set(re.findall(r"[^\W\d_]+", text.casefold())).isdisjoint(phrases("imprints"))


def _without_day(text: str) -> str:
    """Return a line without the day or the month at its end."""
    words = text.split()
    while words and (words[-1].strip(",.").isdecimal() or words[-1].strip(",.").casefold() in month_names()):
        words.pop()
    return " ".join(words)
