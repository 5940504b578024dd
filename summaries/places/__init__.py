"""The places in an article: countries and cities, and the country that each is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summaries.briefing import Person, Place
    from summaries.document import Document

__all__ = ["find_places", "name_country"]


def find_places(document: Document, people: Iterable[Person] = ()) -> tuple[Place, ...]:
    """Return the places mentioned in the body of a document, most mentioned first.

    Names of people are skipped. A place whose country is ambiguous is left out. Languages without a gazetteer have no
    places.
    """
    from summaries.places.resolving import resolve  # noqa: PLC0415 - the gazetteer loads at first use

    return resolve(document, people)


def name_country(code: str, language: str) -> str:
    """Return the name of a country by its ISO 3166 code in a reader's language, or the code if it has none."""
    from summaries.places.countries import name_country as name  # noqa: PLC0415 - Babel loads at first use

    return name(code, language)
