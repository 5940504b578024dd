"""Pronoun resolution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.languages.schema import People, load
from summaries.people.pronouns.resolver import Resolver
from summaries.people.pronouns.weighing import WeighingResolver

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.document import Document
    from summaries.people.entities import Entity
    from summaries.people.mentions import Line

__all__ = ["choose_resolver"]


def choose_resolver(document: Document, lines: Sequence[Line], entities: Sequence[Entity]) -> Resolver:
    """Return the pronoun resolver of a document: clause-based if clauses can be recognised in its language."""
    detailed = bool(load(People, document.language).clause_starts)
    return (WeighingResolver if detailed else Resolver)(document, lines, entities)
