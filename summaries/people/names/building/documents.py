"""Labelled training documents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LABELS = frozenset({"PER", "ORG", "LOC"})
Document = tuple[str, list[tuple[int, int, str]]]
"""A text, and the start, stop and label of each span: half-open offsets in code points."""


def read_documents(path: Path) -> Iterator[Document]:
    """Yield the documents of a JSON Lines file: ``text`` and ``ents``, a list of start, end, label."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record: dict[str, Any] = json.loads(line)
        yield record["text"], [(start, stop, label) for start, stop, label in record["ents"] if label in LABELS]
