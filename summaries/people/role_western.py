"""Phrases that name an office in German, French and Spanish: as in English, but for complements in lower case.

*le ministre de l'économie Bruno Le Maire*, *el fiscal general de la nación Luis Vega*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.people.role_english import EnglishPhrases

if TYPE_CHECKING:
    from summaries.people.mentions import Line
    from summaries.people.role_phrases import Span


class WesternPhrases(EnglishPhrases):
    """The grammar of phrases in languages whose offices have complements in lower case."""

    def ending_at(self, line: Line, stop: int) -> Span | None:
        """Return the phrase that ends before a token."""
        if stop and self.is_head(line, stop - 1):
            return self._with_modifiers(line, stop - 1), stop
        return self._with_complement(line, stop) if stop and line.tokens[stop - 1].word else None

    def _in_complement(self, line: Line, i: int) -> bool:
        lemma = line.lemma(i)
        if line.name_at(i):
            return False
        return lemma in self.joins or lemma == "-" or (line.tokens[i].word and lemma not in self.stop | self.cuts)

    def _modifies(self, line: Line, i: int) -> bool:
        """Tell whether a word belongs to the head behind it: an adjective of rank, or of a place."""
        lemma = line.lemma(i)
        return (lemma in self.openers or lemma in self.places or lemma == "-") and not line.name_at(i)
