"""Train the weights of `summaries.loading.html.body` on labelled pages.

    python -m summaries.loading.building FOLDER

FOLDER holds one folder for each set of pages with ``pages.jsonl``: lines with ``url``, ``html`` (the name of a packed
file) and ``gold``, which has either the ``body`` or snippets of it (``with``) and of what stands around (``without``).
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from summaries.errors import SourceError
from summaries.loading.decoding import decode
from summaries.loading.draft import tidy
from summaries.loading.html.authors import find_author
from summaries.loading.html.body import WEIGHTS, describe_pieces, score
from summaries.loading.html.candidates import Candidate
from summaries.loading.html.cleaning import clean
from summaries.loading.html.features import About, Features, share_of, shingles_of, words_of
from summaries.loading.html.metadata import parse_page
from summaries.loading.html.second_look import look_again
from summaries.loading.html.title import find_title
from summaries.loading.html.webpage import find_site

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

MOST_WORDS = 60
POWER = 0.7
"""The weight of a piece is its word count to this power, so that long paragraphs weigh more, but less than linearly."""
SNIPPET = 14.0
"""The weight of a piece that contains a snippet: these are few and chosen by hand."""
FEWEST = 25
"""Minimum number of pieces that have a feature."""
PENALTY = 3.0
ROUNDS = 12
FOLDS = 3


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of a page, whether it belongs to the article, and its weight."""

    features: Features
    belongs: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Labelled:
    """The pieces of a page, their features, and of each whether it is of the article and what it counts."""

    pieces: list[Candidate]
    described: list[Features]
    labels: list[tuple[bool, float]]


def read_pages(folder: Path) -> Iterator[Labelled]:
    """Yield the labelled pages of all sets in a folder."""
    for file in sorted(folder.glob("*/pages.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            page = json.loads(line)
            data = gzip.decompress((file.parent / page["html"]).read_bytes())
            try:
                yield _label(decode(data), page["url"], page["gold"])
            except SourceError as error:
                sys.stderr.write(f"{page['html']}: {error}\n")


def _label(text: str, url: str, gold: dict[str, Any]) -> Labelled:
    page = parse_page(text, url)
    site = find_site(page)
    about = About(find_title(page, site), url=url, site=site, author=find_author(page, site))
    clean(page.tree)
    pieces, described = describe_pieces(page.tree, about)
    texts = [piece.block.text for piece in pieces]
    labels = _by_body(texts, gold["body"]) if gold.get("body") else _by_snippets(texts, gold)
    return Labelled(pieces, described, list(labels))


def _by_body(texts: Iterable[str], body: str) -> Iterator[tuple[bool, float]]:
    shingles = set(shingles_of(words_of(body)))
    whole = {" ".join(words_of(line)) for line in body.splitlines()}
    for text in texts:
        words = words_of(text)
        yield share_of(words, shingles, whole) > 0.5, min(len(words), MOST_WORDS) ** POWER


def _by_snippets(texts: Iterable[str], gold: dict[str, Any]) -> Iterator[tuple[bool, float]]:
    inside, outside = ([tidy(text).casefold() for text in gold.get(key) or ()] for key in ("with", "without"))
    for text in texts:
        folded = text.casefold()
        belongs = any(snippet in folded for snippet in inside)
        yield belongs, SNIPPET if belongs != any(snippet in folded for snippet in outside) else 0.0


def train_both(pages: Sequence[Labelled]) -> dict[str, dict[str, float]]:
    """Return the weights of both looks; the second learns from what the first says of pages that it has not seen."""
    scores: list[list[float]] = [[]] * len(pages)
    for fold in range(FOLDS):
        weights = train(_examples(page for place, page in enumerate(pages) if place % FOLDS != fold))
        for place in range(fold, len(pages), FOLDS):
            scores[place] = [score(weights, features) for features in pages[place].described]
    first = train(_examples(pages))
    for page, found in zip(pages, scores, strict=True):
        look_again(page.pieces, page.described, found)
    return {"first": first, "second": train(_examples(pages))}


def _examples(pages: Iterable[Labelled]) -> list[Example]:
    return [
        Example(features, belongs, weight)
        for page in pages
        for features, (belongs, weight) in zip(page.described, page.labels, strict=True)
        if weight
    ]


def train(examples: Sequence[Example]) -> dict[str, float]:
    """Return the weights of the features: a logistic regression with a quadratic penalty, by Newton's method."""
    often = Counter(name for example in examples for name, value in example.features.items() if value)
    names = sorted(name for name, count in often.items() if count >= FEWEST)
    place = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(examples), len(names)))
    for row, example in enumerate(examples):
        for name, value in example.features.items():
            if name in place:
                table[row, place[name]] = value
    belongs = np.array([float(example.belongs) for example in examples])
    weights = np.array([example.weight for example in examples])
    weights *= len(examples) / weights.sum()
    penalty = np.full(len(names), PENALTY)
    penalty[place["bias"]] = 0.01
    found: NDArray[np.float64] = np.zeros(len(names))
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-np.clip(table @ found, -30, 30)))
        slope = table.T @ (weights * (likely - belongs)) + penalty * found
        curve = (table * (weights * likely * (1 - likely) + 1e-9)[:, None]).T @ table + np.diag(penalty)
        found -= np.linalg.solve(curve, slope)
    return {name: round(float(found[number]), 3) for name, number in place.items()}


def main() -> None:
    """Train and write the weights."""
    found = train_both(list(read_pages(Path(sys.argv[1]))))
    WEIGHTS.write_text(json.dumps(found, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(found['first'])} and {len(found['second'])} weights\n")


if __name__ == "__main__":
    main()
