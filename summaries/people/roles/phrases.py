"""Phrases that name an office, in the grammar of each language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol

from summaries.text.morphology import INFLECTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summaries.people.mentions import Line

WESTERN = frozenset({"de", "es", "fr"})
Span = tuple[int, int]
"""A half-open range of tokens in a sentence."""


class Phrases(Protocol):
    """How a language builds phrases that name an office. All spans are token ranges."""

    openers_after: frozenset[str]
    relatives: frozenset[str]
    between: frozenset[str]
    copulas: frozenset[str]
    inverting: frozenset[str]
    """Verbs that may come between an office and a name: *директором стал Иванов*."""
    introducing: frozenset[str]
    """Words that may come between an occupation and a name: *a surveyor named Lind*."""
    origins: frozenset[str]
    """Prepositions after a name that introduce an affiliation: *Liv Haugen of the Coast Party*."""

    def ending_at(self, line: Line, stop: int) -> Span | None:
        """Return the phrase that ends before a token."""

    def starting_at(self, line: Line, start: int) -> Span | None:
        """Return the phrase that starts at a token, without its article."""

    def standing_alone(self, line: Line) -> Iterator[Span]:
        """Yield the phrases that refer to a person without a name: *the Belarusian leader*."""

    def is_head(self, line: Line, i: int) -> bool:
        """Return whether a token names an office."""

    def is_title(self, line: Line, i: int) -> bool:
        """Return whether a token is a form of address."""

    def closes(self, line: Line, i: int) -> bool:
        """Return whether a token may follow a phrase set off by a comma."""

    def opens(self, line: Line, i: int) -> bool:
        """Return whether a phrase that begins at a token may precede a comma and a name."""

    def base_form(self, line: Line, span: Span) -> str:
        """Return the words of a phrase with its head in the nominative."""

    def skip_age(self, line: Line, i: int) -> int:
        """Return the position after an age: *, 45, a farmer*."""


@cache
def phrases_of(language: str) -> Phrases:
    """Return the grammar of a language."""
    from summaries.people.roles.english import EnglishPhrases  # noqa: PLC0415 - one language at a time
    from summaries.people.roles.russian import RussianPhrases  # noqa: PLC0415 - one language at a time
    from summaries.people.roles.western import WesternPhrases  # noqa: PLC0415 - one language at a time

    if language in INFLECTED:
        return RussianPhrases(language)
    return WesternPhrases(language) if language in WESTERN else EnglishPhrases(language)
