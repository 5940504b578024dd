"""The cues of speech in German, French and Spanish: verbs with their subjects, *laut*, *selon*, *según*, and colons.

The subject precedes its verb or follows it: after the content in all three (*“…”, sagte Anna Vogt*), and in German
whenever something else opens the clause (*Am Montag sagte Anna Vogt*). A verb may be split (*teilte … mit*,
*hat … gesagt*, *a-t-il dit*). Pronouns, nouns and, in Spanish, dropped subjects refer to their only possible referent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summaries.languages.schema import People, Places, load
from summaries.people.roles.phrases import phrases_of
from summaries.speech.speaker import UNNAMED, Cue, Speaker, Speakers
from summaries.speech.verb_phrases import end_of_phrase
from summaries.speech.western_phrases import PhraseReader
from summaries.speech.western_references import References
from summaries.text.lexicon import calendar_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.people.analysis import PeopleAnalysis
    from summaries.people.mentions import Line, Named
    from summaries.speech.western_phrases import Phrase
    from summaries.text.quotations import Quotation

QUOTES = frozenset({'"', "“", "”", "'", "’", "‘", "«", "»", "„"})
DASHES = frozenset({"—", "–", "-"})
ENDS = frozenset({",", "?", "!", ".", "…"}) | QUOTES | DASHES
STOPS = frozenset({",", ";", ":", ".", "?", "!", "(", ")"}) | QUOTES
ASIDES = {",": ",", ")": "(", "—": "—", "–": "–"}
HYPHEN, COLON = "-", ":"
EUPHONIC = "t"
"""The letter between a verb and its pronoun: *a-t-il dit*."""
DROPPING = frozenset({"es"})
"""Languages that drop subject pronouns."""
FARTHEST = 40
"""Maximum length in tokens of an aside between a subject and its verb."""
OFFICE = 14
"""Maximum length in tokens of an office before a name."""
CLAUSE = 8
"""Number of words after its verb within which a clause begins."""
ASIDE = 6
"""Maximum length in tokens of an aside between a verb and its subject: *dijo, por su parte, Ana Vega*."""
PARTICLE = 25
"""Number of tokens after a verb that are searched for its other part: *teilte … mit*."""


class Verb(NamedTuple):
    """A verb of speech in a sentence, as token indices."""

    first: int
    after: int
    weak: bool
    """Whether it marks speech only with a quotation or a clause."""
    manner: bool = False
    """Whether it marks speech only after its content: *lacht*."""


class WesternCues:
    """Finds the cues of one text."""

    def __init__(self, people: PeopleAnalysis, language: str, quotations: Sequence[Quotation] = ()) -> None:
        self.data = load(People, language)
        self.grammar = phrases_of(language)
        self.reader = PhraseReader(language)
        self.references = References(people, language, self.reader, quotations)
        self.calendar = calendar_words(language)
        self.drops = language in DROPPING
        self.second = load(Places, language).nouns_in_capitals
        self.barriers = self.data.prepositions - self.data.complement_joins

    def find(self, number: int, line: Line) -> Iterator[Cue]:
        """Yield the cues of a sentence, in order; verbs whose subject cannot be determined yield none."""
        none = True
        for i in range(len(line.tokens)):
            cue = self._nominal(number, line, i) or self._reported(number, line, i) or self._verbal(number, line, i)
            if cue is not None:
                none = False
                for speaker in cue.speakers:
                    self.references.hear(number, speaker)
                yield cue
        cue = (self._opinion(number, line) or self._colon(number, line)) if none else None
        if cue is not None:
            yield cue

    def begin(self, line: Line, first: int) -> int:
        """Return the start of the words before a name that belong to it: article, office, title."""
        while first and self.grammar.is_title(line, first - 1):
            first -= 1
        span = self.grammar.ending_at(line, first)
        first = span[0] if span else first
        while first and line.lemma(first - 1) in self.data.office_openers | self.data.determiners:
            first -= 1
        return first

    # --- verbs

    def _verbal(self, number: int, line: Line, i: int) -> Cue | None:
        verb = self._verb(line, i)
        if verb is None:
            return None
        asked = self._hyphenated(number, line, verb)
        quoted = bool(i) and (line.lemma(i - 1) in QUOTES or line.lemma(i - 2) in QUOTES)
        if asked is not None or (not quoted and line.lemma(len(line.tokens) - 1) == "?"):
            return asked
        return self._with_subject(number, line, verb, quoted=quoted)

    def _with_subject(self, number: int, line: Line, verb: Verb, *, quoted: bool) -> Cue | None:
        i = verb.first
        ended = bool(i) and line.lemma(i - 1) in ENDS
        tells = not verb.weak or self._tells(line, verb) or (i == 1 and line.lemma(0) in self.data.summing_up)
        addressed = line.lemma(verb.after - 1) in self.data.addressing_verbs
        if ended and not addressed and (quoted or not verb.weak or not tells):
            behind, closes = self._behind(number, line, verb.after, quoted=quoted)
            if behind and (quoted or closes):
                return Cue(number, i, verb.after, behind, inverted=True)
        if not tells or verb.manner:
            return None
        summed = line.lemma(i - 1) in self.data.clitics and line.lemma(0) in self.data.summing_up
        before = () if (quoted and not addressed) or summed else self._before(number, line, verb)
        if before:
            return Cue(number, i, verb.after, before)
        follows = self.second or (ended and not addressed) or line.lemma(i - 1) in self.data.clitics
        behind = self._behind(number, line, verb.after, quoted=False)[0] if follows else ()
        return Cue(number, i, verb.after, behind, inverted=ended) if behind else None

    def _verb(self, line: Line, i: int) -> Verb | None:
        """Return the verb of speech that begins at a token, if it states that somebody speaks."""
        capital = line.tokens[i].capital and i and line.lemma(i - 1) not in QUOTES | {COLON}
        if line.name_at(i) or capital or not self._asserts(line, i):
            return None
        lemma = line.lemma(i)
        for phrase in self.data.phrases_of_speech.get(lemma, ()):
            after = end_of_phrase(line, i, phrase, self.data.skipped_before_verbs)
            if after is not None:
                return Verb(i, after, weak=False)
        return self._perfect(line, i) if lemma in self.data.perfect_auxiliaries else self._simple(line, i)

    def _simple(self, line: Line, i: int) -> Verb | None:
        """Return the verb at a token that has no auxiliary."""
        lemma = line.lemma(i)
        if self._has_particle(line, i, self.data.split_verbs.get(lemma, "").split()):
            return Verb(i, i + 1, weak=False)
        if lemma in self.data.verbs_of_manner:
            return Verb(i, i + 1, weak=False, manner=True)
        known = lemma in self.data.verbs_of_speech and not line.lemma(i + 1)[:1].isdigit()
        return Verb(i, i + 1, lemma in self.data.weak_verbs) if known else None

    def _asserts(self, line: Line, i: int) -> bool:
        """Return whether a verb may be asserted: it is not a noun, an infinitive or negated."""
        before = line.lemma(i - 1) if i else ""
        clitic = before in self.data.skipped_before_verbs
        infinitive = self.second and line.lemma(i).endswith("en") and line.lemma(i + 1) in STOPS and before != "wie"
        return (clitic or before not in self.data.determiners | self.data.prepositions) and not (
            line.lemma(i + 1) in self.data.denials or before in self.data.passives or infinitive
        )

    def _perfect(self, line: Line, i: int) -> Verb | None:
        """Return the verb of an auxiliary with its participle: next to it, or in German at the end of its clause."""
        n = i + 1
        if not self.second:
            asked = line.lemma(n) in {HYPHEN, EUPHONIC}
            while line.lemma(n) in self.data.skipped_before_verbs or (asked and self._is_asked(line, n)):
                n += 1
            told = line.lemma(n) in self.data.past_participles
            return Verb(i, n + 1, line.lemma(n) in self.data.weak_verbs) if told else None
        while n < min(i + PARTICLE, len(line.tokens)) and line.lemma(n) not in STOPS:
            if line.lemma(n) in self.data.past_participles:
                return Verb(i, i + 1, line.lemma(n) in self.data.weak_verbs)
            n += 1
        return None

    def _is_asked(self, line: Line, i: int) -> bool:
        return line.lemma(i) in {HYPHEN, EUPHONIC} or line.lemma(i) in self.data.pronouns

    def _has_particle(self, line: Line, i: int, particles: Sequence[str]) -> bool:
        """Return whether the other part of a verb ends its clause or precedes its object: *gab **zu**, dass*."""
        for n in range(i + 1, min(i + PARTICLE, len(line.tokens))):
            if line.lemma(n) in self.data.denials:
                return False
            if line.lemma(n) in particles and not (line.tokens[n].capital or line.name_at(n)):
                following = line.lemma(n + 1)
                if not following or not line.tokens[min(n + 1, len(line.tokens) - 1)].word:
                    return True
                if following in self.data.conjunctions | self.data.split_joins:
                    return True
        return False

    def _tells(self, line: Line, verb: Verb) -> bool:
        """Return whether a verb has a quotation or a clause as its content."""
        near = line.lemmas[verb.after : verb.after + CLAUSE]
        wanted = self.data.verbs_with.get(line.lemma(verb.after - 1), "").split()
        if line.quotes or any(word in wanted or word in self.data.clause_words for word in near):
            return True
        reported = (self.data.subjunctive | self.data.subjunctive_plural).intersection(line.lemmas[verb.after :])
        close = range(verb.after, min(verb.after + CLAUSE, len(line.tokens) - 1))
        return bool(reported) or any(self._opens_speech(line, n) for n in close)

    def _hyphenated(self, number: int, line: Line, verb: Verb) -> Cue | None:
        """*«…», a-t-il dit*, *«…», explique-t-elle*."""
        i = verb.first
        n = next((n for n in (i + 1, i + 2) if line.lemma(n) == HYPHEN and n <= verb.after), None)
        if n is None:
            n = i + 1 if line.lemma(i + 1) == EUPHONIC and line.lemma(i + 2) == HYPHEN else None
        if n is None:
            return None
        while line.lemma(n) in {HYPHEN, EUPHONIC}:
            n += 1
        sex = self.data.pronouns.get(line.lemma(n))
        if sex is None:
            return None
        return Cue(number, i, max(n + 1, verb.after), (self.references.pronoun(number, line, i, sex),), inverted=True)

    # --- the subject after its verb

    def _behind(self, number: int, line: Line, i: int, *, quoted: bool) -> tuple[Speakers, bool]:
        """Return the referent of the subject after a verb, and whether only an adverbial follows."""
        i = self._over_adverbials(line, i)
        sex = self.data.pronouns.get(line.lemma(i))
        if sex is not None:
            return (self.references.pronoun(number, line, i, sex),), self._closes(line, i + 1)
        name = self._name_from(line, i)
        if name is not None:
            return self._joint(line, name), self._closes(line, name.after)
        phrase = self.reader.read(line, i)
        if phrase is None:
            aside = next((n for n in range(i + 1, i + ASIDE) if line.lemma(n) == ","), None) if quoted else None
            if aside is not None and line.lemma(i) == "," and self._name_from(line, aside + 1) is not None:
                return self._behind(number, line, aside + 1, quoted=quoted)
            singular = not line.lemma(i - 1).endswith("n")
            if self.drops and quoted and singular and self._closes(line, i):
                return (self.references.pronoun(number, line, i, None),), True
            return (), False
        return self._meant(number, line, phrase), self._closes(line, phrase.stop)

    def _over_adverbials(self, line: Line, i: int) -> int:
        """Return the start of the subject after adverbials: *a déclaré jeudi à l'AFP **Anna Vogt***."""
        while i < len(line.tokens):
            if line.lemma(i) in self.data.skipped_before_verbs | self.calendar | self.data.times:
                i += 1
            elif line.lemma(i) in self.data.determiners and line.lemma(i + 1) in self.calendar | self.data.times:
                i += 2
            elif line.lemma(i) in self.barriers:
                after = i + 1
                while line.lemma(after) in self.data.determiners | self.calendar | self.data.times:
                    after += 1
                phrase = self.reader.read(line, after)
                if phrase is None:
                    return after if after > i + 1 else i
                i = phrase.inner
            else:
                return i
        return i

    def _closes(self, line: Line, i: int) -> bool:
        """Return whether a clause ends at a token, or is followed only by adverbials and the addressee."""
        lemma = line.lemma(i)
        return (
            i >= len(line.tokens)
            or not line.tokens[i].word
            or lemma in self.data.prepositions | self.calendar | self.data.determiners | self.data.skipped_before_verbs
            or lemma in self.data.split_joins | self.data.clause_words | self.data.conjunctions
            or any(lemma in particles.split() for particles in self.data.split_verbs.values())
        )

    def _name_from(self, line: Line, start: int) -> Named | None:
        """Return the name that a phrase leads to after an office, an article or a form of address."""
        for i in range(start, min(start + OFFICE, len(line.tokens))):
            name = line.name_at(i)
            if name is not None:
                within = self.begin(line, name.first) <= start
                return name if within or self._leads_to(line, start, name.first) else None
            listed = line.lemma(i) == "," and line.lemma(i - 1) == HYPHEN
            if not (line.tokens[i].word or line.lemma(i) in {".", HYPHEN} or listed):
                return None
        return None

    def _leads_to(self, line: Line, start: int, stop: int) -> bool:
        """Return whether the words from a token up to a person's name are a noun for that person."""
        if HYPHEN in line.lemmas[start:stop] and "," in line.lemmas[start:stop]:
            return self.grammar.is_head(line, stop - 1)
        phrase = self.reader.read(line, start)
        if phrase is None or phrase.stop != stop:
            return False
        office = self.grammar.is_head(line, stop - 1) or line.lemma(phrase.start) in self.data.owners
        return office or self.reader.kind(line, phrase) != "body"

    def _joint(self, line: Line, name: Named) -> Speakers:
        first = Speaker(name.person)
        if line.lemma(name.after) in self.data.conjunctions:
            other = self._name_from(line, name.after + 1)
            if other is not None and self._closes(line, other.after):
                return first, Speaker(other.person)
        return (first,)

    def _meant(self, number: int, line: Line, phrase: Phrase) -> Speakers:
        """Return the referent of a phrase: the person named after it, a body, the only match, or an unnamed person."""
        kind = self.reader.kind(line, phrase)
        if kind == "body":
            return (self.references.body(number, line, phrase),)
        if kind == "other":
            named = self._apposed(line, phrase.stop) if phrase.definite else None
            return () if named is None else (Speaker(named),)
        if kind == "source":
            owner = self._owner(line, phrase)
            body = owner is not None and self.reader.kind(line, owner) == "body"
            return self._meant(number, line, owner) if owner is not None and body else (UNNAMED,)
        apposed = self._apposed(line, phrase.stop)
        return (self.references.noun(number, line, phrase) if apposed is None else Speaker(apposed),)

    def _apposed(self, line: Line, i: int) -> int | None:
        """Return the person named between commas after a noun for a person: *die Präsidentin, Anna Vogt,*."""
        if line.lemma(i) != ",":
            return None
        name = self._name_from(line, i + 1)
        if name is None or not (name.after >= len(line.tokens) or not line.tokens[name.after].word):
            return None
        return name.person

    # --- the subject before its verb

    def _before(self, number: int, line: Line, verb: Verb) -> Speakers:
        i = verb.first - 1
        while i >= 0 and not line.name_at(i) and line.lemma(i) in self.data.skipped_before_verbs:
            i -= 1
        if i < 0:
            singular = self.drops and not line.lemma(verb.first).endswith("n")
            return (self.references.pronoun(number, line, verb.first, None),) if singular else ()
        return self._ending(number, line, i)

    def _ending(self, number: int, line: Line, i: int) -> Speakers:
        """Return the referent of a subject that ends with a token."""
        name = line.name_at(i)
        lemma = line.lemma(i)
        sex = self.data.pronouns.get(lemma)
        if name is not None or sex is not None:
            return self._named(line, name) if name is not None else (self.references.pronoun(number, line, i, sex),)
        if lemma in self.data.relatives and i:
            return self._antecedent(line, i)
        if lemma in ASIDES or lemma in self.data.conjunctions:
            aside = lemma in ASIDES
            return self._over_aside(number, line, i) if aside else self._subject_of_sentence(line, i)
        phrase = self.reader.ending_at(line, i + 1)
        if phrase is None or line.lemma(phrase.start - 1) in self.barriers:
            return ()
        return self._meant(number, line, phrase)

    def _named(self, line: Line, name: Named) -> Speakers:
        """Return the referent of a name before a verb: its person, or the noun to which it belongs."""
        begin = self.begin(line, name.first)
        before = line.lemma(begin - 1)
        if before in self.barriers or (before in self.data.complement_joins and begin > 1):
            phrase = self.reader.ending_at(line, begin - 1)
            if phrase is None or line.lemma(phrase.start - 1) in self.barriers:
                return ()
            return (UNNAMED,) if self.reader.kind(line, phrase) == "person" else ()
        other = line.name_at(begin - 2) if before in self.data.conjunctions and begin > 1 else None
        if other is not None and line.lemma(self.begin(line, other.first) - 1) not in self.barriers:
            return Speaker(other.person), Speaker(name.person)
        return (Speaker(name.person),)

    def _antecedent(self, line: Line, relative: int) -> Speakers:
        """Return the antecedent of a relative clause: the name before it, perhaps with an office between commas."""
        i = relative - 1
        if line.lemma(i) != ",":
            return ()
        near = [name for name in line.names if name.after <= i]
        if not near or (near[-1].after != i and not self._is_apposition(line, near[-1].after, i)):
            return ()
        return (Speaker(near[-1].person),)

    def _is_apposition(self, line: Line, start: int, stop: int) -> bool:
        """Return whether the words between two commas are an apposition."""
        if line.lemma(start) not in {",", "("}:
            return False
        span = self.grammar.starting_at(line, start + 1)
        return span is not None and span[1] >= stop - 1

    def _over_aside(self, number: int, line: Line, i: int) -> Speakers:
        """Step back over *, who leads the town,* and *(…)*; a name between commas may be the subject itself."""
        opener = ASIDES[line.lemma(i)]
        closing = line.name_at(i - 1) if opener == "," else None
        for n in range(i - 1, max(-1, i - FARTHEST), -1):
            if line.lemma(n) in QUOTES:
                return ()
            if line.lemma(n) != opener:
                continue
            if closing is not None and self.begin(line, closing.first) == n + 1:
                return (Speaker(closing.person),)
            found = self._before_opener(number, line, n)
            if found or opener != ",":
                return found
        return ()

    def _before_opener(self, number: int, line: Line, opener: int) -> Speakers:
        name = line.name_at(opener - 1)
        if name is not None:
            return self._named(line, name)
        phrase = self.reader.ending_at(line, opener)
        if phrase is None or line.lemma(phrase.start - 1) in self.barriers:
            return ()
        return self._meant(number, line, phrase) if phrase.start == 0 or phrase.definite else ()

    def _subject_of_sentence(self, line: Line, conjunction: int) -> Speakers:
        """*Anna Vogt kam und sagte*: the name that opens the sentence, if nobody else is named before."""
        before = [name for name in line.names if name.after <= conjunction]
        if before and len({name.person for name in before}) == 1 and self.begin(line, before[0].first) == 0:
            return (Speaker(before[0].person),)
        return ()

    # --- cues without a verb

    def _nominal(self, number: int, line: Line, i: int) -> Cue | None:
        """*Laut Anna Vogt*, *selon la police*, *nach Angaben des Ministers*."""
        for phrase in self.data.cues_before.get(line.lemma(i), ()):
            if line.lemmas[i : i + len(phrase)] != phrase:
                continue
            after = i + len(phrase)
            sex = self.data.oblique.get(line.lemma(after))
            if sex is not None:
                speakers: Speakers = (self.references.pronoun(number, line, i, sex),)
            else:
                speakers = self._source(number, line, after)
            return Cue(number, i, after, speakers) if speakers else None
        return self._following(number, line, i)

    def _source(self, number: int, line: Line, start: int) -> Speakers:
        """Return the referent of the phrase after a cue."""
        name = self._name_from(line, start)
        if name is not None:
            return self._joint(line, name)
        phrase = self.reader.read(line, start, quoted=True)
        return () if phrase is None else self._meant(number, line, phrase)

    def _following(self, number: int, line: Line, i: int) -> Cue | None:
        """*Anna Vogt zufolge*, *ihm zufolge*: the source before its postposition."""
        if line.lemma(i) not in self.data.cues_behind or not i:
            return None
        sex = self.data.oblique.get(line.lemma(i - 1))
        speakers: Speakers
        if sex is not None:
            speakers = (self.references.pronoun(number, line, i - 1, sex),)
        else:
            name = line.name_at(i - 1)
            phrase = None if name else self.reader.ending_at(line, i)
            speakers = (Speaker(name.person),) if name else self._meant(number, line, phrase) if phrase else ()
        return Cue(number, i, i + 1, speakers) if speakers else None

    def _reported(self, number: int, line: Line, i: int) -> Cue | None:
        """*Heißt es in einem Schreiben der Gewerkschaft*, *hieß es bei der Polizei*."""
        for phrase in self.data.reporting.get(line.lemma(i), ()):
            if line.lemmas[i : i + len(phrase)] != phrase:
                continue
            after = i + len(phrase)
            if line.lemma(after) not in self.data.prepositions:
                return None
            source = self.reader.read(line, after + 1)
            name = self._name_from(line, after + 1)
            if name is not None:
                return Cue(number, i, after, (Speaker(name.person),), inverted=True)
            if source is None:
                return None
            owner = self._owner(line, source)
            speakers = self._meant(number, line, owner or source)
            return Cue(number, i, after, speakers, inverted=True) if speakers else None
        return None

    def _owner(self, line: Line, phrase: Phrase) -> Phrase | None:
        """Return the source of a statement: *in einem Schreiben **der Gewerkschaft***."""
        if phrase.stop == phrase.inner or not any(
            word.endswith(tuple(self.data.messages)) for word in self.reader.forms(line, phrase)
        ):
            return None
        start = phrase.inner
        while line.lemma(start) in self.data.complement_joins - self.data.determiners:
            start += 1
        return self.reader.read(line, start)

    def _opinion(self, number: int, line: Line) -> Cue | None:
        """*Pour Anna Vogt, la loi est bonne*: somebody's opinion, marked by the word that opens the sentence."""
        opens = int(line.lemma(0) in self.data.conjunctions)
        if line.lemma(opens) not in self.data.opinion_openers:
            return None
        name = self._name_from(line, opens + 1)
        if name is None:
            return None
        copula = not self.second and not self.data.copulas.isdisjoint(line.lemmas[name.after :])
        judged = line.quotes or copula
        return Cue(number, 0, name.after, (Speaker(name.person),)) if judged else None

    def _colon(self, number: int, line: Line) -> Cue | None:
        """*Anna Vogt blieb gelassen: “…”*: quoted words after a colon are the only named person's."""
        colon = next((i for i in range(1, len(line.tokens) - 1) if self._opens_speech(line, i)), None)
        if colon is None:
            return None
        people = {name.person for name in line.names if name.after <= colon}
        speaker = Speaker(people.pop()) if len(people) == 1 else None
        if speaker is None and not people:
            sex = self.data.pronouns.get(line.lemma(0))
            phrase = self.reader.read(line, 0)
            if sex is not None:
                speaker = self.references.pronoun(number, line, 0, sex)
            elif phrase is not None and self.reader.kind(line, phrase) == "body" and phrase.definite:
                speaker = Speaker(body=self.reader.named(line, phrase))
        return None if speaker is None else Cue(number, 0, colon, (speaker,))

    def _opens_speech(self, line: Line, i: int) -> bool:
        """Return whether a token is followed by a quotation, or a clause whose verb marks it as reported."""
        if line.lemma(i) != COLON or line.tokens[i].stop == line.tokens[i + 1].start:
            return False
        return line.lemma(i + 1) in QUOTES or not self.data.subjunctive.isdisjoint(line.lemmas[i + 1 :])
