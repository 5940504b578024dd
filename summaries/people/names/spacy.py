"""Tags names with a spaCy pipeline, if one for the language is installed (``pip install 'briefing-bot[spacy]'``)."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

PEOPLE = frozenset({"PER", "PERSON"})
SIZES = ("_trf", "_lg", "_md", "_sm")
"""Suffixes of pipeline names, the most accurate first."""
UNUSED = ("parser", "lemmatizer", "attribute_ruler", "textcat")
"""Pipeline components that are not needed for names."""


@cache
def choose_pipeline(language: str) -> str | None:
    """Return the name of the most accurate pipeline installed for a language; ``None`` if there is none."""
    if find_spec("spacy") is None:
        return None
    names = {point.name for point in entry_points(group="spacy_models") if point.name.startswith(f"{language}_")}
    return min(names, key=_rank, default=None)


def find_with_pipeline(pipeline: str | Path, text: str) -> list[tuple[int, int]]:
    """Return the half-open spans of people's names, by a pipeline given by name or folder."""
    document = load_pipeline(pipeline)(text)
    return [(span.start_char, span.end_char) for span in document.ents if span.label_ in PEOPLE]


@cache
def load_pipeline(pipeline: str | Path) -> Any:
    """Return a pipeline, read once."""
    import spacy  # noqa: PLC0415 - an extra that few have

    return spacy.load(pipeline, exclude=UNUSED)


def _rank(name: str) -> tuple[int, str]:
    return next((n for n, size in enumerate(SIZES) if name.endswith(size)), len(SIZES)), name
