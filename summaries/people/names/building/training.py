"""Trains the tagger of `summaries.people.names.crf` from labelled documents."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pycrfsuite

from summaries.people.names.building.augmenting import make_documents, swap_names
from summaries.people.names.building.documents import read_documents
from summaries.people.names.building.pools import load_pools
from summaries.people.names.features import describe
from summaries.text.tokens import split_tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from summaries.people.names.building.documents import Document
    from summaries.text.tokens import Token

SETTINGS = {"c1": 0.05, "c2": 0.1, "max_iterations": 60, "feature.possible_transitions": True}
SEED = 1


def train(documents: Iterable[Document], model: Path) -> None:
    """Train on documents with labelled spans, and write the model."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=SETTINGS, verbose=False)
    for text, spans in documents:
        sentences = split_tokens(text, "en")
        for tokens, rows in zip(sentences, describe(sentences, "en"), strict=True):
            trainer.append(rows, list(_labels(tokens, spans)))
    trainer.train(str(model))


def gather(paths: Iterable[Path], swaps: int = 2, made: int = 800) -> Iterator[Document]:
    """Yield the documents of files, each also with other names, and a number generated from patterns."""
    random, pools = Random(SEED), load_pools()  # noqa: S311 - drawn the same every time, nothing secret
    for path in sorted(paths):
        for document in read_documents(path):
            yield document
            for _ in range(swaps):
                yield swap_names(document, random, pools)
    yield from make_documents(made, random, pools)


def _labels(tokens: list[Token], spans: list[tuple[int, int, str]]) -> Iterator[str]:
    inside: tuple[int, int, str] | None = None
    for token in tokens:
        span = next((s for s in spans if s[0] <= token.start < s[1] and token.stop <= s[1] + 1), None)
        if span is None:
            yield "O"
        else:
            yield f"{'I' if span == inside else 'B'}-{span[2]}"
        inside = span
