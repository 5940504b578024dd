"""Resolves pronouns: all candidates are scored, and a narrow winner is not returned.

The weights are those of salience (Lappin & Leass 1994): how near a mention is, whether it is a subject, how often its
person is named. Unnamed people, *a neighbour*, are candidates too, so that their words are not attributed to others.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summaries.languages.schema import People, load
from summaries.people.roles.phrases import phrases_of
from summaries.text import morphology
from summaries.text.lexicon import calendar_words, load_lexicon, territory_words
from summaries.text.morphology import INFLECTED
from summaries.text.words import stop_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.document import Document
    from summaries.people.entities import Entity
    from summaries.people.mentions import Line

FARTHEST = 6
"""Maximum distance of a pronoun from its antecedent, in sentences."""
MARGIN = 0.7
"""Minimum margin by which a candidate must outscore all others."""
LEAST = -1.9
"""Minimum score of an antecedent."""
SENTENCE, PARAGRAPH = 1.0, 0.8
"""Penalty for each sentence and each paragraph in between."""
SUBJECT, OBLIQUE, POSSESSIVE = 1.2, -0.6, -0.4
CENTER = 0.6
"""Bonus for a subject that is itself a pronoun: the topic tends to continue."""
SPEAKER = 0.6
"""Bonus for a subject that speaks: *he added* usually refers to the previous speaker."""
KNOWN_SEX = 0.2
OFTEN, MOST_OFTEN = 0.12, 5
QUOTED = -1.5
"""Penalty for a candidate inside a quotation if the pronoun is outside it, or vice versa."""
MODIFIERS = 3
APPOSITION = 9
OFFICE = 20
"""Maximum number of words between the start of a clause and a name, including an office."""
ASIDE = 30
"""Maximum length in tokens of an aside between a subject and its verb."""
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
NOBODY = -1
"""The entity number for people without a name."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A mention, named or not, as a pronoun after it sees it."""

    person: int
    sex: str | None
    line: int
    paragraph: int
    first: int
    weight: float
    quotation: int | None
    subject: bool


class Resolver:
    """The mentions in recent sentences, scored anew for each pronoun."""

    def __init__(self, document: Document, lines: Sequence[Line], entities: Sequence[Entity]) -> None:
        data = load(People, document.language)
        self.data = data
        self.declines = document.language in INFLECTED
        self.lines = lines
        self.sexes = [entity.sex for entity in entities]
        self.quotations = document.quotations
        self.quotation_starts = [quotation.start for quotation in document.quotations]
        self.grammar = phrases_of(document.language)
        self.subjects = data.pronouns
        self.pronouns = {**data.oblique, **data.possessives, **data.pronouns}
        self.nouns = data.person_nouns | data.offices
        self.before_names = self.nouns | data.determiners | data.office_openers
        self.excluded = (
            territory_words(document.language) | calendar_words(document.language) | stop_words(document.language)
        )
        self.seen: list[_Candidate] = []
        self.counts: Counter[int] = Counter()
        self.learned: dict[int, str] = {}

    def begin(self, number: int) -> None:
        """Forget mentions too far before a sentence."""
        self.seen = [one for one in self.seen if number - one.line <= FARTHEST]

    def see_name(self, number: int, i: int) -> None:
        """Remember a name that begins at a token."""
        name = self.lines[number].covered[i]
        self.counts[name.person] += 1
        self._remember(number, i, name.after, name.person, self._sex(name.person))

    def see(self, number: int, i: int, person: int) -> None:
        """Remember a word that refers to a person."""
        self.counts[person] += 1
        self._remember(number, i, i + 1, person, self._sex(person))

    def see_unnamed(self, number: int, i: int) -> None:
        """Remember a noun for an unnamed person: *a neighbour*."""
        line = self.lines[number]
        lemma = line.lemma(i)
        speaks = line.lemma(i + 1) in self.data.verbs_of_speech and i + 1 < len(line.tokens)
        if line.tokens[i].capital and (speaks or self._looks_like_a_name(line, i, lemma)):
            self._remember(number, i, i + 1, NOBODY, None)
        if not line.tokens[i].capital and self._is_somebody(line, i):
            self._remember(number, i, i + 1, NOBODY, self.data.noun_sexes.get(lemma))

    def _is_somebody(self, line: Line, i: int) -> bool:
        """Return whether a noun refers to an unnamed person: *a neighbour*."""
        if line.lemma(i) not in self.nouns or line.lemma(i + 1) in self.nouns:
            return False
        named = any(line.name_at(n) for n in (i + 1, i + 2, i - 1, i - 2)) or self._is_apposed(line, i)
        return not named and any(line.lemma(n) in self.data.determiners for n in range(max(0, i - MODIFIERS), i))

    def _is_apposed(self, line: Line, i: int) -> bool:
        """Return whether a name follows after a comma: *a spokesman for the navy, Piet Vos,*."""
        comma = next((n for n in range(i + 1, min(i + APPOSITION, len(line.tokens))) if line.lemma(n) == ","), None)
        return comma is not None and line.name_at(comma + 1) is not None

    def _looks_like_a_name(self, line: Line, i: int, lemma: str) -> bool:
        """Return whether a word not recognised as a name may be one after all."""
        if self.declines:
            return False
        known = lemma in self.data.organisations or lemma in self.nouns or lemma in self.excluded
        if known or lemma in load_lexicon("small") or lemma in load_lexicon("cities") or line.tokens[i].text.isupper():
            return False
        return lemma in load_lexicon("first") or lemma in load_lexicon("last")

    def resolve(self, number: int, i: int) -> int | None:
        """Return the referent of a pronoun; ``None`` for other words, or if it is uncertain."""
        line = self.lines[number]
        lower = line.tokens[i].text.lower()
        sex = self.pronouns.get(lower)
        if sex is None:
            return None
        quotation = self._quotation(line.tokens[i].start)
        fitting = [
            one
            for one in self.seen
            if self._fits(one, sex, line.sentence.paragraph)
            and (one.line != number or self._may_be(line, one, i, lower))
        ]
        person = self._best(fitting, number, quotation)
        if person is None or (self._unknown(person) and any(one.sex == sex for one in self.seen)):
            return None
        self.learned.setdefault(person, sex)
        return person

    def resolve_noun(self, number: int, i: int) -> int | None:
        """Return the referent of a noun such as *the Belarusian leader*; ``None`` if it is uncertain."""
        quotation = self._quotation(self.lines[number].tokens[i].start)
        return self._best(
            [one for one in self.seen if one.person != NOBODY], number, quotation, least=FARTHEST * -SENTENCE
        )

    def _best(
        self, candidates: Sequence[_Candidate], number: int, quotation: int | None, least: float = LEAST
    ) -> int | None:
        """Return the person who outscores all others by the margin."""
        best: dict[tuple[int, int], float] = {}
        for one in candidates:
            key = (one.person, one.first if one.person == NOBODY else 0)
            score = self._score(one, number, quotation)
            best[key] = max(best.get(key, score), score)
        ordered = sorted(best.items(), key=lambda item: -item[1])
        if not ordered or ordered[0][1] < least or (len(ordered) > 1 and ordered[0][1] - ordered[1][1] < MARGIN):
            return None
        person = ordered[0][0][0]
        return None if person == NOBODY else person

    def _unknown(self, person: int) -> bool:
        return self._sex(person) is None

    def _fits(self, one: _Candidate, sex: str, paragraph: int) -> bool:
        """Return whether a candidate may be of a sex; if that is unknown, only in the same paragraph."""
        known = one.sex or self.learned.get(one.person)
        return known == sex or (known is None and (one.paragraph == paragraph or one.person == NOBODY))

    def _may_be(self, line: Line, one: _Candidate, i: int, lower: str) -> bool:
        """Return whether a candidate in the same sentence is possible: a subject is not the object of its own verb."""
        if lower not in self.data.oblique or lower.endswith("self") or not one.subject:
            return True
        between = range(one.first + 1, i)
        return any(line.lemma(n) in {",", "that", "and", "but", "who", "which", "as", "when", "if"} for n in between)

    def _score(self, one: _Candidate, number: int, quotation: int | None) -> float:
        paragraphs = self.lines[number].sentence.paragraph - one.paragraph
        often = OFTEN * min(self.counts[one.person], MOST_OFTEN) if one.person != NOBODY else 0.0
        quoted = QUOTED * (one.quotation != quotation)
        sure = KNOWN_SEX * (one.sex is not None)
        return one.weight + often + quoted + sure - SENTENCE * (number - one.line) - PARAGRAPH * paragraphs

    def _remember(self, number: int, first: int, after: int, person: int, sex: str | None) -> None:
        line = self.lines[number]
        subject = self._is_nominative(line, first) if self.declines else self._is_subject(line, first, after)
        if subject:
            pronoun = line.lemma(first) in self.subjects
            weight = SUBJECT + SPEAKER * self._speaks(line, first, after) + CENTER * pronoun
        elif line.lemma(after) in POSSESSIVES:
            weight = POSSESSIVE
        else:
            weight = OBLIQUE if self.declines or line.lemma(first - 1) in self.data.prepositions else 0.0
        quotation = self._quotation(line.tokens[first].start)
        self.seen.append(_Candidate(person, sex, number, line.sentence.paragraph, first, weight, quotation, subject))

    def _is_nominative(self, line: Line, first: int) -> bool:
        if line.lemma(first - 1) in self.data.prepositions:
            return False
        return line.lemma(first) in self.subjects or morphology.may_be_subject(line.tokens[first].text)

    def _is_subject(self, line: Line, first: int, after: int) -> bool:
        """Return whether a mention is likely a subject: it opens its clause, perhaps after an office."""
        if line.lemma(after) in POSSESSIVES or line.lemma(first) in self.data.possessives:
            return False
        if line.lemma(first) in self.subjects:
            return True
        span = self.grammar.ending_at(line, first)
        first = span[0] if span else first
        i = first - 1
        while i >= max(0, first - OFFICE) and line.tokens[i].word and line.lemma(i) not in self.data.prepositions:
            if line.lemma(i) in self.data.conjunctions | self.data.clause_words | self.data.subordinators:
                return True
            if line.lemma(i) in self.data.verbs_of_speech:
                return not line.tokens[i].capital
            if not (line.tokens[i].capital or line.lemma(i) in self.before_names):
                return False
            i -= 1
        return i < 0 or not line.tokens[i].word

    def _speaks(self, line: Line, first: int, after: int) -> bool:
        verbs = self.data.verbs_of_speech
        if line.lemma(after) in verbs or (line.quotes and line.lemma(first - 1) in verbs):
            return True
        if line.lemma(after) != ",":
            return False
        commas = (n for n in range(after + 1, min(after + ASIDE, len(line.tokens))) if line.lemma(n) == ",")
        return any(line.lemma(n + 1) in verbs and not line.name_at(n - 1) for n in commas)

    def _sex(self, person: int) -> str | None:
        return self.sexes[person] or self.learned.get(person)

    def _quotation(self, offset: int) -> int | None:
        i = bisect_right(self.quotation_starts, offset) - 1
        inside = i >= 0 and offset < self.quotations[i].stop
        return self.quotations[i].run if inside else None
