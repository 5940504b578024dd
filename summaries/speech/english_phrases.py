"""Noun phrases in English: their start, end and head, and the names that they lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.languages.schema import People, load
from summaries.people.roles.phrases import phrases_of
from summaries.text.lexicon import calendar_words

if TYPE_CHECKING:
    from summaries.people.mentions import Line, Named

NEAR = 14
"""Maximum length in tokens of an office before a name."""
LONGEST = 8
"""Maximum length in words of a body's name."""
INNER = frozenset({"of", "for", "in", "and", "'s", "’s", "-", "&"})
"""Words and marks that may occur inside a noun phrase."""


class NounPhrases:
    """The noun phrases of a language, looked up at a token in a sentence. All positions are token indices."""

    def __init__(self, language: str) -> None:
        self.data = load(People, language)
        self.grammar = phrases_of(language)
        self.calendar = calendar_words(language)
        self.barriers = self.data.prepositions - self.data.subordinators

    def name_from(self, line: Line, start: int) -> Named | None:
        """Return the name that a phrase leads to after an office, an article or a form of address."""
        for i in range(start, min(start + NEAR, len(line.tokens))):
            name = line.name_at(i)
            if name is not None:
                plain = all(self._is_nominal(line, n) or line.lemma(n) == "." for n in range(start, name.first))
                return name if plain or self.begin(line, name.first) <= start else None
            if not (line.tokens[i].word or line.lemma(i) in {".", "-", "&", "'s", "’s"}):
                return None
        return None

    def head_from(self, line: Line, start: int) -> int | None:
        """Return the head of a noun phrase that starts at a token: the last word before a border."""
        i = start
        while i < len(line.tokens) and i - start < LONGEST and self._is_nominal(line, i):
            i += 1
        return i - 1 if i > start and line.lemma(i - 1) not in self.data.determiners else None

    def _is_nominal(self, line: Line, i: int) -> bool:
        lemma = line.lemma(i)
        if line.name_at(i) or lemma in self.barriers or lemma in self.data.clause_words or lemma in self.data.modals:
            return False
        if lemma in self.data.subordinators or lemma in self.data.relatives or lemma in self.data.copulas:
            return False
        if lemma in self.calendar or lemma in {"and", "but", "or", "in", "on", "at", "as", "if", "when", "because"}:
            return False
        return line.tokens[i].word or lemma in {"'s", "’s", "-", "&"}

    def with_complement(self, line: Line, head: int) -> int:
        """Return the last token of a body's name that continues after a preposition: *Institute of Ice*."""
        while line.tokens[head].capital and (line.lemma(head + 1) == "of" or self._joins(line, head + 1)):
            stop = head + 2
            while line.lemma(stop) in self.data.determiners:
                stop += 1
            if stop >= len(line.tokens) or not line.tokens[stop].capital or line.name_at(stop):
                break
            while stop + 1 < len(line.tokens) and line.tokens[stop + 1].capital and not line.name_at(stop + 1):
                stop += 1
            head = stop
        return head

    def apposed(self, line: Line, i: int) -> int | None:
        """Return the person named directly after a noun for a person: *a spokesman for the navy, Piet Vos,*."""
        n = i
        while n < min(i + NEAR, len(line.tokens)) and line.lemma(n) != ",":
            if line.name_at(n) or not line.tokens[n].word:
                return None
            n += 1
        n += 1
        while n < len(line.tokens) and self.grammar.is_title(line, n):
            n += 1
        name = line.name_at(n)
        if name is None or name.first != n:
            return None
        closed = name.after >= len(line.tokens) or line.lemma(name.after) in {",", ".", ")", "”", '"', "—", ";"}
        return name.person if closed else None

    def start(self, line: Line, i: int) -> int | None:
        """Return the start of a noun phrase that ends with a token: at its article, or with its capitals."""
        n = i
        while n >= 0 and i - n < LONGEST + 4:
            lemma = line.lemma(n)
            if lemma in self.data.determiners and not self._joins(line, n - 1):
                return n
            inner = n < i and (lemma in INNER or lemma in self.data.determiners or self._joins(line, n))
            if not (inner or (line.tokens[n].word and self._is_nominal(line, n))):
                break
            if lemma in self.data.verbs_of_speech and not line.tokens[n].capital:
                break
            n -= 1
        start = n + 1
        while start <= i and line.lemma(start) in INNER:
            start += 1
        return start if start <= i else None

    def _joins(self, line: Line, i: int) -> bool:
        """Return whether a preposition is inside the name of a body: *Institute **on** Drug Abuse*."""
        if i < 1 or line.lemma(i) not in self.barriers or not line.tokens[i - 1].capital:
            return False
        return any(line.tokens[n].capital for n in range(i + 1, min(i + 3, len(line.tokens))))

    def head(self, line: Line, start: int, stop: int) -> int:
        """Return the head of a phrase: the last word before its first preposition."""
        for n in range(start + 1, stop + 1):
            if line.lemma(n) in self.barriers:
                return n - 1
        return stop

    def begin(self, line: Line, first: int) -> int:
        """Return the start of the words before a name that belong to it: article, office, title."""
        while first and self.grammar.is_title(line, first - 1):
            first -= 1
        span = self.grammar.ending_at(line, first)
        first = span[0] if span else first
        ranked = first
        while ranked and line.lemma(ranked - 1) in self.data.office_openers:
            ranked -= 1
        if line.lemma(ranked - 1) in self.data.determiners:
            first = ranked
        while first and line.lemma(first - 1) in self.data.determiners:
            first -= 1
        return first
