"""Sources other than people: which phrases name a body, and which body *it*, *they* and *the company* refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.languages import read_list
from summaries.languages.schema import People, load
from summaries.speech.speaker import UNNAMED, Speaker, Speakers
from summaries.text.lexicon import calendar_words, language_names, load_lexicon, territory_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.people.analysis import PeopleAnalysis
    from summaries.people.mentions import Line

PATIENCE = 4
"""Maximum distance in sentences between *it* and a body that was the last speaker."""
FULL = 2
"""Minimum length of a full name in words."""
TIMES = frozenset({"week", "month", "year"})
MESSAGES = frozenset({"statement", "release", "filing", "letter", "website"})


class Bodies:
    """The bodies of one text: which phrases name one, and those that have spoken so far."""

    def __init__(self, people: PeopleAnalysis, language: str) -> None:
        self.data = load(People, language)
        self.calendar = calendar_words(language)
        self.places = territory_words(language)
        self.demonyms = frozenset(read_list(language, "demonyms")) | language_names(language)
        self.brands = frozenset(read_list(language, "brands"))
        self.persons = self.data.person_nouns | self.data.offices
        self.named = {word.lower() for one in people.entities for name in one.names for word in name.words}
        self.capitals = {
            token.text
            for line in people.lines
            for before, token in zip(line.tokens, line.tokens[1:], strict=False)
            if token.capital and before.word
        }
        self.lines = people.lines
        self.texts = {token.text for line in people.lines for token in line.tokens}
        self.spoken: list[Speaker] = []
        """The bodies that have spoken, the last one last."""
        self.line = -1
        """The sentence in which one spoke last."""
        self.last = False
        """Whether the last cue was a body's."""

    def remember(self, number: int, speakers: Speakers) -> None:
        """Remember the speaker of a sentence, for a later *it* or *the company*."""
        body = next((speaker for speaker in speakers if speaker.body), None)
        self.last = body is not None
        if body is not None:
            self.spoken = [one for one in self.spoken if one != body] + [body]
            self.line = number

    def meant(self, number: int, line: Line, pronoun: str) -> Speaker:
        """Return the body that spoke last: the referent of a nearby *it*, or of *they* in a statement."""
        between = self.lines[self.line + 1 : number]
        near = len(between) <= (PATIENCE if self.last and all(one.quotes for one in between) else 0)
        fits = pronoun in self.data.neuter or (pronoun == "they" and not MESSAGES.isdisjoint(line.lemmas))
        return self.spoken[-1] if near and fits and self.spoken else UNNAMED

    def core(self, line: Line, start: int, stop: int, head: int) -> tuple[int, int]:
        """Return a phrase without words of time at its ends: *this week **Rivermart** in 2017*."""
        while start < stop and line.lemma(start) in self.data.determiners | TIMES:
            start += 1
        after = line.lemma(head + 2)
        dated = head < stop and (after[:1].isdigit() or after in self.calendar)
        return start, head if dated else stop

    def called(self, noun: str) -> Speaker:
        """Return the last body that *the company* may refer to: one with the noun in its name, else any company."""
        for body in reversed(self.spoken):
            words = (body.body or "").split()
            kinds = {word.lower() for word in words} & self.data.body_nouns
            proper = words[-1][0].isupper()
            if noun in kinds or (proper and (not kinds or noun in self.data.general_anaphors)):
                return body
        return UNNAMED

    def is_titled(self, line: Line, start: int, head: int) -> bool:
        """Return whether a capitalised article begins a name within a sentence: *in The Harbour Reporter*."""
        return start > 0 and line.tokens[start].text == "The" and line.tokens[head].capital and head > start

    def is_person(self, line: Line, start: int, stop: int, head: int) -> bool:
        """Return whether a phrase refers to an unnamed person: *the minister*, *two researchers of the bank*."""
        lemma = line.lemma(head)
        if lemma in self.data.body_nouns:
            return False
        if lemma in self.persons:
            return True
        organised = line.tokens[head].capital and lemma in self.data.organisations
        return not organised and any(
            line.lemma(n) in (self.data.offices if line.tokens[n].capital else self.persons) for n in range(start, stop)
        )

    def is_body(self, line: Line, words: Sequence[int], head: int) -> bool:
        """Return whether a phrase names a body: by its head, or by capitals that are not a person's name."""
        verbs = self.data.auxiliaries - {"'s", "’s"}
        if line.lemma(words[0]) in self.calendar or any(line.lemma(n) in verbs for n in words):
            return False
        lemma = line.lemma(head)
        if lemma in self.data.body_nouns or (line.tokens[head].capital and lemma in self.data.organisations):
            return True
        proper = line.tokens[head].capital and lemma not in self.demonyms and lemma not in self.data.groups
        ordinary = not head and (lemma in load_lexicon("small") or lemma.endswith(("ing", "ly")))
        return proper and not ordinary and not self._may_be_somebody(line, words)

    def _may_be_somebody(self, line: Line, words: Sequence[int]) -> bool:
        """Return whether capitalised words may be an unrecognised person's name, or just open the sentence."""
        capitals = [n for n in words if line.tokens[n].capital]
        texts = [line.tokens[n].text for n in capitals]
        lower = [text.lower() for text in texts]
        if " ".join(lower) in self.brands or not set(lower).isdisjoint(self.data.organisations):
            return False
        if len(capitals) >= FULL:
            eastern = lower[0] in self.data.eastern_surnames and len(capitals) == len(words)
            given = lower[0] in load_lexicon("usual") and lower[0] not in self.data.particles
            return (given or eastern) and not texts[-1].isupper()
        if lower[0] in self.named or lower[0].removesuffix("s") in self.named:
            return True
        if texts[0].isupper() or lower[0] in self.places or line.lemma(capitals[0] - 1) == "the":
            return False
        chance = capitals[0] == 0 and texts[0] not in self.capitals
        return chance or lower[0] in load_lexicon("last") or not self._is_shown(line, capitals[0])

    def _is_shown(self, line: Line, i: int) -> bool:
        """Return whether a single capitalised word is a body: by inner capitals, a cue of papers, or *company*."""
        text = line.tokens[i].text
        inner = any(letter.isupper() for letter in text[1:])
        return inner or line.lemma(i - 1) in {"to", "from", "by"} or not self.data.anaphors.isdisjoint(self.texts)
