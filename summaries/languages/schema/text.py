"""Sentence endings, verbs, and section headings of a language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from typing import ClassVar

from summaries.languages import ROOT
from summaries.languages.schema.kinds import Words
from summaries.languages.schema.tables import fill, load


@dataclass(frozen=True, slots=True)
class Sentences:
    """Abbreviations, in lower case and without their last full stop, and whether that stop ends a sentence."""

    FILE: ClassVar[str] = "sentences"
    never_final: Words = frozenset()
    """Titles, and abbreviations followed by a name or number: *Gen.*, *fig.*"""
    maybe_final: Words = frozenset()
    """Final if a word follows that can open a sentence: *U.S.*"""
    usually_final: Words = frozenset()
    """Final if any capital follows: *etc.*"""
    numbered: Words = frozenset()
    """Abbreviations after which a number is a cardinal, not an ordinal: *S. 12.*"""
    ordinals: bool = False
    """Whether ordinals are written with a full stop: *18. Jahrhundert*."""
    elisions: Words = frozenset()
    """Elided words before an apostrophe: *l’*."""


def load_sentences(language: str) -> Sentences:
    """Return the table of a language, or ``_shared/sentences.toml`` if it has no folder. Raises `BadData`."""
    return _shared().get(language) or load(Sentences, language)


@cache
def _shared() -> dict[str, Sentences]:
    file = ROOT / "_shared" / f"{Sentences.FILE}.toml"
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    return {language: fill(Sentences, table, file) for language, table in tables.items()}


@dataclass(frozen=True, slots=True)
class Sections:
    """Headings of the sections of papers and reports, in lower case, without numbers."""

    FILE: ClassVar[str] = "sections"
    abstracts: tuple[str, ...]
    contents: tuple[str, ...]
    conclusions: tuple[str, ...]
    """Headings of conclusions, recommendations and decisions."""
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verbs:
    """Verbs whose inflected forms no stemmer relates."""

    FILE: ClassVar[str] = "verbs"
    irregular: dict[str, Words] = field(default_factory=dict)
    """Base forms with their past forms."""
