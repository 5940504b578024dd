"""What speaks for and against a piece of text being of the article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from math import log1p
from typing import TYPE_CHECKING

from summaries.loading.cue_phrases import holds_phrase, strip_phrase
from summaries.loading.formats.plain import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from summaries.loading.html.candidates import Candidate

Features = dict[str, float]
WORD = re.compile(r"\w+")
DAY = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b")
PRICE = re.compile(r"[$€£¥₽]\s?\d|\d\s?(?:[$€£¥₽]|EUR|USD)")
SHINGLE = 4
WINDOW = 3


def describe(candidates: Sequence[Candidate], title: str | None, chosen: Iterable[str]) -> list[Features]:
    """Return the features of each piece of text of a page.

    `chosen` are the paragraphs that another method takes for the article's.
    """
    share = _shares(candidates, chosen)
    words = [words_of(candidate.block.text) for candidate in candidates]
    often = Counter(candidate.block.text for candidate in candidates)
    first, last = _bounds(share)
    heading = _heading(candidates, title)
    wanted = set(words_of(title or ""))
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
    """Add which share of the long sentences of the page stands in the same element, and in the one above it."""
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
    for place, (features, candidate) in enumerate(zip(found, candidates, strict=True)):
        features["prose in parent"] = parents[candidate.parent] / whole
        features["prose in grandparent"] = grandparents[candidate.grandparent] / whole
        features["prose of best"] = grandparents[candidate.grandparent] / best
        features["is in best"] = float(grandparents[candidate.grandparent] == best)
        around = [*range(max(0, place - WINDOW), place), *range(place + 1, min(len(found), place + 1 + WINDOW))]
        features["prose around"] = sum(prose[other] > 0 for other in around) / (2 * WINDOW)
        features["links around"] = sum(candidates[other].linked for other in around) / (2 * WINDOW)


def _add_sections(found: Sequence[Features], candidates: Sequence[Candidate]) -> None:
    """Add what the last heading says of what stands below it."""
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
    """Return for each piece the share of its runs of words that the chosen paragraphs hold."""
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
    """Return the share of runs of words that are in a set; a short text counts where it is one of the whole ones."""
    if len(words) < SHINGLE:
        return float(" ".join(words) in whole)
    shingles = shingles_of(words)
    return sum(shingle in chosen for shingle in shingles) / len(shingles)


def shingles_of(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the runs of four words."""
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
    """Add what the other method says of each piece, of its neighbours, and of what stands in the same element."""
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
