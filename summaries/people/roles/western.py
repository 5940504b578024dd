"""Phrases that name an office in German, French and Spanish: as in English, except for lower-case complements.

*le ministre des transports Paul Girard*, *el fiscal general de la nación Luis Vega*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.languages.schema import People, Places, load
from summaries.people.names.ordinary_words import is_given_name, is_ordinary_word
from summaries.people.roles.english import LONGEST, EnglishPhrases
from summaries.text.lexicon import load_lexicon

if TYPE_CHECKING:
    from summaries.people.mentions import Line
    from summaries.people.roles.phrases import Span


FULL = 2
"""Minimum length of a full name in words."""
CONTRACTIONS = frozenset({"al", "del", "au", "du", "zum", "zur", "vom", "beim"})
"""Prepositions contracted with an article."""
OCCUPATIONS = ("er", "erin", "in", "ist", "istin", "ent", "ant", "or", "eur", "at", "ling", "mann", "frau", "loge", "e")
"""Endings of German nouns for occupations."""


class WesternPhrases(EnglishPhrases):
    """The grammar of phrases in languages whose offices have lower-case complements."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.adjectives = tuple(load(People, language).office_adjectives)
        self.former = tuple(load(People, language).office_prefixes)
        self.capitals = load(Places, language).nouns_in_capitals
        data = load(People, language)
        self.nothing = (
            self.never | data.things | data.organisations | data.body_nouns | data.titles | self.places | self.openers
        )
        self.inverting = data.copulas if self.capitals else frozenset()
        self.determiners = data.determiners
        self.cuts -= self.joins | load(People, language).determiners

    def _single(self, line: Line, stop: int) -> Span | None:
        """Return the phrase without a conjoined one; it never ends with a preposition or an article."""
        if not stop or line.lemma(stop - 1) in self.joins | self.articles:
            return None
        if self.capitals and line.tokens[stop - 1].text.islower():
            return None
        if self.is_head(line, stop - 1):
            return self._with_modifiers(line, stop - 1), stop
        word = line.tokens[stop - 1].word or self._is_short_form(line, stop - 1)
        found = self._with_complement(line, stop) if word else None
        return (stop - 1, stop) if found is None and self._is_occupation(line, stop - 1) else found

    def _with_complement(self, line: Line, stop: int) -> Span | None:
        i, best = stop - 1, None
        while i >= max(0, stop - LONGEST) and self._in_complement(line, i):
            if self.is_head(line, i) and self._leads_on(line, i, stop):
                best = i
            i -= 1
        return None if best is None else (self._with_modifiers(line, best), stop)

    def _leads_on(self, line: Line, head: int, stop: int) -> bool:
        """Return whether a complement follows a head, perhaps after an adjective: *gerente general **de** Montemar*."""
        if self._is_acronym(line, head + 1, stop):
            return True
        n = head + 1
        while n < stop and (line.lemma(n) in self.places or self._is_adjective(line, n) or self._is_party(line, n)):
            n += 1
        return n == stop or line.lemma(n) in self.joins

    def _is_party(self, line: Line, i: int) -> bool:
        """Return whether a word after a head names a party or the like: *député **Nouvelle Gauche** de Mayenne*."""
        return not self.capitals and line.tokens[i].word and line.tokens[i].capital

    def _is_adjective(self, line: Line, i: int) -> bool:
        return bool(self.adjectives) and line.tokens[i].text.islower() and line.lemma(i).endswith(self.adjectives)

    def _is_acronym(self, line: Line, first: int, stop: int) -> bool:
        words = [line.tokens[n].text for n in range(first, stop) if line.tokens[n].word]
        return bool(self.adjectives) and bool(words) and all(word.isupper() for word in words)

    def _in_complement(self, line: Line, i: int) -> bool:
        lemma = line.lemma(i)
        if line.name_at(i):
            return False
        if lemma in self.joins or lemma == "-" or self._is_short_form(line, i):
            return True
        return line.tokens[i].word and lemma not in self.stop | self.cuts

    def _modifies(self, line: Line, i: int) -> bool:
        """Return whether a word modifies the head after it: an adjective of rank, a demonym, a part of a compound."""
        lemma = line.lemma(i)
        if line.name_at(i):
            return False
        if "-" in {lemma, line.lemma(i + 1)}:
            hyphen = i if lemma == "-" else i + 1
            return line.tokens[hyphen - 1].stop == line.tokens[hyphen].start and line.tokens[hyphen - 1].word
        origin = self.capitals and i > 0 and line.tokens[i].capital and lemma.endswith("er")
        if origin and line.lemma(i - 1) in self.determiners and self.is_head(line, i + 1):
            return True
        return lemma in self.openers or lemma in self.places or self.is_head(line, i)

    def opens(self, line: Line, i: int) -> bool:
        """Return whether a phrase may precede a comma and a name: *al presidente de la Cámara, Ana Vega,*."""
        return super().opens(line, i) or line.lemma(i - 1) in CONTRACTIONS

    def is_head(self, line: Line, i: int) -> bool:
        """Return whether a token names an office, perhaps a former one: *exministro*."""
        if super().is_head(line, i) or (self.capitals and self._is_occupation(line, i)):
            return True
        former = next((prefix for prefix in self.former if line.lemma(i).startswith(prefix)), "")
        return bool(former) and line.lemma(i).removeprefix(former) in self.heads and not line.name_at(i)

    def _is_occupation(self, line: Line, i: int) -> bool:
        """Return whether a noun next to a full name is an occupation, though not listed: *Anwohnerin Eva Kolb*.

        German forms such nouns with a few suffixes; in French and Spanish an article opens the phrase.
        """
        name = line.name_at(i + 1)
        if name is None or name.first != i + 1 or name.after - name.first < FULL or line.name_at(i):
            return False
        token, lemma = line.tokens[i], line.lemma(i)
        if not token.text.isalpha() or lemma in self.nothing or is_given_name(token.text, self.language):
            return False
        if self.capitals:
            declined = lemma.removesuffix("s")
            if lemma.endswith("er") and lemma.removesuffix("er") in load_lexicon("cities"):
                return False
            return token.capital and declined.endswith(OCCUPATIONS) and is_ordinary_word(token.text, self.language)
        plural = lemma.endswith(("s", "x"))
        return token.text.islower() and line.lemma(i - 1) in self.articles and not plural
