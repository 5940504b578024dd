"""Trains the tagger of `summaries.people.tagging` from labelled documents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pycrfsuite

from summaries.people.features import describe
from summaries.people.tokens import split_tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from summaries.people.tokens import Token

LABELS = frozenset({"PER", "ORG", "LOC"})
SETTINGS = {"c1": 0.1, "c2": 0.01, "max_iterations": 60, "feature.possible_transitions": True}
Document = tuple[str, list[tuple[int, int, str]]]


def train(documents: Iterable[Document], model: Path) -> None:
    """Train on documents of text and labelled spans; write the model."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=SETTINGS, verbose=False)
    for text, spans in documents:
        sentences = split_tokens(text)
        for tokens, rows in zip(sentences, describe(sentences, "en"), strict=True):
            trainer.append(rows, list(_labels(tokens, spans)))
    trainer.train(str(model))


def read_documents(path: Path) -> Iterator[Document]:
    """Yield the documents of a file with one JSON object a line: ``text`` and ``ents``, a list of start, end, label."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record: dict[str, Any] = json.loads(line)
        yield record["text"], [(start, stop, label) for start, stop, label in record["ents"] if label in LABELS]


def _labels(tokens: list[Token], spans: list[tuple[int, int, str]]) -> Iterator[str]:
    inside: tuple[int, int, str] | None = None
    for token in tokens:
        span = next((s for s in spans if s[0] <= token.start < s[1] and token.stop <= s[1] + 1), None)
        if span is None:
            yield "O"
        else:
            yield f"{'I' if span == inside else 'B'}-{span[2]}"
        inside = span
