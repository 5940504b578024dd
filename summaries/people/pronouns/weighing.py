"""Resolves pronouns in languages whose clauses can be recognised: all candidates are scored, known or not.

A capitalised word not recognised as a name is a candidate too, so that its pronouns are not resolved to others. If such
a candidate is the likeliest, nobody is returned.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from summaries.people.pronouns.resolver import FARTHEST, NOBODY, POSSESSIVES, Resolver
from summaries.people.pronouns.salience import (
    MARGIN,
    SPEAKING,
    Following,
    Kind,
    Mention,
    Pronoun,
    Role,
    Standing,
    weigh,
    weigh_ahead,
)
from summaries.text.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.document import Document
    from summaries.people.entities import Entity
    from summaries.people.mentions import Line

SHORTEST = 3
"""Minimum length of a surname in letters."""
BEHIND = 5
"""Maximum number of tokens between a comma and the name that an opening phrase leads to."""
CHAIN = 2
"""Maximum distance in sentences at which the last pronoun of the same sex counts."""
UNKNOWN, UNNAMED = -1_000, -100_000
"""Entity numbers from here down are those of capitalised words that may be names, and of unnamed people."""
ENDS = frozenset(".;:!?")


class WeighingResolver(Resolver):
    """The mentions in recent sentences, with all their features."""

    def __init__(self, document: Document, lines: Sequence[Line], entities: Sequence[Entity]) -> None:
        super().__init__(document, lines, entities)
        data = self.data
        self.mentions: list[Mention] = []
        self.total = 0
        self.leader: int | None = None
        self.unknown: dict[str, int] = {}
        self.last: dict[str, tuple[int, int]] = {}
        """By sex, whom the last pronoun meant, and the sentence where it stands."""
        self.capitals = {
            token.text
            for line in lines
            for before, token, after in zip(line.tokens, line.tokens[1:], line.tokens[2:], strict=False)
            if token.capital and before.word and not after.capital
        }
        self.prose = [paragraph.kind != "heading" for paragraph in document.article.paragraphs]
        self.places = data.prepositions | data.place_prepositions
        self.opening = data.prepositions | data.subordinators | data.phrase_starts
        self.verbs = (
            data.auxiliaries | data.copulas | data.modals | data.passives | data.verbs_of_speech | data.irregular_pasts
        ) - POSSESSIVES

    def begin(self, number: int) -> None:
        """Forget mentions too far before a sentence."""
        super().begin(number)
        self.mentions = [one for one in self.mentions if number - one.line <= FARTHEST]

    def see_name(self, number: int, i: int) -> None:
        """Remember a name that begins at a token."""
        super().see_name(number, i)
        name = self.lines[number].covered[i]
        self._mention(number, (i, name.after), name.person, "name")

    def see(self, number: int, i: int, person: int) -> None:
        """Remember a word that refers to a person."""
        super().see(number, i, person)
        lower = self.lines[number].tokens[i].text.lower()
        self._mention(number, (i, i + 1), person, "pronoun" if lower in self.pronouns else "noun")

    def see_unnamed(self, number: int, i: int) -> None:
        """Remember a noun for a person, and a capitalised word that may be a name."""
        super().see_unnamed(number, i)
        line = self.lines[number]
        if line.tokens[i].capital:
            kind = self._kind_of_capital(line, i)
            if kind is not None and self.prose[line.sentence.paragraph]:
                person = self._unknown_at(line, i)
                self.counts[person] += 1
                self._mention(number, (i, i + 1), person, kind)
        elif self._is_somebody(line, i):
            sex = self.data.noun_sexes.get(line.lemma(i))
            self._mention(number, (i, i + 1), UNNAMED - self.total, "unnamed", sex)

    def resolve(self, number: int, i: int) -> int | None:
        """Return the referent of a pronoun; ``None`` for other words, or if it is uncertain."""
        sex = self.pronouns.get(self.lines[number].tokens[i].text.lower())
        if sex is None:
            return None
        best: dict[int, float] = {}
        pronoun = self._pronoun(number, i)
        for one, standing in self._candidates(number, i, pronoun, sex):
            score = weigh(one, pronoun, standing)
            best[one.person] = max(best.get(one.person, score), score)
        for person in self._ahead(number, i, sex):
            score = weigh_ahead(pronoun, named=person >= 0)
            best[person] = max(best.get(person, score), score)
        margin = SPEAKING if pronoun.speaks else MARGIN
        ordered = sorted(best.items(), key=lambda item: -item[1])
        if not ordered or (len(ordered) > 1 and ordered[0][1] - ordered[1][1] < margin):
            return None
        person = ordered[0][0]
        if person <= NOBODY or not self._is_known(person, self.lines[number].sentence.paragraph):
            return None
        self.learned.setdefault(person, sex)
        self.last[sex] = person, number
        return person

    def _is_known(self, person: int, paragraph: int) -> bool:
        """Return whether somebody's sex is known, or they are named in a paragraph or last before it."""
        if self._sex(person) is not None:
            return True
        last = next((one.person for one in reversed(self.mentions) if one.person > NOBODY), None)
        return person == last or any(one.person == person and one.paragraph == paragraph for one in self.mentions)

    def _candidates(self, number: int, i: int, pronoun: Pronoun, sex: str) -> Iterator[tuple[Mention, Standing]]:
        """Yield the candidate mentions before a pronoun, the last first, with the features of their person."""
        line = self.lines[number]
        subjects: Counter[int] = Counter()
        reflexive = line.tokens[i].text.lower().endswith("self")
        last, where = self.last.get(sex, (NOBODY, 0))
        bound = {one.person for one in self.mentions if not reflexive and self._binds(line, one, pronoun)}
        for one in reversed(self.mentions):
            known = one.sex or self.learned.get(one.person)
            if known not in {sex, None}:
                continue
            if one.person not in bound:
                yield (
                    one,
                    Standing(
                        count=self.counts[one.person] if one.person > UNNAMED else 1,
                        leads=one.person == self.leader,
                        rivals=subjects.total() - subjects[one.person],
                        chained=one.person == last and number - where <= CHAIN,
                        sexed=known is not None,
                    ),
                )
            subjects[one.person] += one.role == "subject"

    def _ahead(self, number: int, i: int, sex: str) -> Iterator[int]:
        """Yield the cataphoric candidate for a pronoun in an opening phrase: the subject after the comma."""
        line = self.lines[number]
        if line.lemma(0) not in self.opening and not line.lemma(0).endswith("ing"):
            return
        if any(one.line == number and one.role == "subject" for one in self.mentions):
            return
        comma = next((n for n in range(i + 1, len(line.tokens)) if line.lemma(n) == ","), len(line.tokens))
        for n in range(comma + 1, min(comma + BEHIND, len(line.tokens))):
            name = line.name_at(n)
            if name is not None:
                if self._sex(name.person) in {sex, None}:
                    yield name.person
                return
            if line.tokens[n].capital and self._kind_of_capital(line, n) is not None:
                yield self._unknown_at(line, n)
                return
            if not line.tokens[n].capital and line.lemma(n) not in self.before_names | {"."}:
                return

    def _binds(self, line: Line, one: Mention, pronoun: Pronoun) -> bool:
        """Return whether a mention is the subject of the verb whose object is the pronoun, so that it is ruled out."""
        if one.line != pronoun.line or pronoun.role not in {"object", "oblique"} or one.role != "subject":
            return False
        return all(line.lemma(n) not in self.data.clause_starts for n in range(one.first + 1, pronoun.first))

    def _mention(self, number: int, span: tuple[int, int], person: int, kind: Kind, sex: str | None = None) -> None:
        line = self.lines[number]
        first, after = span
        if person > UNNAMED:
            self.leader = person if self.leader is None else self.leader
        self.total += 1
        inverted = line.quotes and line.lemma(first - 1) in self.data.verbs_of_speech
        following: Following = "verb" if inverted else self._following(line, after)
        quotation = self._quotation(line.tokens[first].start)
        here = [one for one in self.mentions if one.line == number and one.quotation == quotation]
        self.mentions.append(
            Mention(
                person,
                self._sex(person) if person > NOBODY else sex,
                number,
                line.sentence.paragraph,
                first,
                self._role(line, first, after),
                kind,
                following,
                main=following == "verb" and not any(one.main for one in here),
                opens=not here,
                speaks=self._speaks(line, first, after),
                joined=line.lemma(after) in {"and", "&"} or line.lemma(first - 1) in {"and", "&"},
                quotation=quotation,
            )
        )

    def _following(self, line: Line, i: int) -> Following:
        lower = line.lemma(i)
        if not lower or lower in ENDS:
            return "end"
        if lower == ",":
            return "comma"
        if lower in self.places or lower == "to":
            return "preposition"
        verb = lower not in POSSESSIVES and (lower in self.verbs or lower.endswith("ed"))
        return "verb" if verb else "other"

    def _role(self, line: Line, first: int, after: int) -> Role:
        lower = line.tokens[first].text.lower()
        if line.lemma(after) in POSSESSIVES or (lower in self.data.possessives and self._owns(line, first)):
            return "possessive"
        if lower in self.subjects or (lower not in self.pronouns and self._is_subject(line, first, after)):
            return "subject"
        return "oblique" if line.lemma(first - 1) in self.places else "object"

    def _pronoun(self, number: int, i: int) -> Pronoun:
        """Return a pronoun with its position and role."""
        line = self.lines[number]
        return Pronoun(
            number,
            line.sentence.paragraph,
            i,
            self._role(line, i, i + 1),
            not any(one.line == number for one in self.mentions),
            self._quotation(line.tokens[i].start),
            next((n for n in range(i - 1, -1, -1) if line.lemma(n) in self.data.clause_starts), 0),
            self._speaks(line, i, i + 1),
        )

    def _owns(self, line: Line, i: int) -> bool:
        """Return whether a noun follows a possessive: *her* may be an object too."""
        if line.lemma(i) != "her":
            return True
        closing = self.data.prepositions | self.data.conjunctions | self.data.clause_words | self.excluded
        return i + 1 < len(line.tokens) and line.tokens[i + 1].word and line.lemma(i + 1) not in closing

    def _may_open(self, line: Line, i: int, *, surname: bool) -> bool:
        """Return whether a word capitalised only at the start of a sentence may be a name: if a verb follows."""
        listed = [list_ for list_ in ("small", "common") if line.lemma(i) in load_lexicon(list_)]
        return not listed and (surname or self._following(line, i + 1) == "verb")

    def _unknown_at(self, line: Line, i: int) -> int:
        return self.unknown.setdefault(line.tokens[i].text, UNKNOWN - len(self.unknown))

    def _kind_of_capital(self, line: Line, i: int) -> Kind | None:
        """Return the kind of a capitalised word that may be an unrecognised name: a listed surname, or another."""
        token, lemma = line.tokens[i], line.lemma(i)
        if not token.word or len(token.text) < SHORTEST or token.text.isupper():
            return None
        if lemma in self.data.organisations or lemma in self.nouns or lemma in self.excluded:
            return None
        surname = lemma in load_lexicon("last") or lemma in load_lexicon("first")
        if lemma in load_lexicon("cities") and not surname:
            return None
        opens = not i or not line.tokens[i - 1].word
        if opens and token.text not in self.capitals and not self._may_open(line, i, surname=surname):
            return None
        around = [n for n in (i - 1, i + 1) if 0 <= n < len(line.tokens)]
        runs = [n for n in around if line.tokens[n].capital and line.tokens[n].word and not line.name_at(n)]
        if i + 1 in runs or (i > 1 and runs and not surname):
            return None
        return "surname" if surname else "capital"
