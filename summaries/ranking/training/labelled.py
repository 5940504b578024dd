"""Labelled articles: texts with sentences as offsets, and an editor's labels for each sentence.

Labels are one object per line: ``id``, ``groups`` [[weight, [sentences that tell one fact]], ...], ``never``
[sentences], ``needs`` {sentence: [those that supply what it needs]}; ours also have ``spans``: sentences as offsets
into the text.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from summaries.article import compose
from summaries.document import Document, read_document
from summaries.people import find_people
from summaries.ranking.antecedents import candidates
from summaries.ranking.features import Features, extract
from summaries.ranking.importance import TARGETS
from summaries.ranking.references import References
from summaries.ranking.training.texts import in_paragraphs, read_texts
from summaries.ranking.vectors import Numbers
from summaries.speech import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray


OWN = Path(__file__).parent / "labels" / "importance.jsonl"
LEAST = {"vital": 3, "main": 2, "any": 1}
"""Minimum weight of a fact to count for a target."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document with its features and training targets."""

    name: str
    document: Document
    features: Features
    targets: Numbers
    """Sentences by `TARGETS`: 0 or 1."""
    sources: dict[int, frozenset[int]]
    """For each sentence that needs others, those that supply it."""
    groups: tuple[frozenset[int], ...]
    """Groups of sentences that tell the same fact."""

    def pairs(self) -> tuple[NDArray[np.intp], NDArray[np.intp], Numbers]:
        """Return pairs of a sentence that needs others and one that may supply it, and whether it does."""
        dependent, source = candidates(len(self.document.sentences))
        asked = np.isin(dependent, list(self.sources))
        dependent, source = dependent[asked], source[asked]
        pairs = zip(dependent.tolist(), source.tolist(), strict=True)
        return dependent, source, np.array([float(two in self.sources[one]) for one, two in pairs])


def read_labelled(articles: Path, labels: Path) -> Iterator[Labelled]:
    """Yield the articles of a JSON Lines file that the other file has labels for, in its order."""
    texts = {record["id"]: record for record in _lines(articles)}
    for record in _lines(labels):
        if record["id"] in texts:
            yield label(texts[record["id"]], record)


def read_our_own(evaluation: Path) -> Iterator[Labelled]:
    """Yield the articles that our own labels refer to, if their texts are in a folder of sets."""
    texts = {record["id"]: record for record in read_texts(evaluation)}
    for record in _lines(OWN):
        if record["id"] in texts:
            yield label(in_paragraphs(texts[record["id"]], record["spans"]), record)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def label(text: dict[str, Any], record: dict[str, Any]) -> Labelled:
    """Return an article with its labels, mapped to the sentences that we find in it."""
    published = text.get("published")
    paragraphs = [part for part in text["text"].split("\n\n") if part.strip()]
    document = read_document(
        compose(
            paragraphs,
            language=text["lang"],
            title=text["title"] or None,
            published=dt.date.fromisoformat(published[:10]) if published else None,
        )
    )
    place = _places(document, text["sentences"])
    targets = np.zeros((len(document.sentences), len(TARGETS)))
    for weight, told in record["groups"]:
        for column, least in enumerate(LEAST.values()):
            targets[[place[number] for number in told], column] += weight >= least
    targets[[place[number] for number in record["never"] if number < len(place)], TARGETS.index("never")] = 1
    sources = {
        place[int(number)]: frozenset(place[one] for one in found if one < len(place))
        for number, found in record["needs"].items()
        if int(number) < len(place)
    }
    targets[list(sources), TARGETS.index("needs")] = 1
    groups = tuple(frozenset(place[number] for number in told) for _, told in record["groups"])
    speech = attribute(document, find_people(document))
    features = extract(
        document, References(speech.attributions, speech.coreferences, speech.people, document.article.title)
    )
    return Labelled(record["id"], document, features, np.minimum(targets, 1), sources, groups)


def _places(document: Document, spans: Sequence[Sequence[int]]) -> list[int]:
    """Return for each labelled sentence the one of ours that contains its middle."""
    return [document.sentence_at((start + stop) // 2) for start, stop in spans]
