"""Attribution, sentence by sentence: cue → source → content, across paragraphs.

A cue attributes its sentence, and the quotation that it touches, to its source. Quotations continue within the
paragraph, across paragraphs if the mark is left open, and after a colon; a paragraph that is entirely quotation is
attributed to the last speaker. Words in quotation marks that nobody says are not speech.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summaries.languages.schema import People, load
from summaries.people.roles.phrases import WESTERN
from summaries.speech.english import EnglishCues
from summaries.speech.indirect import is_reported, may_be_reported
from summaries.speech.quotations import is_quoted, touching_quotations
from summaries.speech.russian import RussianCues
from summaries.speech.self_naming import SelfNaming
from summaries.speech.speaker import UNNAMED, Cue, Speaker, Speakers
from summaries.speech.western import WesternCues
from summaries.text.lexicon import calendar_words, load_lexicon
from summaries.text.morphology import INFLECTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.document import Document
    from summaries.people.analysis import PeopleAnalysis
    from summaries.people.mentions import Line
    from summaries.text.quotations import Quotation

DASHES = frozenset({"—", "–", "-", "―"})

FEWEST_TURNS = 4
"""Minimum number of turns that establish the layout of a transcript."""


@dataclass(frozen=True, slots=True)
class Said:
    """An attributed sentence, its cue, and whether the cue is in the sentence itself."""

    line: int
    speaker: Speaker
    cue: Cue


def _finder(document: Document, people: PeopleAnalysis) -> EnglishCues | RussianCues | WesternCues:
    language = document.language
    if language in WESTERN:
        return WesternCues(people, language, document.quotations)
    return RussianCues(people, language) if language in INFLECTED else EnglishCues(people, language)


def attribute_sentences(document: Document, people: PeopleAnalysis) -> list[Said]:
    """Return the speakers of sentences, in text order, including unnamed ones."""
    return _Attribution(document, people).run()


class _Attribution:
    """The attribution of one text, sentence by sentence."""

    def __init__(self, document: Document, people: PeopleAnalysis) -> None:
        self.document = document
        self.people = people
        self.lines = people.lines
        self.data = load(People, document.language)
        self.finder = _finder(document, people)
        self.calendar = calendar_words(document.language)
        self.dashes = document.language in INFLECTED
        self.prose = [paragraph.kind != "heading" for paragraph in document.article.paragraphs]
        self.naming = SelfNaming(people, document.quotations, self.data)
        self.quoted = [is_quoted(line, document.quotations) for line in self.lines]
        self.cues: list[tuple[Cue, ...]] = [self._cues(number, line) for number, line in enumerate(self.lines)]
        self.found: dict[int, list[tuple[Speaker, Cue]]] = {}

    def run(self) -> list[Said]:
        """Return the speakers of the sentences."""
        for number, cues in enumerate(self.cues):
            for cue in cues:
                self._give(number, cue)
        self._torn()
        self._turns()
        self._signatures()
        self._runs()
        self._neighbours()
        self._led_in()
        self._announced()
        self._introduced()
        self._reported()
        return [Said(number, speaker, cue) for number in sorted(self.found) for speaker, cue in self.found[number]]

    # --- cues

    def _cues(self, number: int, line: Line) -> tuple[Cue, ...]:
        """Return the valid cues of a sentence: those outside quotations, and the outer of two nested ones."""
        if not self.prose[line.sentence.paragraph]:
            return ()
        found = (cue for cue in self.finder.find(number, line) if not self._is_inside(line, cue))
        cues = [self.naming.without(self._certain(line, cue)) for cue in found]
        inverted = [cue for cue in cues if cue.inverted]
        if inverted and len(cues) > 1:
            cues = [cue for cue in cues if cue.inverted or self._coordinated(line, cue)]
        outer: list[Cue] = []
        for cue in cues:
            if not outer or cue.final or cue.speakers == outer[-1].speakers or self._coordinated(line, cue):
                outer.append(cue)
        return tuple(outer)

    def _certain(self, line: Line, cue: Cue) -> Cue:
        """Return a cue without the speakers whose surname may refer to somebody else."""
        doubtful = {name.person for name in line.names if name.doubtful}
        doubtful -= {name.person for name in line.names if not name.doubtful}
        return replace(cue, speakers=tuple(UNNAMED if one.person in doubtful else one for one in cue.speakers))

    def _is_inside(self, line: Line, cue: Cue) -> bool:
        """Return whether a cue is inside a quotation, and so reported by somebody else.

        Russian leaves the quotation marks open around the author's words: *«Нет, — сказал он. — Никогда»*.
        """
        if cue.inverted and self.dashes and line.lemma(cue.first - 1) in DASHES:
            return False
        if cue.inverted and not self.dashes and self.document.quotations and self.document.quotations[0].kind == "dash":
            return False
        start, stop = line.tokens[cue.first].start, line.tokens[cue.after - 1].stop
        return any(one.start < start and stop < one.stop for one in self._touching(start, stop))

    def _coordinated(self, line: Line, cue: Cue) -> bool:
        """Return whether a separate clause begins before a cue: *…, while Laine insisted*."""
        return any(line.lemma(n) in self.data.coordinators for n in range(max(0, cue.first - 8), cue.first))

    def _touching(self, start: int, stop: int) -> Sequence[Quotation]:
        return touching_quotations(self.document.quotations, start, stop)

    def _give(self, number: int, cue: Cue) -> None:
        given = self.found.setdefault(number, [])
        given += [(speaker, cue) for speaker in cue.speakers if all(speaker != one for one, _ in given)]

    def _carry(self, source: int, target: int) -> None:
        """Attribute a sentence to the speakers of another."""
        if target not in self.found:
            self.found[target] = [one for one in self.found[source] if one[1] == self.found[source][-1][1]]

    def _torn(self) -> None:
        """Carry a speaker over a paragraph break within a sentence."""
        for number in range(1, len(self.lines)):
            before, after = self.lines[number - 1].sentence.text, self.lines[number].sentence.text
            if number - 1 in self.found and before[-1].isalnum() and after[0].islower():
                self._carry(number - 1, number)

    # --- layouts

    def _turns(self) -> None:
        """Attribute the turns of a transcript by their labels; nobody else speaks until the next label.

        In the turns of a broadcast's narrator cues decide, as in any text.
        """
        if not any(self.document.labels):
            return
        speakers: Speakers = ()
        cue: Cue | None = None
        narrators: set[Speaker] = set()
        end = self._last_turn()
        for number, line in enumerate(self.lines):
            stop = line.sentence.start + self.document.labels[number]
            if self._is_date(line, stop):
                cue = None
            elif stop > line.sentence.start:
                after = sum(token.start < stop for token in line.tokens)
                speakers = self._by_label(line, after)
                cue = Cue(number, 0, max(1, after), speakers)
                if any(line.lemma(i) in self.data.narrators for i in range(after)):
                    narrators.update(speakers)
            elif cue is not None and (line.sentence.paragraph > end or self._is_outside(number, speakers)):
                cue = None
            if cue is not None and not narrators & {*speakers} and self.prose[line.sentence.paragraph]:
                self.found[number] = [(speaker, cue) for speaker in speakers]

    def _is_date(self, line: Line, stop: int) -> bool:
        """Return whether the label before an offset is a date: *October 20:*."""
        return any(token.start < stop and token.text.lower() in self.calendar for token in line.tokens)

    def _last_turn(self) -> int:
        """Return the paragraph after which no turn continues: the last with a label, if each has one.

        If every turn is one paragraph, further ones at the end are a note.
        """
        labelled = {
            line.sentence.paragraph for line, label in zip(self.lines, self.document.labels, strict=True) if label
        }
        between = [n for n in range(min(labelled), max(labelled)) if self.prose[n]]
        each = len(labelled) >= FEWEST_TURNS and labelled.issuperset(between)
        return max(labelled) if each else len(self.prose)

    def _is_outside(self, number: int, speakers: Speakers) -> bool:
        """Return whether a turn is over: an unlabelled paragraph is a heading, a question, or names its speaker."""
        line = self.lines[number]
        opens = line.sentence.paragraph != self.lines[number - 1].sentence.paragraph
        if opens and (line.sentence.text[-1].isalnum() or line.sentence.text.endswith("?")):
            return True
        named = {name.person for name in line.names}
        return opens and any(
            one.person in named and one not in speakers for cue in self.cues[number] for one in cue.speakers
        )

    def _by_label(self, line: Line, after: int) -> Speakers:
        """Return the speaker named by the label before a token: in full or in part, regardless of case."""
        named = [name for name in line.names if name.after <= after]
        if named:
            return (Speaker(named[0].person),)
        words = {line.lemma(i) for i in range(after) if line.tokens[i].word}
        people = [n for n, one in enumerate(self.people.entities) if words & {*one.called.lower().split()}]
        if len(people) == 1:
            return (Speaker(people[0]),)
        label = " ".join(token.text for token in line.tokens[:after] if token.word)
        ordinary = words & (self.data.offices | self.data.person_nouns | self.data.groups)
        house = " " in label and not people and not ordinary and label.split()[0].lower() not in load_lexicon("first")
        return (Speaker(body=label),) if house else (UNNAMED,)

    def _signatures(self) -> None:
        """Attribute a quotation to the name after a closing dash: *“…” — Nora Vestergaard, head of the library*."""
        for number, line in enumerate(self.lines):
            for i, token in enumerate(line.tokens[:-1]):
                if token.text not in DASHES or (i and not self._ends_quotation(line, i)):
                    continue
                name = next(line.names_between(i + 1, i + 6), None)
                if name is None or self.finder.begin(line, name.first) > i + 1 or self._goes_on(line, name.after):
                    continue
                cue = Cue(number, i + 1, name.after, (Speaker(name.person),), inverted=True)
                target = number if i else number - 1
                if target >= 0 and self._is_speech(target) and (i or self.quoted[target]):
                    self.found[target] = [(cue.speakers[0], cue)]
                break

    def _goes_on(self, line: Line, i: int) -> bool:
        """Return whether a clause with a verb follows: then the dash does not open a signature."""
        return line.lemma(i) in self.data.verbs_of_speech or line.lemma(i) in self.data.copulas

    def _ends_quotation(self, line: Line, i: int) -> bool:
        at = line.tokens[i - 1].stop
        return any(one.stop == at and one.start <= line.sentence.start for one in self._touching(at - 1, at))

    def _is_speech(self, number: int) -> bool:
        sentence = self.lines[number].sentence
        return bool(self._touching(sentence.start, sentence.stop))

    # --- quotations that continue

    def _runs(self) -> None:
        """Carry a speaker over all sentences of the quotation that a cue touches."""
        by_run: dict[int, int] = {}
        for forwards in (True, False):
            order = range(len(self.lines)) if forwards else range(len(self.lines) - 1, -1, -1)
            for number in order:
                sentence = self.lines[number].sentence
                for one in self._touching(sentence.start, sentence.stop):
                    if number in self.found and self._owns(number, one.start, one.stop):
                        by_run.setdefault(one.run, number)
                    elif number not in self.found and one.run in by_run:
                        self._carry(by_run[one.run], number)

    def _owns(self, number: int, start: int, stop: int) -> bool:
        """Return whether a quotation is the content of its sentence's cue: not a few words in the middle."""
        sentence = self.lines[number].sentence
        return start < sentence.start or stop > sentence.stop or self.quoted[number] or len(self.found[number]) == 1

    def _neighbours(self) -> None:
        """Carry a speaker over sentences that are entirely quotation: in the paragraph, else in the next one."""
        for number in range(1, len(self.lines)):
            before = number - 1
            if number in self.found or not self.quoted[number] or before not in self.found:
                continue
            same = self.lines[number].sentence.paragraph == self.lines[before].sentence.paragraph
            if same or self._introduces(before) or self._continues(before):
                self._carry(before, number)
        for number in range(len(self.lines) - 2, -1, -1):
            after = number + 1
            if number in self.found or not self.quoted[number] or after not in self.found:
                continue
            same = self.lines[number].sentence.paragraph == self.lines[after].sentence.paragraph
            if same and self.quoted_or_inverted(after):
                self._carry(after, number)

    def _led_in(self) -> None:
        """Attribute a quotation without a cue to the person who opens the previous sentence, if named alone there.

        *Bürgermeisterin Anna Vogt ist zufrieden. “Wir haben lange gewartet.”*
        """
        if self.document.language not in WESTERN:
            return
        for number in range(1, len(self.lines)):
            line, before = self.lines[number], self.lines[number - 1]
            if number in self.found or not self.quoted[number] or len(before.names) != 1 or before.quotes:
                continue
            name = before.names[0]
            same = line.sentence.paragraph == before.sentence.paragraph
            if same and number - 1 not in self.found and self.finder.begin(before, name.first) == 0:
                cue = Cue(number - 1, 0, name.after, (Speaker(name.person),))
                for n in range(number, len(self.lines)):
                    if (
                        n in self.found
                        or not self.quoted[n]
                        or self.lines[n].sentence.paragraph != line.sentence.paragraph
                    ):
                        break
                    self.found[n] = [(cue.speakers[0], cue)]

    def quoted_or_inverted(self, number: int) -> bool:
        """Return whether a sentence begins with quoted words."""
        line = self.lines[number]
        return any(
            one.start <= line.sentence.start + 1 for one in self._touching(line.sentence.start, line.sentence.start + 2)
        )

    def _introduces(self, number: int) -> bool:
        return self.lines[number].sentence.text.rstrip().endswith(":")

    def _continues(self, before: int) -> bool:
        """Return whether a quoted paragraph continues the speech at the end of the one before it."""
        speakers = self.found[before]
        if len(speakers) != 1 or self.document.quotations[0].kind == "dash":
            return False
        return self.cues[before] != () or not self._closed(before)

    def _closed(self, number: int) -> bool:
        sentence = self.lines[number].sentence
        return all(one.closed for one in self._touching(sentence.start, sentence.stop))

    def _introduced(self) -> None:
        """Attribute what follows a paragraph-final colon to the speaker before it, or the only person named."""
        for number, line in enumerate(self.lines[:-1]):
            following = self.lines[number + 1]
            if not self._introduces(number) or following.sentence.paragraph == line.sentence.paragraph:
                continue
            given = self.found.get(number)
            if given is None and len(line.names) == 1 and self.quoted[number + 1]:
                name = line.names[0]
                cue = Cue(number, self.finder.begin(line, name.first), name.after, (Speaker(name.person),))
                given = [(cue.speakers[0], cue)]
            if given is None:
                continue
            for n in range(number + 1, len(self.lines)):
                if self.lines[n].sentence.paragraph != following.sentence.paragraph or self.cues[n]:
                    break
                self.found[n] = [given[-1]]
            if number in self.found and self._is_lead_in(number):
                del self.found[number]

    def _is_lead_in(self, number: int) -> bool:
        """Return whether a sentence says only that somebody speaks: *In a statement, Dahl said:*."""
        cue = self.found[number][-1][1]
        return cue.line == number and cue.after >= len(self.lines[number].tokens) - 1

    def _reported(self) -> None:
        """Carry a speaker over sentences in reported speech, as in German: forwards, then back from *sagte er*."""
        if not self.data.subjunctive:
            return
        quotations = self.document.quotations
        reported = [is_reported(line, quotations, self.data) for line in self.lines]
        for number in range(1, len(self.lines)):
            before = number - 1
            if number in self.found or not self._adjoins(before, number) or self._has_another(before, number):
                continue
            near = self.lines[number].sentence.paragraph == self.lines[before].sentence.paragraph
            likely = near and may_be_reported(self.lines[number], quotations, self.data)
            if reported[number] or likely or (reported[before] and self._is_between(number, reported)):
                reported[number] = True
                self._carry(before, number)
        for number in range(len(self.lines) - 2, -1, -1):
            after = number + 1
            if number in self.found or not reported[number] or not self._adjoins(number, after):
                continue
            if after in self.found and reported[after] and any(cue.inverted for cue in self.cues[after]):
                self._carry(after, number)

    def _is_between(self, number: int, reported: Sequence[bool]) -> bool:
        """Return whether a sentence without names precedes another reported one in its paragraph."""
        after = number + 1
        if after >= len(self.lines) or self.lines[number].names or after in self.found or not reported[after]:
            return False
        return self.lines[after].sentence.paragraph == self.lines[number].sentence.paragraph

    def _has_another(self, before: int, number: int) -> bool:
        """Return whether nobody speaks in a sentence, or the next one opens with somebody else, and is about them."""
        speakers = self.found.get(before)
        if speakers is None:
            return True
        line = self.lines[number]
        first = next(iter(line.names), None)
        opens = first is not None and self.finder.begin(line, first.first) == 0
        if first is None or not opens or first.person == speakers[-1][0].person:
            return False
        return ":" in line.lemmas or line.lemma(first.after) not in self.data.subjunctive

    def _adjoins(self, before: int, after: int) -> bool:
        """Return whether two sentences are in one paragraph, or in two consecutive paragraphs of prose."""
        first, second = self.lines[before].sentence.paragraph, self.lines[after].sentence.paragraph
        return self.prose[second] and second - first <= 1

    def _announced(self) -> None:
        """Carry a *statement from* somebody over the sentences of the paragraph up to the next cue of that speaker."""
        for number, cues in enumerate(self.cues):
            for cue in cues:
                if not cue.announces:
                    continue
                paragraph = self.lines[number].sentence.paragraph
                for n in range(number + 1, len(self.lines)):
                    if self.lines[n].sentence.paragraph != paragraph:
                        break
                    if self.cues[n]:
                        if self.cues[n][0].speakers == cue.speakers:
                            for m in range(number + 1, n):
                                self._carry(number, m)
                        break
