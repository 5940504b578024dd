"""Resolves pronouns and nameless nouns in German, French and Spanish: to a single possible person, or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.languages.schema import People, Places, load
from summaries.speech.quotations import touching_quotations
from summaries.speech.speaker import UNNAMED, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.people.analysis import PeopleAnalysis
    from summaries.people.mentions import Line, Named
    from summaries.speech.western_phrases import Phrase, PhraseReader
    from summaries.text.quotations import Quotation

NEAR, FAR = 2, 6
"""Maximum distances in sentences of a speaker's pronoun; the second if nobody is named nearer, as in a long
quotation."""
RECENT = 6
"""Maximum distance in sentences between an office and the name of the person it refers to."""
SHORTEST = 5
"""Minimum number of letters that the ends of two offices share: *minister* and *Finanzminister*."""


class References:
    """The people of one text, as referents of other words than their names."""

    def __init__(
        self, people: PeopleAnalysis, language: str, reader: PhraseReader, quotations: Sequence[Quotation]
    ) -> None:
        self.people = people
        self.quotations = quotations
        self.reader = reader
        self.data = load(People, language)
        self.compounds = load(Places, language).nouns_in_capitals
        self.heard: tuple[int, int] | None = None
        """The sentence in which a person spoke last, and the number of the person."""
        self.offices = [self._heads([role.base for role in roles]) for roles in people.roles]

    def hear(self, number: int, speaker: Speaker) -> None:
        """Remember the last speaker."""
        if speaker.person is not None:
            self.heard = number, speaker.person

    def pronoun(self, number: int, line: Line, i: int, sex: str | None) -> Speaker:
        """Return the only possible referent of a pronoun, or of a dropped one, at a token."""
        fitting = {person for person in self._near(number, line, i) if self._fits(person, sex)}
        return Speaker(fitting.pop()) if len(fitting) == 1 else UNNAMED

    def noun(self, number: int, line: Line, phrase: Phrase) -> Speaker:
        """Return the only possible referent of a noun for a person: an office's holder, or who was last mentioned."""
        if not phrase.definite:
            return UNNAMED
        words = set(self.reader.forms(line, phrase))
        near = self._near(number, line, phrase.start)
        recent = {name.person for other in self.people.lines[max(0, number - RECENT) : number] for name in other.names}
        holders = {person for person in recent | near if self._holds(person, words)}
        if holders:
            return Speaker(holders.pop()) if len(holders) == 1 else UNNAMED
        fitting = {one for one in near if self._fits(one, self._sex(line, phrase)) and not self.offices[one]}
        known = phrase.stop == phrase.inner or any(
            self.reader.grammar.is_head(line, n) for n in range(phrase.first, phrase.inner)
        )
        heard = self.heard is not None and self.heard[1] in fitting
        if len(near) != 1 or len(fitting) != 1 or not known or not heard or self._is_stranger(words):
            return UNNAMED
        return Speaker(fitting.pop())

    def body(self, number: int, line: Line, phrase: Phrase) -> Speaker:
        """Return a body by its name; *das Unternehmen* refers to the only one named shortly before, if any."""
        words = list(self.reader.forms(line, phrase))
        alone = phrase.stop == phrase.inner and len(words) == 1
        if not alone or self.data.anaphors.isdisjoint({words[0], words[0].removesuffix("s")}):
            return Speaker(body=self.reader.named(line, phrase))
        named = {
            name
            for n in range(max(0, number - RECENT), number + 1)
            for name in self._bodies(self.people.lines[n], phrase.start if n == number else None)
        }
        full = {name for name in named if not any(name != other and name in other for other in named)}
        return Speaker(body=full.pop()) if len(full) == 1 else UNNAMED

    def _bodies(self, line: Line, stop: int | None) -> Iterator[str]:
        """Yield the names of bodies in a sentence that are more than a common noun: *Deutsche Bank*, *NABU*."""
        i = 0
        while i < (len(line.tokens) if stop is None else stop):
            phrase = self.reader.read(line, i)
            if phrase is None:
                i += 1
                continue
            words = [n for n in range(phrase.first, phrase.inner) if line.tokens[n].word]
            proper = len(words) > 1 and all(line.tokens[n].capital for n in words)
            if words and (proper or line.tokens[words[0]].text.isupper()) and self.reader.kind(line, phrase) == "body":
                yield self.reader.named(line, phrase)
            i = max(i + 1, phrase.inner)

    def _near(self, number: int, line: Line, i: int) -> set[int]:
        """Return the people who are named shortly before a token, or spoke there."""
        named = {name.person for name in self._outside(line) if name.after <= i}
        for before in range(number - 1, max(-1, number - FAR - 1), -1):
            earlier = self.people.lines[before]
            apart = earlier.sentence.paragraph != line.sentence.paragraph or number - before > NEAR
            if named and apart:
                break
            named |= {name.person for name in self._outside(earlier)}
        if self.heard is not None and number - self.heard[0] <= FAR and (not named or number - self.heard[0] <= NEAR):
            named.add(self.heard[1])
        return named

    def _outside(self, line: Line) -> Iterator[Named]:
        """Yield the names in a sentence outside quotations: somebody mentioned in a quotation is rarely its speaker."""
        touching = touching_quotations(self.quotations, line.sentence.start, line.sentence.stop)
        for name in line.names:
            at = line.tokens[name.first].start
            if not any(one.start < at < one.stop for one in touching):
                yield name

    def _fits(self, person: int, sex: str | None) -> bool:
        return sex is None or self.people.entities[person].sex in {sex, None}

    def _sex(self, line: Line, phrase: Phrase) -> str | None:
        """Return the sex indicated by the article of a phrase, or else by its noun."""
        article = self.data.article_sexes.get(line.lemma(phrase.start))
        return article or next(filter(None, map(self.data.noun_sexes.get, self.reader.forms(line, phrase))), None)

    def _holds(self, person: int, words: set[str]) -> bool:
        return any(self._same(word, head) for word in words for head in self.offices[person])

    def _same(self, word: str, head: str) -> bool:
        if word == head:
            return True
        short = min(len(word), len(head))
        return self.compounds and short >= SHORTEST and (word.endswith(head) or head.endswith(word))

    def _heads(self, roles: Sequence[str]) -> frozenset[str]:
        """Return the words that name the offices in roles: in German all nouns up to the first article."""
        found: set[str] = set()
        for role in roles:
            for word in role.split():
                lower = word.lower().strip(",.")
                if lower in self.data.determiners | self.data.prepositions:
                    break
                found.update(part for part in (lower, lower.rpartition("-")[2]) if part)
        return frozenset(found - self.data.office_openers)

    def _is_stranger(self, words: set[str]) -> bool:
        """Return whether a noun refers to somebody other than the people named: *his lawyer*, *a spokesman*."""
        ends = tuple(self.data.strangers) if self.compounds else ()
        return any(word in self.data.strangers or (ends and word.endswith(ends)) for word in words)
