"""The words that mark speech, and whose speech it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summaries.languages.schema import People, load
from summaries.people.coreference import Context, Offices
from summaries.people.role_phrases import phrases_of
from summaries.text import morphology
from summaries.text.morphology import INFLECTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.people.entities import Entity
    from summaries.people.mentions import Line, Named
    from summaries.people.roles import Role

CLOSERS = frozenset(",.;:–—)")
FARTHEST = 14
"""So many tokens may stand between a verb and its subject: a role, words set off by commas."""
ADVERB = "ly"
CLAUSE = 6
"""A clause begins fewer words than this after its verb: *wrote on his page that*."""
ADDRESSED = 5
"""So many words may stand between a verb and the subject after it that name who is spoken to."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that mark speech: offsets in the article, the number of the sentence, who speaks.

    `announces` is set for a *statement from* somebody, which the sentences after it tell.
    """

    start: int
    stop: int
    line: int
    people: tuple[int, ...]
    announces: bool = False

    def told(self) -> Cue:
        """Return the cue of a statement that has been told."""
        return replace(self, announces=False)


def find_cues(
    lines: Sequence[Line], language: str, people: Sequence[Entity], roles: Sequence[Role | None]
) -> Iterator[Cue]:
    """Yield the cues of a text in order, at most one for each person and sentence."""
    context = Context(lines, [person.sex for person in people], language)
    finder = _Finder(language, context, Offices(lines, roles, language))
    for number, line in enumerate(lines):
        told: set[int] = set()
        for first, after, speakers, announces in finder.find(number, line):
            new = tuple(person for person in speakers if person not in told)
            told.update(new)
            if new:
                yield Cue(line.tokens[first].start, line.tokens[after - 1].stop, number, new, announces)


Found = tuple[int, int, tuple[int, ...], bool]


class _Finder:
    """The cues of one language; holds its words so that every sentence need not look them up."""

    def __init__(self, language: str, context: Context, offices: Offices) -> None:
        self.context = context
        self.offices = offices
        self.stood: tuple[int, tuple[tuple[int, int], ...]] | None = None
        self.grammar = phrases_of(language)
        self.declines = language in INFLECTED
        self.verbs = load(People, language).verbs_of_speech
        self.weak = load(People, language).weak_verbs
        self.longer = load(People, language).phrases_of_speech
        self.before = load(People, language).cues_before
        self.announcing = load(People, language).cues_announcing
        self.nouns = load(People, language).cues_possessive
        self.noun_openers = load(People, language).possessive_openers
        self.pronouns = load(People, language).pronouns
        self.possessives = load(People, language).possessives
        self.skipped = load(People, language).skipped_before_verbs | load(People, language).between
        self.conjunctions = load(People, language).conjunctions
        self.clauses = load(People, language).clause_words
        self.origins = load(People, language).origins
        self.prepositions = load(People, language).prepositions

    def find(self, number: int, line: Line) -> Iterator[Found]:
        """Yield first and last token (half open) of each cue in a sentence, who speaks, and whether it announces."""
        for i in range(len(line.tokens)):
            yield from self._nominal(number, line, i)
            yield from self._possessive(number, line, i)
            after = self._verb(line, i)
            if after is None:
                continue
            speakers = self._subject_before(number, line, i) or self._subject_after(number, line, i, after)
            if speakers:
                yield i, after, speakers, False

    def _verb(self, line: Line, i: int) -> int | None:
        """Return where a verb of speech ends that stands at a token, if it does mark speech there."""
        for phrase in self.longer.get(line.lemma(i), ()):
            if all(line.lemma(i + n) == word for n, word in enumerate(phrase)):
                return i + len(phrase)
        if line.lemma(i) not in self.verbs or line.name_at(i):
            return None
        if self.declines and not morphology.is_finite(line.tokens[i].text):
            return None
        if line.lemma(i) in self.weak and not self._tells(line, i):
            return None
        return i + 1

    def _tells(self, line: Line, i: int) -> bool:
        """Tell whether words in quotation marks or a clause go with a verb."""
        near = any(line.lemma(n) in self.clauses for n in range(i + 1, min(i + CLAUSE, len(line.tokens))))
        aside = line.lemma(i + 1) == ","
        return near or aside or line.quotes

    def _nominal(self, number: int, line: Line, i: int) -> Iterator[Found]:
        """*According to Lavrov*, *a statement from the minister*."""
        for cues, announces in ((self.before, False), (self.announcing, True)):
            for phrase in cues.get(line.lemma(i), ()):
                if all(line.lemma(i + n) == word for n, word in enumerate(phrase)):
                    after = i + len(phrase)
                    speakers = self._person_at(number, line, after)
                    if speakers:
                        yield i, after, speakers, announces
                    return

    def _possessive(self, number: int, line: Line, i: int) -> Iterator[Found]:
        """*In his opinion*, *in Semashko's view*."""
        if line.lemma(i) not in self.noun_openers or not (self.declines or self._opens(line, i)):
            return
        sex = self.possessives.get(line.tokens[i + 1].text.lower()) if i + 1 < len(line.tokens) else None
        if sex and line.lemma(i + 2) in self.nouns and (self.declines or line.lemma(i + 3) in CLOSERS):
            person = self.context.resolve(number, i + 1, sex)
            if person is not None:
                yield i, i + 3, (person,), False
            return
        named = line.name_at(i + 1)
        if (
            named
            and line.lemma(named.after + 2) in CLOSERS
            and line.lemma(named.after) in {"'s", "’s"}
            and line.lemma(named.after + 1) in self.nouns
        ):
            yield i, named.after + 2, (named.person,), False

    def _opens(self, line: Line, i: int) -> bool:
        return (
            not i
            or not line.tokens[i - 1].word
            or line.lemma(i - 1) in self.conjunctions
            or line.lemma(i - 1) in self.clauses
        )

    def _person_at(self, number: int, line: Line, i: int) -> tuple[int, ...]:
        """Return who is named from a token on, behind a role or by words such as *the Belarusian leader*."""
        name = next(line.names_between(i, i + FARTHEST), None)
        if name and self._begin(line, name.first) <= i and line.lemma(name.after) not in {"'s", "’s"}:
            return self._joint_after(line, name.person, name.after)
        for first, after in self._standing(number, line):
            if i <= first <= i + 1 and after > i:
                person = self.context.resolve(number, first, None)
                return () if person is None else (person,)
        holder = self.offices.starting_at(number, i)
        return () if holder is None else (holder,)

    def _standing(self, number: int, line: Line) -> tuple[tuple[int, int], ...]:
        """Return the phrases of a sentence that stand for a person without a name, looked for once."""
        if self.stood is None or self.stood[0] != number:
            self.stood = number, tuple(self.grammar.standing_alone(line))
        return self.stood[1]

    def _joint_after(self, line: Line, person: int, i: int) -> tuple[int, ...]:
        if line.lemma(i) in self.conjunctions:
            for name in line.names_between(i + 1, i + FARTHEST):
                if self._begin(line, name.first) == i + 1:
                    return person, name.person
        return (person,)

    def _begin(self, line: Line, first: int) -> int:
        """Return where the words before a name begin that belong to it: article, role, title."""
        while first and self.grammar.is_title(line, first - 1):
            first -= 1
        span = self.grammar.ending_at(line, first)
        first = span[0] if span else first
        return first - 1 if first and line.lemma(first - 1) in {"the", "a", "an"} else first

    def _subject_before(self, number: int, line: Line, verb: int) -> tuple[int, ...]:
        i = verb - 1
        while i >= 0 and self._passes(line, i):
            i -= 1
        if i < 0:
            return ()
        sex = self.pronouns.get(line.tokens[i].text.lower())
        if sex:
            person = self.context.resolve(number, i, sex)
            return () if person is None else (person,)
        if line.lemma(i) in self.conjunctions:
            return self._subject_of_clause(number, line, i)
        i = self._over_aside(line, self._over_origin(line, i))
        named = line.name_at(i)
        return self._named(line, named) if named else self._standing_for(number, line, i + 1)

    def _named(self, line: Line, named: Named) -> tuple[int, ...]:
        begin = self._begin(line, named.first)
        if line.lemma(begin - 1) in self.prepositions:
            return ()
        return (*self._joint_before(line, begin - 1), named.person)

    def _standing_for(self, number: int, line: Line, stop: int) -> tuple[int, ...]:
        """Return whom words such as *the Belarusian leader* mean that end before a token."""
        for first, after in self._standing(number, line):
            if after == stop and line.lemma(first - 2) not in self.prepositions:
                person = self.context.resolve(number, first, None)
                return () if person is None else (person,)
        holder = self.offices.ending_at(number, stop)
        return () if holder is None else (holder,)

    def _passes(self, line: Line, i: int) -> bool:
        """Tell whether a token may stand between a subject and its verb; the bracket is that of a link in Markdown."""
        if line.name_at(i):
            return False
        lemma = line.lemma(i)
        return (
            lemma in self.skipped
            or line.tokens[i].text.lower() in self.skipped
            or lemma == "["
            or (not self.declines and lemma.endswith(ADVERB))
        )

    def _over_origin(self, line: Line, i: int) -> int:
        """Step back over *of Northgate Securities* and *of Jackson, Mississippi,* to the name before."""
        n = i
        while n > 0 and i - n < FARTHEST and not line.name_at(n):
            if line.lemma(n) in self.origins:
                return n - 1 if line.name_at(n - 1) else i
            if not (line.tokens[n].capital or line.lemma(n) in {",", "the", "&"}):
                return i
            n -= 1
        return i

    def _over_aside(self, line: Line, i: int) -> int:
        """Step back over *, the president of Belarus,* and *(...)* to the token before."""
        openers = {",": ",", ")": "(", "—": "—", "–": "–"}
        if line.lemma(i) in self.grammar.relatives and line.lemma(i - 1) == ",":
            return i - 2
        opener = openers.get(line.lemma(i))
        if opener is None:
            return i
        named = line.name_at(i - 1)
        if opener == "," and named and line.lemma(self._begin(line, named.first) - 1) not in self.prepositions:
            return i - 1
        for n in range(i - 1, max(-1, i - FARTHEST), -1):
            if line.lemma(n) == opener:
                if line.name_at(n - 1):
                    return n - 1
                if opener != ",":
                    return i
        return i

    def _joint_before(self, line: Line, i: int) -> tuple[int, ...]:
        """*Rapota as well as Babich said*: those who are named before the last."""
        start = i
        while i > 0 and (line.lemma(i) in self.conjunctions):
            i -= 1
        if i == start:
            return ()
        if line.lemma(i) == ",":
            i -= 1
        named = line.name_at(i)
        if named is None:
            return ()
        begin = self._begin(line, named.first)
        return () if line.lemma(begin - 1) in self.prepositions else (named.person,)

    def _subject_of_clause(self, number: int, line: Line, conjunction: int) -> tuple[int, ...]:
        """*Lavrov arrived and said*: the subject that opens the sentence, where nobody else is named before."""
        if line.lemma(conjunction - 1) == ",":
            return ()
        before = [name for name in line.names if name.after <= conjunction]
        if before and len({name.person for name in before}) == 1 and self._begin(line, before[0].first) == 0:
            return (before[0].person,) if line.lemma(before[0].after) not in {"'s", "’s"} else ()
        sex = self.pronouns.get(line.tokens[0].text.lower())
        if sex and not before:
            person = self.context.resolve(number, 0, sex)
            return () if person is None else (person,)
        return ()

    def _subject_after(self, number: int, line: Line, verb: int, after: int) -> tuple[int, ...]:
        """*“…,” said Lavrov*; in Russian the subject may follow anywhere."""
        if not self.declines and verb and line.lemma(verb - 1) not in {",", "”", '"', "?", "!", "'", "’", "—", "–"}:
            return ()
        sex = self.pronouns.get(line.tokens[after].text.lower()) if after < len(line.tokens) else None
        if sex:
            person = self.context.resolve(number, after, sex)
            return () if person is None else (person,)
        while line.lemma(after) in self.skipped:
            after += 1
        return self._person_at(number, line, after) or self._subject_far_after(line, after)

    def _subject_far_after(self, line: Line, after: int) -> tuple[int, ...]:
        """*Заявил журналистам Дроздов*: the subject behind those who are spoken to, where the language declines."""
        if not self.declines or line.name_at(after):
            return ()
        for i in range(after, min(after + ADDRESSED, len(line.tokens))):
            named = line.name_at(i)
            if named:
                return (named.person,) if morphology.may_be_subject(line.tokens[i].text) else ()
            if not line.tokens[i].word or morphology.is_finite(line.tokens[i].text):
                return ()
        return ()
