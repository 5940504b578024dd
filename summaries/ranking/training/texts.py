"""The texts of the sets that our own labels refer to: they belong to their publishers, and only numbers are ours."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINES = re.compile(r"\n+")


@dataclass(frozen=True, slots=True)
class Source:
    """The location of a set's texts, next to a checkout, and their language; its name prefixes the ids."""

    file: str
    language: str


SOURCES = {
    "wcxb": Source("loading/wcxb/pages.jsonl", "en"),
    "aquaint": Source("dates/aquaint.jsonl", "en"),
    "gum": Source("people/train/gum_news_interview_academic.jsonl", "en"),
    "krauts": Source("dates/krauts_dolomiten-100.jsonl", "de"),
    "meantime": Source("dates/xtn_meantime_es_test.jsonl", "es"),
    "orange": Source("summaries/orangesum_dev.jsonl", "fr"),
    "factru": Source("people/factru_dev.jsonl", "ru"),
}


def read_texts(evaluation: Path) -> Iterator[dict[str, Any]]:
    """Yield id, lang, title and text of every document in the sets, with paragraphs separated by line breaks."""
    for name, source in SOURCES.items():
        with (evaluation / source.file).open(encoding="utf-8") as file:
            for record in map(json.loads, file):
                gold = record.get("gold", {})
                yield {
                    "id": f"{name}-{record['id']}",
                    "lang": source.language,
                    "title": gold.get("title") or record.get("title") or None,
                    "text": gold.get("body") or record["text"],
                }


def in_paragraphs(record: dict[str, Any], spans: list[list[int]]) -> dict[str, Any]:
    """Return a record with paragraphs separated by blank lines, and its sentences as offsets into that text."""
    text, parts, moved = record["text"], [], []
    at = new = 0
    for part in LINES.split(text):
        at = text.index(part, at)
        if part.strip():
            moved += [[s - at + new, e - at + new] for s, e in spans if at <= s < at + len(part)]
            parts.append(part)
            new += len(part) + 2
        at += len(part)
    return {**record, "text": "\n\n".join(parts), "sentences": moved}
