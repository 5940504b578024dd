"""Decides which of the names found refer to people, from all mentions of an entity, not from one.

A person acts, has a title, an office or an age, or is followed by *who*. A month, a team, a village, a company, a
missile or a brand never does: it has an article, follows *in*, has a coach, or is described as a festival.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from summaries.languages import read_list
from summaries.languages.schema import People, Places, load
from summaries.people.names.support import find_personal
from summaries.people.roles.phrases import WESTERN, phrases_of
from summaries.text import morphology
from summaries.text.lexicon import calendar_words, load_lexicon, territory_words
from summaries.text.morphology import INFLECTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.people.entities import Entity
    from summaries.people.mentions import Line, Named

STRONG, WEAK = 2, 1
POSSESSIVES = frozenset({"'s", "’s"})
OPENING, CLOSING = frozenset('«“„"'), frozenset('»”“"')
AGE = "летний"
"""Ending of an age in words, which no dictionary lists: *Семидесятишестилетний*."""
APPOSITION = 6
"""Number of words at the start of an apposition that are searched for its head."""
CLAUSE = 12
"""Number of words after a name that are searched for a pronoun that refers to it."""
Evidence = dict[str, int]
"""Evidence for and against a person; each kind counts once, however often it is found."""


def keep_persons(lines: Sequence[Line], entities: Sequence[Entity], language: str) -> list[Entity]:
    """Return the entities that are people, each with its own mentions; credits and bylines do not count."""
    typing = _typing(language)
    evidence = [typing.by_form(entity) for entity in entities]
    quoted = typing.quoted_words(lines)
    places = ((number, i) for number, line in enumerate(lines) for i in line.covered)
    personal = find_personal([line.tokens for line in lines], places, language)
    for entity, own in zip(entities, evidence, strict=True):
        if entity.called.lower() in personal:
            own["personal"] = STRONG
        if " " not in entity.called and any(name.words[-1] in quoted for name in entity.names):
            own["quoted"] = -STRONG
    starts: dict[int, set[int]] = defaultdict(set)
    for line, following in zip_longest(lines, lines[1:]):
        credit = bool(line.names) and typing.is_credit(line)
        for name in line.names:
            evidence[name.person].update(typing.by_context(line, name, entities[name.person]))
            if following is not None and name is line.names[0]:
                evidence[name.person].update(typing.by_next(line, name, following))
            if not credit and not typing.is_place(line, name):
                starts[name.person].add(line.tokens[name.first].start)
    kept = (
        replace(entity, names=tuple(name for name in entity.names if name.start in starts[number]))
        for number, entity in enumerate(entities)
        if sum(evidence[number].values()) > 0
    )
    return [entity for entity in kept if entity.names]


def _typing(language: str) -> _Typing:
    if language in INFLECTED:
        return _Russian(language)
    return _Western(language) if language in WESTERN else _Typing(language)


class _Typing:
    """Evidence for languages that do not decline names."""

    def __init__(self, language: str) -> None:
        people, places = load(People, language), load(Places, language)
        self.people = people
        self.grammar = phrases_of(language)
        self.locations = places.before | people.before_places
        self.territories = territory_words(language)
        self.calendar = calendar_words(language)
        self.brands = frozenset(read_list(language, "brands"))

    def by_form(self, entity: Entity) -> Evidence:
        """Return the evidence of the most complete name."""
        words = [word.lower() for word in entity.called.replace("-", " ").split()]
        if " ".join(words) in self.brands:
            return {"brand": -STRONG}
        if len(words) == 1:
            return {"form": self._by_word(entity.called)}
        return {"form": STRONG, **self._by_words(words, entity.called), **self._by_short_forms(entity)}

    def _by_word(self, name: str) -> int:
        lower = name.lower()
        if lower in self.calendar or lower in self.territories or "." in name:
            return -STRONG - WEAK
        if lower in load_lexicon("small") or lower in load_lexicon("cities"):
            return -STRONG
        return 0 if any(lower in load_lexicon(one) for one in ("usual", "male", "female")) else -WEAK

    def _by_words(self, words: Sequence[str], name: str) -> Evidence:
        found: Evidence = {}
        first, last = words[0], words[-1]
        if any(first in load_lexicon(one) for one in ("usual", "male", "female")):
            found["given"] = WEAK
        elif first not in load_lexicon("first") and len(first.strip(".")) > 1 and not self._is_eastern(first):
            found["given"] = -WEAK
        inner = words[1:-1] if last in load_lexicon("last") else words
        if any(word in load_lexicon("small") and word not in load_lexicon("last") for word in inner):
            found["common"] = -WEAK
        if last not in load_lexicon("last"):
            found["surname"] = -WEAK * (last in load_lexicon("small") or first not in load_lexicon("first"))
        if any(word in self.people.organisations for word in words[1:]):
            found["body"] = -STRONG
        found["group"] = self._by_group(last)
        parts = name.split()
        shouted = [word.isupper() and len(word) > 1 and "." not in word for word in parts]
        if first in self.calendar and last not in load_lexicon("last"):
            found["calendar"] = -STRONG
        if any(letter.isdigit() for letter in name) or (shouted[-1] and not shouted[0]):
            found["odd"] = -STRONG - WEAK
        elif any(shouted) and not all(shouted):
            found["odd"] = -WEAK
        return found

    def _by_group(self, last: str) -> int:
        """Return the evidence of the last word: *Virginia Democrats*, *Green Rivers*."""
        if last in self.people.groups:
            return -STRONG - WEAK
        plural = last.endswith("s") and last in load_lexicon("small")
        return -STRONG if plural or last in self.territories | self.people.office_abbreviations else 0

    def _by_short_forms(self, entity: Entity) -> Evidence:
        """Return the evidence of single-word forms: people go by their surnames, other things by their first words."""
        short = [name.words[0] for name in entity.names if len(name.words) == 1]
        words = entity.called.split()
        behind = sum(word == words[0] for word in short) > max(1, sum(word == words[-1] for word in short))
        usual = words[0].lower() in load_lexicon("usual") or self._is_eastern(words[0].lower())
        return {"short": -WEAK} if behind and not usual else {}

    def _is_eastern(self, word: str) -> bool:
        return word in self.people.eastern_surnames

    def quoted_words(self, lines: Sequence[Line]) -> frozenset[str]:  # noqa: ARG002 - in Russian alone
        """Return the words in quotation marks that are no people: none where such words may be nicknames."""
        return frozenset()

    def by_context(self, line: Line, name: Named, entity: Entity) -> Evidence:
        """Return the evidence of the words around a mention."""
        return {**self._before(line, name), **self._after(line, name, entity), **self._pronoun(line, name)}

    def _before(self, line: Line, name: Named) -> Evidence:
        before = line.lemma(name.first - 1)
        if before in self.people.titles or (before == "." and line.lemma(name.first - 2) in self.people.titles):
            return {"title": STRONG}
        if self.grammar.ending_at(line, name.first):
            return {"office": STRONG}
        if before in self.people.articles and not self._modifies(line, name):
            return {"article": -STRONG - WEAK}
        if line.lemma(name.after) in POSSESSIVES:
            return {}
        of_place = before == "of" and line.lemma(name.first - 2) in self.people.kinds_of_places
        if of_place or before in self.locations or before in self.people.works:
            return {"location": -STRONG - WEAK * (of_place or before in self.people.works)}
        return {"location": -WEAK} if before == "at" else {}

    def _modifies(self, line: Line, name: Named) -> bool:
        """Return whether a name modifies a noun: *the Trump administration*."""
        after = line.lemma(name.after)
        return after in {"-", "–"} or (after.isalpha() and after not in self.people.copulas)

    def _after(self, line: Line, name: Named, entity: Entity) -> Evidence:
        i = name.after
        if line.lemma(i) in {",", "("}:
            return self._apposition(line, i + 1)
        if line.lemma(i) in self.people.verbs_of_speech:
            return {"speaks": WEAK}
        if line.lemma(i) in {"who", "whose"}:
            return {"who": STRONG}
        if line.lemma(i) in POSSESSIVES:
            i += 1
        while line.lemma(i) in self.people.office_openers - self.people.offices:
            i += 1
        staffed = line.lemma(i) in self.people.offices - self.people.kin and not line.name_at(i)
        return {"staffed": -STRONG} if staffed and " " not in entity.called else {}

    def _apposition(self, line: Line, i: int) -> Evidence:
        if line.lemma(i).isdigit() and line.lemma(i + 1) in {",", ")"}:
            return {"age": STRONG} if len(line.lemma(i)) <= STRONG else {}
        if line.lemma(i) in {"who", "whose"}:
            return {"who": STRONG}
        if line.lemma(i) in self.people.role_starts:
            i += 1
        for n in range(i, i + APPOSITION):
            lemma = line.lemma(n)
            if lemma in self.people.offices and not line.name_at(n):
                return {"apposition": STRONG}
            if lemma in self.people.things:
                return {"apposition": -STRONG}
            if not lemma.replace("-", "").isalpha():
                break
        return {}

    def _pronoun(self, line: Line, name: Named) -> Evidence:
        """Return the evidence of the first pronoun after a name, if nobody else is named in between."""
        for i in range(name.after, min(name.after + CLAUSE, len(line.tokens))):
            if line.name_at(i):
                break
            lemma = line.lemma(i)
            if lemma in self.people.pronouns or lemma in self.people.possessives:
                return {"pronoun": WEAK}
            if lemma in self.people.neuter:
                return {"neuter": -WEAK}
        return {}

    def is_credit(self, line: Line) -> bool:
        """Return whether a sentence is a credit for writing, editing or pictures: it names nobody in the story."""
        text = line.sentence.text.lower()
        return text.startswith(self.people.credit_openers) or any(note in text for note in self.people.credit_notes)

    def is_place(self, line: Line, name: Named) -> bool:
        """Return whether a mention refers to a city with a person's name: *in Jackson*."""
        lemma = line.lemma(name.first)
        single = name.after - name.first == 1 and line.lemma(name.after) not in POSSESSIVES
        return single and line.lemma(name.first - 1) in self.locations and lemma in load_lexicon("cities")

    def by_next(self, line: Line, name: Named, following: Line) -> Evidence:
        """Return the evidence of *He* or *She* at the start of the next sentence for the name that opens this one."""
        opens = all(line.lemma(i) in self.people.titles | self.people.articles for i in range(name.first))
        if not opens or following.sentence.paragraph != line.sentence.paragraph:
            return {}
        return {"next": WEAK} if following.lemma(0) in {*self.people.pronouns, *self.people.possessives} else {}


class _Russian(_Typing):
    """Evidence for Russian, whose tagger is usually right: a common noun needs more than one word."""

    def by_form(self, entity: Entity) -> Evidence:
        """Return the evidence of the most complete name."""
        words = entity.called.replace("-", " ").split()
        if " " in entity.called:
            return {"form": STRONG}
        if "." in entity.called or morphology.lemma(entity.called).endswith(AGE):
            return {"form": -STRONG}
        return {"form": WEAK if all(morphology.may_be_surname(word) for word in words) else -STRONG}

    def quoted_words(self, lines: Sequence[Line]) -> frozenset[str]:
        """Return the capitalised words that stand alone in quotation marks, as firms do: *директор «Колмара»*."""
        return frozenset(
            token.text
            for line in lines
            for before, token, after in zip(line.tokens, line.tokens[1:], line.tokens[2:], strict=False)
            if before.text in OPENING and token.capital and after.text in CLOSING
        )

    def by_context(self, line: Line, name: Named, entity: Entity) -> Evidence:
        """Return the evidence of the words around a mention."""
        if line.lemma(name.first - 1) in self.people.titles:
            return {"title": STRONG}
        office = self.grammar.ending_at(line, name.first) and " " not in entity.called
        return {"office": WEAK} if office else {}


class _Western(_Typing):
    """Evidence for German, French and Spanish: who speaks, whose son somebody is."""

    def _before(self, line: Line, name: Named) -> Evidence:
        before = line.lemma(name.first - 1)
        whole = line.lemma(name.after) not in {"-", "–"}
        if whole and before in self.people.verbs_of_speech | self.people.verbs_of_manner:
            return {"speaks": STRONG}
        kin = name.first - 1 - (before == ",")
        if line.lemma(kin) in self.people.kin and line.lemma(kin - 1) in self.people.owners:
            return {"kin": STRONG}
        return super()._before(line, name)
