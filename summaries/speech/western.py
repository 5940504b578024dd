"""The cues of speech in German, French and Spanish: those of English, with the inversions of these languages.

Behind a quotation the subject follows its verb, whatever comes after: *“…”, sagte Anna Vogt der Agentur*. A pronoun, or
in Spanish nothing at all, stands there for whoever alone was named or heard just before; with two candidates, nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.languages.schema import Places, load
from summaries.speech.english import ENDS, QUOTES, EnglishCues
from summaries.speech.speaker import UNNAMED, Cue, Speaker, Speakers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summaries.people.analysis import PeopleAnalysis
    from summaries.people.mentions import Line

NEAR = 2
"""So many sentences back a pronoun of speech looks."""
DROPPING = frozenset({"es"})
"""Languages that leave the subject out."""
SHORTEST = 4
"""Letters of a word for a body at the end of a compound: *Landesregierung*."""
HYPHEN = "-"
EUPHONIC = "t"
"""The letter between a verb and its pronoun: *a-t-il dit*."""


class WesternCues(EnglishCues):
    """Finds the cues of one text."""

    def __init__(self, people: PeopleAnalysis, language: str) -> None:
        super().__init__(people, language)
        self.people = people
        self.drops = language in DROPPING
        compounding = load(Places, language).nouns_in_capitals
        self.compounds = tuple(noun for noun in self.data.body_nouns if compounding and len(noun) >= SHORTEST)
        self.heard: tuple[int, int] | None = None
        """The sentence in which a person spoke last, and the number of the person."""

    def find(self, number: int, line: Line) -> Iterator[Cue]:
        """Yield the cues of a sentence, in order."""
        for cue in super().find(number, line):
            speaker = cue.speakers[0] if cue.speakers else UNNAMED
            if speaker.person is not None:
                self.heard = number, speaker.person
            yield cue

    def _verbal(self, number: int, line: Line, i: int) -> Cue | None:
        asked = self._hyphenated(number, line, i)
        return asked or super()._verbal(number, line, i)

    def _hyphenated(self, number: int, line: Line, i: int) -> Cue | None:
        """*«…», a-t-il dit*, *«…», explique-t-elle*."""
        if line.lemma(i + 1) != HYPHEN or not i or line.lemma(i - 1) not in ENDS:
            return None
        n = i + 2 + 2 * (line.lemma(i + 2) == EUPHONIC)
        sex = self.data.pronouns.get(line.lemma(n))
        if sex is None:
            return None
        auxiliary = line.lemma(i) in self.data.phrases_of_speech
        told = line.lemma(i) in self.data.verbs_of_speech
        participle = auxiliary and any(
            phrase[1:] == (line.lemma(n + 1),) for phrase in self.data.phrases_of_speech[line.lemma(i)]
        )
        if not (told or participle):
            return None
        return Cue(number, i, n + 1 + participle, self._meant(number, line, i, sex), inverted=True)

    def _inverted(self, number: int, line: Line, verb: int, after: int, *, quoted: bool) -> Speakers:
        if not verb or line.lemma(verb - 1) not in ENDS:
            return ()
        sex = self.data.pronouns.get(line.lemma(self._over_skipped(line, after)))
        weak = not quoted and line.lemma(verb) in self.data.weak_verbs
        if sex is not None and not weak:
            return self._meant(number, line, verb, sex)
        if not quoted:
            return super()._inverted(number, line, verb, after, quoted=quoted)
        after = self._over_skipped(line, after)
        if after >= len(line.tokens) or not line.tokens[after].word or line.lemma(after) in self.barriers:
            return self._meant(number, line, verb, None) if self.drops else ()
        return self._phrase_from(number, line, after)

    def _over_skipped(self, line: Line, i: int) -> int:
        while line.lemma(i) in self.skipped:
            i += 1
        return i

    def _subject_ending(self, number: int, line: Line, i: int, verb: int) -> Speakers:
        sex = self.data.pronouns.get(line.lemma(i))
        return super()._subject_ending(number, line, i, verb) if sex is None else self._meant(number, line, i, sex)

    def _meant(self, number: int, line: Line, i: int, sex: str | None) -> Speakers:
        """Return who alone can be meant by a pronoun, or by none, at a token."""
        named = [name.person for name in line.names if name.after <= i]
        for before in range(number - 1, max(-1, number - NEAR - 1), -1):
            earlier = self.people.lines[before]
            if named and earlier.sentence.paragraph != line.sentence.paragraph:
                break
            named += [name.person for name in earlier.names]
        if self.heard is not None and number - self.heard[0] <= NEAR:
            named.append(self.heard[1])
        fitting = {person for person in named if sex is None or self.people.entities[person].sex in {sex, None}}
        return (Speaker(fitting.pop()),) if len(fitting) == 1 else (UNNAMED,)

    def _head(self, line: Line, start: int, stop: int) -> int:
        """Return the head of a phrase: the last word before its first preposition or article."""
        inner = self.barriers | self.data.determiners
        return next((n - 1 for n in range(start + 1, stop + 1) if line.lemma(n) in inner), stop)

    def _by_noun(self, line: Line, start: int, stop: int) -> Speakers:
        """Return the body that a phrase names by a word for bodies, or somebody unnamed."""
        while start < stop and line.lemma(start) in self.data.determiners:
            start += 1
        head = line.lemma(self._head(line, start, stop))
        if head not in self.data.body_nouns and not (self.compounds and head.endswith(self.compounds)):
            return (UNNAMED,)
        return (Speaker(body=" ".join(line.sentence.text[self._at(line, start) : self._end(line, stop)].split())),)

    def _ends_clause(self, line: Line, i: int) -> bool:
        return super()._ends_clause(line, i) or line.lemma(i) in QUOTES
