"""The cues of speech in Russian, and the subjects of its verbs: in the nominative, of the verb's gender and number.

Word order is free: *журналисту Лунёву рассказал*, *сказал Лунёв*; words in another case are not a source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.languages.schema import People, load
from summaries.people.roles.phrases import phrases_of
from summaries.speech.speaker import UNNAMED, Cue, Speaker, Speakers
from summaries.text import morphology

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summaries.people.analysis import PeopleAnalysis
    from summaries.people.mentions import Line, Named

FARTHEST = 16
"""Maximum number of tokens between a verb and its subject before it."""
NEAR = 7
"""Maximum number of tokens between a verb and its subject after it."""
CLAUSE = 8
BORDERS = frozenset({";", ":", ".", "?", "!", "…", "«", "»", "“", "”", "„", '"'})
OPENING, CLOSING = frozenset('«“„"'), frozenset('»”“"')
SPOKEN = frozenset({",", "!", "?", "…", "»", "”", "“"})
"""Marks that end direct speech before the dash."""
DASHES = frozenset({"—", "–", "-"})
SUBORDINATORS = frozenset({"что", "чтобы", "если", "когда", "поскольку", "где", "хотя", "как", "который", "пока"})
OTHERS = frozenset({"они", "мы", "я", "вы", "кто", "который", "некоторые", "многие"})
LONGEST = 6


class RussianCues:
    """Finds the cues of one text."""

    def __init__(self, people: PeopleAnalysis, language: str) -> None:
        self.data = load(People, language)
        self.grammar = phrases_of(language)
        self.entities = people.entities
        self.links = {(link.line, link.first): link.person for link in people.links}

    def find(self, number: int, line: Line) -> Iterator[Cue]:
        """Yield the cues of a sentence, in order; verbs whose subject cannot be determined yield none."""
        for i in range(len(line.tokens)):
            for cue in (self._nominal(number, line, i), self._possessive(number, line, i)):
                if cue is not None:
                    yield cue
            after = self._verb(line, i)
            if after is None:
                continue
            speakers, inverted = self._subject(number, line, i, after)
            if speakers:
                yield Cue(number, i, after, speakers, inverted=inverted)

    def begin(self, line: Line, first: int) -> int:
        """Return the start of the words before a name that belong to it: office, title."""
        while first and self.grammar.is_title(line, first - 1):
            first -= 1
        span = self.grammar.ending_at(line, first)
        return span[0] if span else first

    # --- verbs

    def _verb(self, line: Line, i: int) -> int | None:
        lemma = line.lemma(i)
        for phrase in self.data.phrases_of_speech.get(lemma, ()):
            if all(line.lemma(i + n) == word for n, word in enumerate(phrase)):
                return i + len(phrase) if morphology.is_finite(line.tokens[i].text) else None
        spoken = i > 1 and line.lemma(i - 1) in DASHES and line.lemma(i - 2) in SPOKEN
        if spoken and lemma in self.data.verbs_of_manner:
            return i + 1
        if lemma not in self.data.verbs_of_speech or line.name_at(i):
            return None
        if not morphology.is_finite(line.tokens[i].text) or line.lemma(i - 1) in self.data.modals:
            return None
        return None if lemma in self.data.weak_verbs and not self._tells(line, i) else i + 1

    def _tells(self, line: Line, i: int) -> bool:
        near = range(i + 1, min(i + CLAUSE, len(line.tokens)))
        return line.quotes or line.lemma(i + 1) == "," or any(line.lemma(n) in self.data.clause_words for n in near)

    def _subject(self, number: int, line: Line, verb: int, after: int) -> tuple[Speakers, bool]:
        """Return the subject of a verb, and whether the verb follows its content: *«…», — сказал Лавров*."""
        inverted = verb > 0 and (line.lemma(verb - 1) in DASHES | {","})
        behind = self._after(number, line, verb, after)
        if inverted and behind:
            return behind, True
        return self._before(number, line, verb) or behind, inverted

    def _before(self, number: int, line: Line, verb: int) -> Speakers:
        i = verb - 1
        if line.lemma(i) == "," and i:
            opener = next((n for n in range(i - 1, max(-1, i - FARTHEST), -1) if line.lemma(n) == ","), None)
            if opener is None:
                return ()
            i = opener - 1
        i = self._over_quoted(line, i)
        stop = max(-1, i - FARTHEST)
        while i > stop:
            lemma = line.lemma(i)
            if lemma in BORDERS or lemma in SUBORDINATORS or (lemma in DASHES and line.tokens[i].text != "-"):
                return ()
            if self._other_clause(line, i):
                return ()
            found = self._at(number, line, i, verb)
            if found:
                return found
            name = line.name_at(i)
            i = name.first - 1 if name else i - 1
        return ()

    def _other_clause(self, line: Line, i: int) -> bool:
        """Return whether the token is a verb that does not share a subject with the one after it."""
        token = line.tokens[i]
        if not token.word or line.name_at(i) or not morphology.is_verb(token.text):
            return False
        return not any(line.lemma(n) == "и" for n in range(i + 1, min(i + FARTHEST, len(line.tokens))))

    def _after(self, number: int, line: Line, verb: int, after: int) -> Speakers:
        plural = morphology.agreement(line.tokens[verb].text)[1]
        if plural and line.lemma(after) in {"в", "во", "на"}:
            return self._house(line, after + 1)
        for i in range(after, min(after + NEAR, len(line.tokens))):
            if not line.tokens[i].word and line.lemma(i) != "-":
                return ()
            if self._other_clause(line, i):
                return ()
            found = self._at(number, line, i, verb)
            if found:
                return found
        return ()

    def _at(self, number: int, line: Line, i: int, verb: int) -> Speakers:
        """Return the referent of the word at a token, if it may be the subject of a verb."""
        sex, plural = morphology.agreement(line.tokens[verb].text)
        name = line.name_at(i)
        if name is not None:
            return self._joint(line, name, plural=plural) if self._may_be_subject(line, name, sex) else ()
        lemma = line.lemma(i)
        known = self.data.pronouns.get(line.tokens[i].text.lower())
        if known is not None:
            return () if plural or sex not in {known, None} else self._linked(number, i)
        if lemma in OTHERS and line.tokens[i].text.lower() in OTHERS:
            return (UNNAMED,)
        if line.tokens[i].word and self._is_nominative(line, i, sex, plural=plural):
            return self._by_noun(number, line, i, sex)
        return ()

    def _is_nominative(self, line: Line, i: int, sex: str | None, *, plural: bool) -> bool:
        word = line.tokens[i].text
        if not morphology.is_nominative_noun(word, plural=plural):
            return False
        return line.lemma(i - 1) not in self.data.prepositions or sex is None

    def _by_noun(self, number: int, line: Line, i: int, sex: str | None) -> Speakers:
        if self.grammar.is_head(line, i) or morphology.is_animate(line.tokens[i].text):
            name = next(line.names_between(i + 1, i + FARTHEST), None)
            if name is not None and self.begin(line, name.first) <= i:
                return (Speaker(name.person),) if self._agrees(name, sex) else ()
            linked = self.links.get((number, i))
            return (UNNAMED,) if linked is None else (Speaker(linked),)
        before = line.tokens[i - 1] if i else None
        owned = before is not None and before.word and morphology.is_noun(before.text)
        acronym = _is_acronym(line.tokens[i].text) and not owned
        if line.lemma(i) in self.data.organisations | self.data.body_nouns or acronym:
            return (Speaker(body=self._body(line, i)),)
        return ()

    def _is_body(self, line: Line, i: int) -> bool:
        return line.lemma(i) in self.data.organisations | self.data.body_nouns or _is_acronym(line.tokens[i].text)

    def _body(self, line: Line, i: int) -> str:
        """Return the name of a body that begins at a token, with the nouns and quoted names that follow."""
        stop = i + 1
        while stop < len(line.tokens) and stop - i < LONGEST and self._goes_on(line, stop):
            stop += 1
        stop = self._with_quoted(line, stop)
        start = i
        while start and morphology.is_adjective(line.tokens[start - 1].text):
            start -= 1
        shift = line.sentence.start
        return line.sentence.text[line.tokens[start].start - shift : line.tokens[stop - 1].stop - shift]

    def _with_quoted(self, line: Line, i: int) -> int:
        """Return the end of a name in quotation marks that begins at a token: *газета **«Маяк»***."""
        if i + 1 >= len(line.tokens) or line.tokens[i].text not in OPENING or not line.tokens[i + 1].capital:
            return i
        near = range(i + 2, min(i + LONGEST, len(line.tokens)))
        return next((n + 1 for n in near if line.tokens[n].text in CLOSING), i)

    def _over_quoted(self, line: Line, i: int) -> int:
        """Return the position of a body's noun before its name in quotation marks that ends at a token, else that."""
        if line.tokens[i].text not in CLOSING:
            return i
        near = range(i - 2, max(0, i - LONGEST), -1)
        opening = next((n for n in near if line.tokens[n].text in OPENING), 0)
        named = opening and self._with_quoted(line, opening) == i + 1
        return opening - 1 if named and self._is_body(line, opening - 1) else i

    def _goes_on(self, line: Line, i: int) -> bool:
        token = line.tokens[i]
        if line.name_at(i) or line.lemma(i) in self.data.verbs_of_speech:
            return False
        noun = token.word and (morphology.is_noun(token.text) or morphology.is_adjective(token.text))
        return (noun and "nomn" not in morphology.cases(token.text)) or token.text.isupper()

    def _house(self, line: Line, i: int) -> Speakers:
        """*Сообщили в министерстве*: the body within which somebody speaks."""
        if i >= len(line.tokens) or not line.tokens[i].word:
            return ()
        start = i
        while start < len(line.tokens) - 1 and morphology.is_adjective(line.tokens[start].text):
            start += 1
        known = line.lemma(start) in self.data.organisations | self.data.body_nouns or _is_acronym(
            line.tokens[start].text
        )
        return (Speaker(body=self._body(line, start)),) if known or line.tokens[start].capital else (UNNAMED,)

    # --- names

    def _may_be_subject(self, line: Line, name: Named, sex: str | None) -> bool:
        """Return whether a name is in the nominative, and agrees with the verb."""
        if not self._agrees(name, sex):
            return False
        begin = self.begin(line, name.first)
        if line.lemma(begin - 1) in self.data.prepositions:
            return False
        if begin == name.first and name.first and self._other_case(line, name):
            return False
        if begin < name.first and not any(
            "nomn" in morphology.cases(line.tokens[n].text)
            for n in range(begin, name.first)
            if self.grammar.is_head(line, n)
        ):
            return False
        wanted = sex or self.entities[name.person].sex
        words = [line.tokens[n].text for n in range(name.first, name.after) if line.tokens[n].word]
        return all(self._nominative(word, wanted) for word in words if len(word.strip(".")) > 1 and "." not in word)

    def _agrees(self, name: Named, sex: str | None) -> bool:
        return sex is None or self.entities[name.person].sex in {sex, None}

    def _nominative(self, word: str, sex: str | None) -> bool:
        sexes = morphology.nominative_sexes(word)
        if not sexes:
            return not morphology.cases(word)
        return sex is None or sex in sexes or None in sexes

    def _other_case(self, line: Line, name: Named) -> bool:
        """Return whether a noun before a name is in another case, and the name may be too: *журналисту Ли*."""
        word = line.tokens[name.first - 1].text
        if not (line.tokens[name.first - 1].word and morphology.is_noun(word) and morphology.is_animate(word)):
            return False
        if morphology.is_plural(word) or morphology.is_nominative_noun(word):
            return False
        return bool(morphology.cases(word) & morphology.cases(line.tokens[name.first].text))

    def _joint(self, line: Line, name: Named, *, plural: bool) -> Speakers:
        if not plural:
            return (Speaker(name.person),)
        before = line.name_at(self.begin(line, name.first) - 2)
        if line.lemma(self.begin(line, name.first) - 1) == "и" and before is not None:
            return Speaker(before.person), Speaker(name.person)
        after = next(line.names_between(name.after + 1, name.after + FARTHEST), None)
        if line.lemma(name.after) == "и" and after is not None:
            return Speaker(name.person), Speaker(after.person)
        return ()

    def _linked(self, number: int, i: int) -> Speakers:
        person = self.links.get((number, i))
        return (UNNAMED,) if person is None else (Speaker(person),)

    # --- cues without a verb

    def _nominal(self, number: int, line: Line, i: int) -> Cue | None:
        """*По словам Лаврова*, *заявление министра*."""
        for cues, announces in ((self.data.cues_before, False), (self.data.cues_announcing, True)):
            for phrase in cues.get(line.lemma(i), ()):
                if all(line.lemma(i + n) == word for n, word in enumerate(phrase)):
                    after = i + len(phrase)
                    speakers = self._holder(number, line, after)
                    return Cue(number, i, after, speakers, announces) if speakers else None
        return None

    def _holder(self, number: int, line: Line, i: int) -> Speakers:
        """Return the source named by a phrase in the genitive."""
        name = next(line.names_between(i, i + FARTHEST), None)
        if name is not None and self.begin(line, name.first) <= i:
            return (Speaker(name.person),)
        linked = self.links.get((number, i))
        if linked is not None:
            return (Speaker(linked),)
        if i < len(line.tokens) and line.tokens[i].word:
            start = i
            while start < len(line.tokens) - 1 and morphology.is_adjective(line.tokens[start].text):
                start += 1
            if line.lemma(start) in self.data.organisations | self.data.body_nouns or _is_acronym(
                line.tokens[start].text
            ):
                return (Speaker(body=self._body(line, start)),)
            return (UNNAMED,)
        return ()

    def _possessive(self, number: int, line: Line, i: int) -> Cue | None:
        """*По его словам*."""
        if line.lemma(i) not in self.data.possessive_openers or i + 2 >= len(line.tokens):
            return None
        if line.lemma(i + 2) not in self.data.cues_possessive:
            return None
        word = line.tokens[i + 1].text.lower()
        if word == "их":
            return Cue(number, i, i + 3, (UNNAMED,))
        return Cue(number, i, i + 3, self._linked(number, i + 1)) if word in self.data.possessives else None


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()
