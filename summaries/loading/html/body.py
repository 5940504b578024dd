"""The text of a page: which of its pieces belong to the article."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summaries.loading.cue_phrases import strip_phrase
from summaries.loading.draft import Block, Kind, tidy
from summaries.loading.html.candidates import Candidate, find_candidates
from summaries.loading.html.features import About, Features, describe
from summaries.loading.html.second_look import look_again
from summaries.loading.html.title import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Weights = dict[str, float]
WEIGHTS = Path(__file__).parent / "data" / "paragraphs.json"
KEPT = -0.3
"""Minimum log-odds of a kept piece: what is lost cannot be read, what is too much can be left out later."""
KEPT_AT_FIRST = -0.6
"""The same of the first look, which decides alone where the second leaves little."""
LITTLE = 60
"""Words below which a text is short."""
DOUBTFUL = 0.3
"""Kept pieces below these log-odds are marked as boilerplate, so that no summary quotes them."""
FILE = re.compile(r"\b(?:PDF|DOCX?|XLSX?|PPTX?|ZIP|EPUB|MP3)\b.{0,20}\d\s?[kKMG]i?B\b|\d\s?[kKMG]i?B\b.{0,20}\bPDF\b")
"""What names a file to be had and how large it is."""
FILE_WORDS = 25
LEAD_WORDS = 6
LEAD = -2.5
SAME = 40
"""Number of letters and digits in which a page's description and lead agree."""


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks of an article, and its standfirst if that is apart from the text."""

    blocks: tuple[Block, ...]
    standfirst: str | None = None
    linked: float = 0.0
    """The share of the text that is links."""


def find_body(tree: Any, about: About) -> Body:
    """Return the article in a page, given as a cleaned lxml tree; without blocks if no article is found.

    Each piece of text is judged by a logistic regression over where it stands, how it reads, and whether trafilatura
    (Barbaresi 2021) takes it, and then by another that knows what the first says of the pieces around (stacking,
    Wolpert 1992); the weights come from `summaries/loading/building`.
    """
    candidates, described = describe_pieces(tree, about)
    first, second = _weights()
    scores = [score(first, features) for features in described]
    at_first = [place for place, odds in enumerate(scores) if odds > KEPT_AT_FIRST]
    look_again(candidates, described, scores)
    scores = [score(second, features) for features in described]
    kept = [place for place, odds in enumerate(scores) if odds > KEPT]
    if sum(len(candidates[place].block.text.split()) for place in kept) < LITTLE:
        kept = sorted({*kept, *at_first})  # a short text has few neighbours to speak for it
    if not kept:
        return Body(())
    size = sum(len(candidates[place].block.text) for place in kept)
    return Body(
        tuple(replace(candidates[place].block, kind=_kind(candidates[place], scores[place])) for place in kept),
        _find_standfirst(candidates[: kept[0]], scores, about.title, about.description),
        sum(len(candidates[place].block.text) * candidates[place].linked for place in kept) / size,
    )


def describe_pieces(tree: Any, about: About) -> tuple[list[Candidate], list[Features]]:
    """Return the pieces of text of a cleaned page, and their features."""
    candidates = find_candidates(tree)
    return candidates, describe(candidates, about, _by_trafilatura(tree, about.url)) if candidates else []


def score(weights: Weights, features: Features) -> float:
    """Return the log-odds that a piece with these features is of the article."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


@cache
def _weights() -> tuple[Weights, Weights]:
    read: dict[str, Weights] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return read["first"], read["second"]


def _kind(candidate: Candidate, score: float) -> Kind:
    kind = candidate.block.kind
    text = candidate.block.text
    is_note = strip_phrase(text, "credits") is not None or (FILE.search(text) and len(text.split()) < FILE_WORDS)
    if kind in {"prose", "item"} and (score < DOUBTFUL or is_note):
        return "boilerplate"
    return "caption" if kind == "prose" and "figcaption" in candidate.near else kind


def _find_standfirst(
    above: Sequence[Candidate], scores: Sequence[float], title: str | None, description: str | None
) -> str | None:
    """Return the last piece above the text that is marked as a standfirst, or that is the page's description."""
    wanted = fold(description or "")[:SAME]
    for candidate, score in reversed(list(zip(above, scores, strict=False))):
        text = candidate.block.text
        if len(text.split()) < LEAD_WORDS or candidate.linked > 0.3 or fold(text) == fold(title or ""):
            continue
        if (len(wanted) == SAME and fold(text).startswith(wanted)) or ("lead" in candidate.near and score > LEAD):
            return text
    return None


def _by_trafilatura(tree: Any, url: str | None) -> Iterator[str]:
    """Yield the paragraphs that trafilatura takes as the article's."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - heavy, and only pages need it

    try:
        found: Any = bare_extraction(
            tree, url=url, with_metadata=False, include_comments=False, include_formatting=True
        )
    except ValueError:  # characters not allowed in XML
        return
    if found is None or found.body is None:
        return
    for element in found.body:
        if text := tidy(" ".join(element.itertext())):
            yield text
