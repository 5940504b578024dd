"""The cues of speech in English, and the subjects of its verbs: names, pronouns, offices, bodies.

The source is the grammatical subject: not a name after a preposition or with a possessive ending.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.languages.schema import People, load
from summaries.speech.bodies import MESSAGES, Bodies
from summaries.speech.english_phrases import NounPhrases
from summaries.speech.english_verbs import SpeechVerbs
from summaries.speech.speaker import UNNAMED, Cue, Speaker, Speakers
from summaries.text.lexicon import calendar_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summaries.people.analysis import PeopleAnalysis
    from summaries.people.mentions import Line, Named

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
QUOTES = frozenset({'"', "“", "”", "'", "’", "‘", "«", "»", "„"})
ENDS = frozenset({",", "?", "!", ".", "—", "–", "-", "…"}) | QUOTES
ASIDES = {",": ",", ")": "(", "—": "—", "–": "–"}
FARTHEST = 40
"""Maximum length in tokens of an aside between a subject and its verb."""
PROPER = 2
"""Minimum length in words of a body's name between commas: a single word may be a place."""
WHO = frozenset({"who"})
PLURAL = frozenset({"they", "we", "both", "others", "i", "you"})


class EnglishCues:
    """Finds the cues of one text; keeps the word lists, so that they are not looked up for every sentence."""

    def __init__(self, people: PeopleAnalysis, language: str) -> None:
        self.data = load(People, language)
        self.verbs = SpeechVerbs(language)
        self.phrases = NounPhrases(language)
        self.calendar = calendar_words(language)
        self.links = {(link.line, link.first): link.person for link in people.links}
        self.persons = self.data.person_nouns | self.data.offices
        self.barriers = self.phrases.barriers
        self.finite = (self.data.auxiliaries | {"is", "are", "was", "were"}) - POSSESSIVES
        self.bodies = Bodies(people, language)

    def find(self, number: int, line: Line) -> Iterator[Cue]:
        """Yield the cues of a sentence, in order; verbs whose subject cannot be determined yield none."""
        for i in range(len(line.tokens)):
            for cue in (
                self._nominal(number, line, i),
                self._possessive(number, line, i),
                self._verbal(number, line, i),
            ):
                if cue is not None:
                    self.bodies.remember(number, cue.speakers)
                    yield cue

    # --- verbs

    def _verbal(self, number: int, line: Line, i: int) -> Cue | None:
        after = self.verbs.find(line, i)
        if after is None:
            return None
        quoted = bool(i) and (line.lemma(i - 1) in QUOTES or line.lemma(i - 2) in QUOTES)
        inverted = self._inverted(number, line, i, after, quoted=quoted)
        behind = inverted and line.lemma(i - 1) == ","
        before = () if quoted or behind else self._subject_before(number, line, i)
        if before and before[0].body and not self._fits_body(line, i):
            return None
        if before:
            return Cue(number, i, after, before, final=self._is_final(line, i, after))
        if inverted:
            return Cue(number, i, after, inverted, inverted=True)
        speakers = self._subject_before(number, line, i) if quoted else ()
        return Cue(number, i, after, speakers) if speakers else None

    def _fits_body(self, line: Line, i: int) -> bool:
        """Return whether a verb can report a body's speech: not one of thought, a possible noun, or a thing's claim."""
        lemma = line.lemma(i)
        if lemma in self.data.verbs_of_mind or (lemma in self.data.plural_verbs and lemma != "say"):
            return lemma in self.data.plural_verbs and line.lemma(i - 1).endswith("s")
        return not lemma.startswith("claim") or self.verbs.tells(line, i)

    def _is_final(self, line: Line, verb: int, after: int) -> bool:
        """Return whether a subject and its verb end a sentence after a comma: *…, the office said*."""
        start = self.phrases.start(line, verb - 1)
        ends = after >= len(line.tokens) - 1
        return ends and bool(start) and start is not None and line.lemma(start - 1) in QUOTES | {","}

    # --- the subject after its verb

    def _inverted(self, number: int, line: Line, verb: int, after: int, *, quoted: bool) -> Speakers:
        """*“…,” said Lavrov*, *…, says Ulla Berend, an economist*."""
        lemma = line.lemma(verb)
        possible = verb and line.lemma(verb - 1) in ENDS and (quoted or lemma not in self.data.weak_verbs)
        if not possible or lemma in self.data.addressing_verbs | self.data.participles:
            return ()
        while line.lemma(after) in self.verbs.skipped:
            after += 1
        if line.lemma(after) in self.data.pronouns:
            return self._linked(number, after) if self.verbs.ends_clause(line, after + 1) else ()
        if line.lemma(after) in self.data.clause_words or line.lemma(after) in QUOTES:
            return ()
        name = self.phrases.name_from(line, after)
        head = None if name else self.phrases.head_from(line, after)
        stop = name.after if name else after if head is None else head + 1
        return self._phrase_from(number, line, after) if self.verbs.ends_clause(line, stop) else ()

    def _phrase_from(self, number: int, line: Line, start: int) -> Speakers:
        """Return the referent of the phrase that starts at a token."""
        name = self.phrases.name_from(line, start)
        if name is not None:
            owned = line.lemma(name.after) in POSSESSIVES
            return self._owned(line, name.after + 1) if owned else self._joint_after(line, name)
        head = self.phrases.head_from(line, start)
        if head is None or line.lemma(start) in self.data.pronouns:
            return ()
        if line.lemma(head) in self.data.cue_sources and line.lemma(head + 1) in {"from", "by"}:
            return self._phrase_from(number, line, head + 2)
        person = self.links.get((number, head))
        owned = line.lemma(start) in self.data.owners and line.lemma(head) not in self.data.body_nouns
        if person is None and (owned or line.lemma(head) in self.persons):
            person = self.phrases.apposed(line, head + 1)
        if person is not None:
            return (Speaker(person),)
        return self._by_noun(line, start, self.phrases.with_complement(line, head))

    # --- the subject before its verb

    def _subject_before(self, number: int, line: Line, verb: int) -> Speakers:
        i = verb - 1
        if line.lemma(verb) in self.data.participles and line.lemma(i) == ",":
            return self._subject_of_sentence(number, line, verb)
        while i >= 0 and not line.name_at(i) and (line.lemma(i) in self.verbs.skipped or line.lemma(i).endswith("ly")):
            i -= 1
        if i < 0:
            return ()
        if line.lemma(i) in MESSAGES and line.lemma(verb) in self.data.participles:
            return self._subject_of_sentence(number, line, verb)
        if line.lemma(i) in self.data.passives and line.lemma(verb) == "saying":
            return self._quoted_as(number, line, i)
        return self._subject_ending(number, line, i, verb)

    def _subject_ending(self, number: int, line: Line, i: int, verb: int) -> Speakers:
        """Return the referent of a subject that ends with a token."""
        name = line.name_at(i)
        if name is not None:
            return self._named(number, line, name, verb)
        lemma = line.lemma(i)
        if lemma in self.data.pronouns or lemma in PLURAL or lemma in self.data.neuter:
            return self._by_pronoun(number, line, i)
        if lemma in WHO:
            return self._antecedent(number, line, i, verb)
        if lemma in self.data.conjunctions or lemma in {"but", "then"}:
            return self._subject_of_clause(number, line, i)
        return self._over_aside(number, line, i, verb) if lemma in ASIDES else self._by_phrase(number, line, i)

    def _by_pronoun(self, number: int, line: Line, i: int) -> Speakers:
        """Return the referent of a pronoun; *it*, and *they* in a statement, refer to the body that spoke last."""
        known = line.lemma(i) in self.data.pronouns
        return self._linked(number, i) if known else (self.bodies.meant(number, line, line.lemma(i)),)

    def _linked(self, number: int, i: int) -> Speakers:
        person = self.links.get((number, i))
        return (UNNAMED,) if person is None else (Speaker(person),)

    def _named(self, number: int, line: Line, name: Named, verb: int) -> Speakers:
        """Return the referent of a name before a verb, if it is the whole subject and not part of it."""
        begin = self.begin(line, name.first)
        before = line.lemma(begin - 1)
        if line.lemma(verb) in self.data.plural_verbs and before not in {"and", ","}:
            return ()
        if before in self.barriers:
            return self._owner(number, line, begin - 1)
        if before in {"and", "&", ","} or (before == "as" and line.lemma(begin - 2) == "well"):
            return self._joint_before(line, begin - 1, name)
        if before in POSSESSIVES:
            return ()
        return (Speaker(name.person),)

    def _owner(self, number: int, line: Line, preposition: int) -> Speakers:
        """Return the referent of a noun before a preposition: *an adviser to Victor Novak*, *Wei Lin of Northgate*."""
        i = preposition - 1
        name = line.name_at(i)
        if name is not None:
            return () if line.lemma(self.begin(line, name.first) - 1) in self.barriers else (Speaker(name.person),)
        if i < 0 or not line.tokens[i].word or line.lemma(i) in self.data.verbs_of_speech:
            return ()
        return self._by_phrase(number, line, i)

    def _joint_before(self, line: Line, i: int, name: Named) -> Speakers:
        """*Rapota as well as Babich said*: the people named before the last."""
        speakers = [Speaker(name.person)]
        if line.lemma(i) == ",":
            return tuple(speakers)
        n = i - 1
        while line.lemma(n) in {"as", "well"}:
            n -= 1
        if line.lemma(n) == ",":
            n -= 1
        other = line.name_at(n)
        if other is not None and line.lemma(self.begin(line, other.first) - 1) not in self.barriers:
            speakers.insert(0, Speaker(other.person))
        return tuple(speakers)

    def _joint_after(self, line: Line, name: Named) -> Speakers:
        first = Speaker(name.person)
        if line.lemma(name.after) in {"and", "&"}:
            other = self.phrases.name_from(line, name.after + 1)
            if other is not None and line.lemma(other.after) in ENDS:
                return first, Speaker(other.person)
        return (first,)

    def _antecedent(self, number: int, line: Line, who: int, verb: int) -> Speakers:
        i = who - 1
        if line.lemma(i) == ",":
            i -= 1
        if i < 0:
            return ()
        if line.lemma(i) in ASIDES:
            return (UNNAMED,)
        return self._subject_ending(number, line, i, verb) or (UNNAMED,)

    def _over_aside(self, number: int, line: Line, i: int, verb: int) -> Speakers:
        """Step back over *, the president of Belarus,* and *(...)*; a name at its end may be an apposition."""
        opener = ASIDES[line.lemma(i)]
        closing = line.name_at(i - 1) if opener == "," else None
        relative = self._before_relative(line, i) if opener == "," else None
        if relative is not None:
            return self._named(number, line, relative, verb)
        if closing is not None and self._apposition_before(line, closing):
            return (Speaker(closing.person),)
        for n in range(i - 1, max(-1, i - FARTHEST), -1):
            if line.lemma(n) == opener or (opener == "," and line.lemma(n) in QUOTES):
                found = self._before_opener(number, line, n, verb)
                if found:
                    return found
                if opener != ",":
                    return ()
        if closing is None:
            return self._body_with_aside(number, line, i) if opener == "," else ()
        begin = self.begin(line, closing.first)
        return () if begin and line.tokens[begin - 1].word else (Speaker(closing.person),)

    def _before_opener(self, number: int, line: Line, opener: int, verb: int) -> Speakers:
        """Return the referent of the words before an aside; nothing if they are not a subject."""
        name = line.name_at(opener - 1) or (
            self._before_origin(line, opener - 1) if line.lemma(opener) == "," else None
        )
        if name is not None:
            return self._named(number, line, name, verb)
        if (number, opener - 1) in self.links:
            return self._linked(number, opener - 1)
        return (UNNAMED,) if line.lemma(opener - 1) in self.persons else ()

    def _body_with_aside(self, number: int, line: Line, comma: int) -> Speakers:
        """Return a body with an aside, or as one: *The firm, which owns it, said*; *her label, Big Machine, says*."""
        for n in range(comma - 1, 0, -1):
            begins = self.phrases.start(line, n - 1) if line.lemma(n) == "," else None
            if begins is None or self._has_verb(line, n + 1, comma):
                continue
            if begins in {0, 1} or self._is_first(line, begins):
                found = self._by_phrase(number, line, n - 1)
                if found and found[0].body:
                    return found
        start = self.phrases.start(line, comma - 1)
        if start is None or line.lemma(start - 1) != "," or not line.tokens[start].capital or comma - start < PROPER:
            return ()
        return self._by_phrase(number, line, comma - 1)

    def _has_verb(self, line: Line, start: int, stop: int) -> bool:
        """Return whether there is a clause, not an aside, between two commas: it has a verb, and no *which*."""
        inside = line.lemmas[start:stop]
        return self.data.relatives.isdisjoint(inside) and not self.finite.isdisjoint(inside)

    def _is_first(self, line: Line, start: int) -> bool:
        """Return whether a phrase is the first after the opening of a sentence: *On Monday, the paper, which …*."""
        opening = line.lemma(0) in self.data.prepositions | self.data.subordinators | self.calendar | {"in", "at"}
        return opening and line.lemma(start - 1) == "," and line.lemmas.index(",") == start - 1

    def _before_origin(self, line: Line, i: int) -> Named | None:
        """Return the name before *of Jackson*, if that ends with a token."""
        while i > 0 and line.tokens[i].capital and not line.name_at(i):
            i -= 1
        return line.name_at(i - 1) if i > 0 and line.lemma(i) in self.data.origins else None

    def _before_relative(self, line: Line, stop: int) -> Named | None:
        """Return the head of a relative clause before a token, without other speech in it: *Greta Lind, who proved*."""
        for name in line.names:
            if name.after < stop and line.lemma(name.after) == "," and line.lemma(name.after + 1) in {"who", "whose"}:
                speech = any(line.lemma(n) in self.data.verbs_of_speech for n in range(name.after, stop))
                return None if speech else name
        return None

    def _apposition_before(self, line: Line, name: Named) -> bool:
        """Return whether a name is between commas after a noun for a person: *its president, Lena Orlik,*."""
        comma = self.begin(line, name.first) - 1
        if line.lemma(comma) != ",":
            return False
        for n in range(comma - 1, max(-1, comma - FARTHEST), -1):
            if line.name_at(n) or not (line.tokens[n].word or line.lemma(n) in POSSESSIVES | {"-", "&"}):
                return False
            if line.lemma(n) in self.persons:
                return True
        return False

    def _subject_of_clause(self, number: int, line: Line, conjunction: int) -> Speakers:
        """*Lavrov arrived and said*: the subject that opens the sentence, if nobody else is named before."""
        before = [name for name in line.names if name.after <= conjunction]
        if before and len({name.person for name in before}) == 1 and self.begin(line, before[0].first) == 0:
            return (Speaker(before[0].person),) if line.lemma(before[0].after) not in POSSESSIVES else ()
        if line.lemma(0) in self.data.pronouns and not before:
            return self._linked(number, 0)
        return ()

    def _subject_of_sentence(self, number: int, line: Line, verb: int) -> Speakers:
        """Return the referent of the subject of the clause before a participle: *Lavrov left, saying that*."""
        if line.lemma(0) in self.data.pronouns:
            return self._linked(number, 0)
        before = [name for name in line.names if name.after <= verb and self._may_be_subject(line, name)]
        if len({name.person for name in before}) == 1 or (before and self.begin(line, before[0].first) == 0):
            return (Speaker(before[0].person),)
        return ()

    def _may_be_subject(self, line: Line, name: Named) -> bool:
        before = line.lemma(self.begin(line, name.first) - 1)
        return before not in self.barriers and line.lemma(name.after) not in POSSESSIVES and before not in POSSESSIVES

    def _quoted_as(self, number: int, line: Line, i: int) -> Speakers:
        return self._subject_ending(number, line, i - 1, i) if i else ()

    # --- nouns

    def _by_phrase(self, number: int, line: Line, i: int) -> Speakers:
        """Return the referent of a nameless noun phrase that ends with a token."""
        start = self.phrases.start(line, i)
        if start is None:
            return ()
        if start and line.lemma(start - 1) in self.data.origins | self.barriers and line.name_at(start - 2):
            return self._owner(number, line, start - 1)
        if start and line.lemma(start - 1) in self.barriers | self.data.relatives:
            return (UNNAMED,)
        companion = line.name_at(start - 2) if line.lemma(start - 1) == "and" else None
        if companion is not None and line.lemma(start) in self.data.possessives:
            return (Speaker(companion.person),)
        for linked in (self.links.get((number, i)), self.links.get((number, self.phrases.head(line, start, i)))):
            if linked is not None:
                return (Speaker(linked),)
        return self._by_noun(line, start, i)

    def _by_noun(self, line: Line, start: int, stop: int) -> Speakers:
        """Return the body that a phrase names, or an unnamed person."""
        head = self.phrases.head(line, start, stop)
        owner = line.name_at(start - 2) if line.lemma(start - 1) in POSSESSIVES else None
        if owner is not None and line.lemma(stop) in MESSAGES:
            return (Speaker(owner.person),)
        if not self.bodies.is_titled(line, start, head):
            start, stop = self.bodies.core(line, start, stop, head)
        words = [n for n in range(start, stop + 1) if line.lemma(n) not in self.data.determiners]
        if not self.bodies.is_titled(line, start, head):
            if not words or self.bodies.is_person(line, start, stop, head):
                return (UNNAMED,)
            if not self.bodies.is_body(line, words, head):
                return (UNNAMED,)
            if len(words) == 1 and line.lemma(head) in self.data.anaphors:
                return (self.bodies.called(line.lemma(head)),)
        return (Speaker(body=" ".join(line.sentence.text[self._at(line, words[0]) : self._end(line, stop)].split())),)

    def _at(self, line: Line, i: int) -> int:
        return line.tokens[i].start - line.sentence.start

    def _end(self, line: Line, i: int) -> int:
        return line.tokens[i].stop - line.sentence.start

    def _owned(self, line: Line, i: int) -> Speakers:
        """*said Novak's lawyer, Anna Gray*: never Novak."""
        head = self.phrases.head_from(line, i)
        apposed = self.phrases.apposed(line, head + 1) if head is not None else None
        return (UNNAMED,) if apposed is None else (Speaker(apposed),)

    # --- cues without a verb

    def _nominal(self, number: int, line: Line, i: int) -> Cue | None:
        """*According to Lavrov*, *a statement from the minister*."""
        for cues, announces in ((self.data.cues_before, False), (self.data.cues_announcing, True)):
            for phrase in cues.get(line.lemma(i), ()):
                if all(line.lemma(i + n) == word for n, word in enumerate(phrase)):
                    after = i + len(phrase)
                    source = after + (line.lemma(after) in self.data.determiners)
                    if line.lemma(source) in self.data.cue_sources and line.lemma(source + 1) in {"from", "by"}:
                        after = source + 2
                    pronoun = self.data.oblique.get(line.lemma(after)) or self.data.possessives.get(line.lemma(after))
                    speakers = self._linked(number, after) if pronoun else self._phrase_from(number, line, after)
                    return Cue(number, i, after, speakers, announces) if speakers else None
        return None

    def _possessive(self, number: int, line: Line, i: int) -> Cue | None:
        """*In his opinion*, *in Semashko's view*."""
        if line.lemma(i) not in self.data.possessive_openers or not self._opens(line, i):
            return None
        if line.lemma(i + 1) in self.data.possessives and line.lemma(i + 2) in self.data.cues_possessive:
            speakers = self._linked(number, i + 1)
            return Cue(number, i, i + 3, speakers) if line.lemma(i + 3) in ENDS else None
        name = line.name_at(i + 1)
        if name is None or line.lemma(name.after) not in POSSESSIVES:
            return None
        if line.lemma(name.after + 1) not in self.data.cues_possessive or line.lemma(name.after + 2) not in ENDS:
            return None
        return Cue(number, i, name.after + 2, (Speaker(name.person),))

    def _opens(self, line: Line, i: int) -> bool:
        before = line.lemma(i - 1)
        return not i or not line.tokens[i - 1].word or before in self.data.conjunctions | self.data.clause_words

    def begin(self, line: Line, first: int) -> int:
        """Return the start of the words before a name that belong to it: article, office, title."""
        return self.phrases.begin(line, first)
