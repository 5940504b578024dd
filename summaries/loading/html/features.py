"""The features of a piece of text for and against its belonging to the article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from math import log1p
from typing import TYPE_CHECKING

from summaries.loading.addresses import host_of
from summaries.loading.cue_phrases import holds_phrase, phrases, strip_phrase
from summaries.loading.formats.plain import ends_sentence
from summaries.loading.html.title import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from summaries.loading.html.candidates import Candidate

Features = dict[str, float]
WORD = re.compile(r"\w+")
DAY = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b")
PRICE = re.compile(r"[$€£¥₽]\s?\d|\d\s?(?:[$€£¥₽]|EUR|USD)")
SHINGLE = 4
WINDOW = 3
SHORT_NAME = 3
MOST_READERS = 0.2
END = 0.05
"""The share of the prose of a page behind which nothing but its end is left."""


@dataclass(frozen=True, slots=True)
class About:
    """What is known of the article of a page before its text is found."""

    title: str | None = None
    description: str | None = None
    url: str | None = None
    site: str | None = None
    author: str | None = None


def describe(candidates: Sequence[Candidate], about: About, chosen: Iterable[str]) -> list[Features]:
    """Return the features of each piece of text on a page. `chosen` are the paragraphs found by another method."""
    share = _shares(candidates, chosen)
    words = [words_of(candidate.block.text) for candidate in candidates]
    often = Counter(candidate.block.text for candidate in candidates)
    first, last = _bounds(share)
    heading = _heading(candidates, about.title)
    wanted = set(words_of(about.title or ""))
    found = []
    for place, candidate in enumerate(candidates):
        features = _alone(candidate, words[place])
        features |= {"repeated": float(often[candidate.block.text] > 1)}
        features |= {"before heading": float(heading is not None and place < heading)}
        features |= {"likeness to title": len(wanted.intersection(words[place])) / max(len(words[place]), 3)}
        features |= {
            "inside": float(first <= place <= last),
            "after": float(place > last),
            "before": float(place < first),
        }
        found.append(features)
    _add_density(found, candidates, [len(part) for part in words])
    _add_sections(found, candidates)
    _add_votes(found, candidates, [len(part) for part in words], share)
    _add_names(found, candidates, about)
    return found


def _alone(candidate: Candidate, words: Sequence[str]) -> Features:
    text = candidate.block.text
    count = len(words)
    features: Features = {
        "bias": 1.0,
        "words": log1p(count) / 4,
        "few words": float(count < 5),
        "some words": float(5 <= count < 12),
        "many words": float(count > 30),
        "is a sentence": float(ends_sentence(text)),
        "long sentence": float(ends_sentence(text) and count >= 10),
        "commas": min(text.count(",") / max(count, 1), 0.2) * 5,
        "links": candidate.linked,
        "all links": float(candidate.linked > 0.9),
        "short links": float(candidate.linked > 0.5 and count < 15),
        "day": float(bool(DAY.search(text)) and count < 12),
        "price": float(bool(PRICE.search(text)) and count < 20),
        "digits": sum(map(str.isdigit, text)) / len(text),
        "capitals": sum(word[:1].isupper() for word in text.split()) / max(len(text.split()), 1) if count > 1 else 0.0,
        "upper case": float(text.isupper()),
        "colon": float(text.endswith(":")),
        "bar": float("|" in text or "»" in text[-2:] or "›" in text),
        "copyright": float("©" in text),
        "cut": float(text.endswith(("…", "..."))),
        "e-mail": float("@" in text),
        "speaks to readers": min(_share_of_readers(words), MOST_READERS) / MOST_READERS,
        "emphasised": float(candidate.block.emphasised),
        f"tag {candidate.tag}": 1.0,
        f"kind {candidate.block.kind}": 1.0,
    }
    if count < 40:
        for name in ("related", "credits", "boilerplate", "bylines", "datelines"):
            features[f"opens with {name}"] = float(strip_phrase(text, name) is not None)
    for name in ("notes", "cookies", "paywall"):
        features[f"holds {name}"] = float(holds_phrase(text, name))
    features |= {f"near {name}": 1.0 for name in candidate.near}
    features |= {f"far {name}": 1.0 for name in candidate.far}
    return features


def _add_density(found: Sequence[Features], candidates: Sequence[Candidate], sizes: Sequence[int]) -> None:
    """Add the share of the page's long sentences that are in the same element, and in its parent."""
    prose = [
        size * (1 - candidate.linked) if size >= 10 and features["is a sentence"] else 0.0
        for features, candidate, size in zip(found, candidates, sizes, strict=True)
    ]
    whole = max(sum(prose), 1.0)
    parents: defaultdict[int, float] = defaultdict(float)
    grandparents: defaultdict[int, float] = defaultdict(float)
    for candidate, value in zip(candidates, prose, strict=True):
        parents[candidate.parent] += value
        grandparents[candidate.grandparent] += value
    best = max(grandparents.values(), default=1.0) or 1.0
    before = 0.0
    for place, (features, candidate) in enumerate(zip(found, candidates, strict=True)):
        features["prose in parent"] = parents[candidate.parent] / whole
        features["prose in grandparent"] = grandparents[candidate.grandparent] / whole
        features["prose of best"] = grandparents[candidate.grandparent] / best
        features["is in best"] = float(grandparents[candidate.grandparent] == best)
        features["prose before"] = before / whole
        before += prose[place]
        features["prose after"] = 1 - before / whole
        features["at the end"] = float(1 - before / whole < END)
        around = [*range(max(0, place - WINDOW), place), *range(place + 1, min(len(found), place + 1 + WINDOW))]
        features["prose around"] = sum(prose[other] > 0 for other in around) / (2 * WINDOW)
        features["links around"] = sum(candidates[other].linked for other in around) / (2 * WINDOW)


def _share_of_readers(words: Sequence[str]) -> float:
    """Return the share of the words of a text that name its reader or its house: *you*, *our*."""
    return sum(word in _readers() for word in words) / len(words) if len(words) > SHINGLE else 0.0


@cache
def _readers() -> frozenset[str]:
    return frozenset(phrases("readers"))


def _add_names(found: Sequence[Features], candidates: Sequence[Candidate], about: About) -> None:
    """Add whether a piece names the site or an author of the article."""
    labels = (host_of(about.url) or "").split(".")[:-1]
    houses = [name for name in (max(labels, key=len, default=""), fold(about.site or "")) if len(name) > SHORT_NAME]
    names = [name.split()[-1] for name in (about.author or "").split("; ") if name]
    surnames = [name for name in names if len(name) >= SHORT_NAME]
    for features, candidate in zip(found, candidates, strict=True):
        text = candidate.block.text
        folded = fold(text)
        features["names the house"] = float(any(house in folded for house in houses))
        features["names an author"] = float(any(name in text for name in surnames))


def _add_sections(found: Sequence[Features], candidates: Sequence[Candidate]) -> None:
    """Add what the last heading says about the text below it."""
    section = ""
    for features, candidate in zip(found, candidates, strict=True):
        if candidate.block.kind == "heading" or (candidate.block.emphasised and features["words"] < 0.6):
            text = candidate.block.text.rstrip(": ")
            section = next(
                (name for name in ("related", "boilerplate", "bylines") if strip_phrase(text, name) is not None), ""
            )
        elif section:
            features[f"under {section}"] = 1.0


def _shares(candidates: Sequence[Candidate], vote: Iterable[str]) -> list[float]:
    """Return for each piece the share of its word sequences that are in the chosen paragraphs."""
    chosen: set[tuple[str, ...]] = set()
    whole: set[str] = set()
    for paragraph in vote:
        words = words_of(paragraph)
        chosen.update(shingles_of(words))
        whole.add(" ".join(words))
    return [share_of(words_of(candidate.block.text), chosen, whole) for candidate in candidates]


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return WORD.findall(text.casefold())


def share_of(words: Sequence[str], chosen: Collection[tuple[str, ...]], whole: Collection[str]) -> float:
    """Return the share of word sequences that are in a set; a short text counts if it is one of the whole ones."""
    if len(words) < SHINGLE:
        return float(" ".join(words) in whole)
    shingles = shingles_of(words)
    return sum(shingle in chosen for shingle in shingles) / len(shingles)


def shingles_of(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the sequences of four words."""
    return [tuple(words[place : place + SHINGLE]) for place in range(len(words) - SHINGLE + 1)]


def _bounds(share: Sequence[float]) -> tuple[int, int]:
    chosen = [place for place, value in enumerate(share) if value > 0.5]
    return (chosen[0], chosen[-1]) if chosen else (len(share), -1)


def _heading(candidates: Sequence[Candidate], title: str | None) -> int | None:
    wanted = "".join(filter(str.isalnum, (title or "").casefold()))
    for place, candidate in enumerate(candidates):
        if candidate.tag == "h1" and wanted and "".join(filter(str.isalnum, candidate.block.text.casefold())) == wanted:
            return place
    return next((place for place, candidate in enumerate(candidates) if candidate.tag == "h1"), None)


def _add_votes(
    found: Sequence[Features], candidates: Sequence[Candidate], sizes: Sequence[int], share: Sequence[float]
) -> None:
    """Add the other method's verdict on each piece, its neighbours, and those in the same element."""
    groups: dict[str, dict[int, list[float]]] = {"parent": {}, "grandparent": {}}
    for candidate, size, value in zip(candidates, sizes, share, strict=True):
        for level, key in (("parent", candidate.parent), ("grandparent", candidate.grandparent)):
            sums = groups[level].setdefault(key, [0.0, 0.0])
            sums[0] += size * value
            sums[1] += size
    for place, (features, candidate) in enumerate(zip(found, candidates, strict=True)):
        around = [*share[max(0, place - WINDOW) : place], *share[place + 1 : place + 1 + WINDOW]]
        features["vote"] = share[place]
        features["vote before"] = share[place - 1] if place else 0.0
        features["vote after"] = share[place + 1] if place + 1 < len(share) else 0.0
        features["vote around"] = sum(around) / len(around) if around else 0.0
        for level, key in (("parent", candidate.parent), ("grandparent", candidate.grandparent)):
            taken, whole = groups[level][key]
            features[f"vote {level}"] = (taken - sizes[place] * share[place]) / max(whole - sizes[place], 1)
