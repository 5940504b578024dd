"""Whom a sentence means, as far as other stages know: its speaker, who "he" is, which Lee "Lee" is."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summaries.briefing import Attribution, Coreference, Person
from summaries.text import find_words

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from summaries.briefing import Briefing


KEPT = 8
"""Number of briefings whose notes are cached."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """A sentence that calls somebody by a surname, and the sentence that gives the whole name."""

    sentence: int
    person: Person
    source: int

    @property
    def is_described(self) -> bool:
        """Whether the sentence itself states a role of theirs: “Brandt, the mayor, said …”."""
        roles = (self.person.role, *self.person.further_roles)
        nearest = (
            min(self.person.mentions, key=lambda mention: abs(mention.quote.start - role.start))
            for role in roles
            if role is not None
        )
        return any(mention.sentence == self.sentence for mention in nearest)

    def is_known(self, shown: Container[int]) -> bool:
        """Say whether readers of other sentences know who this is: they have the whole name, or a note before."""
        before = (mention.sentence for mention in self.person.mentions if mention.sentence < self.sentence)
        return any(one in shown for one in before)


@dataclass(frozen=True, slots=True)
class References:
    """The speakers of a document's sentences and the referents of its pronouns, as far as they are certain."""

    attributions: Sequence[Attribution] = ()
    coreferences: Sequence[Coreference] = ()
    people: Sequence[Person] = ()
    title: str | None = None

    def introductions(self) -> Iterator[Introduction]:
        """Yield who is called by a surname in which sentence, for those whose surname the title does not have."""
        titled = set(find_words(self.title or ""))
        for person in self.people:
            whole, short = set[int](), set[int]()
            for mention in person.mentions:
                (whole if len(mention.quote.text.split()) > 1 else short).add(mention.sentence)
            surnames = {word for mention in person.mentions for word in find_words(mention.quote.text)[-1:]}
            if whole and titled.isdisjoint(surnames):
                for sentence in sorted(short - whole):
                    source = max((one for one in whole if one < sentence), default=min(whole))
                    yield Introduction(sentence, person, source)

    def elsewhere(self) -> dict[int, dict[str, int]]:
        """Return for each sentence who is meant without being named in full, and the sentence that does so."""
        found: dict[int, dict[str, int]] = {}
        for one in self.attributions:
            if one.speaker is not None and one.source is not None and one.source != one.sentence:
                found.setdefault(one.sentence, {})[one.speaker] = one.source
        for other in self.coreferences:
            if other.antecedent != other.sentence:
                found.setdefault(other.sentence, {}).setdefault(other.person, other.antecedent)
        for called in self.introductions():
            found.setdefault(called.sentence, {}).setdefault(called.person.name, called.source)
        return found


class Notes:
    """The names that are put in brackets behind the shown sentences of a briefing."""

    def __init__(self, briefing: Briefing) -> None:
        known = References(briefing.attributions, briefing.coreferences, briefing.people, briefing.article.title)
        self._meant = known.elsewhere()
        self._called = {(one.sentence, one.person.name): one for one in known.introductions()}
        self._words = {(one.sentence, one.person): one.quote for one in reversed(briefing.coreferences)}
        self._named: dict[int, dict[str, int]] = {}
        for person in briefing.people:
            for mention in person.mentions:
                self._named.setdefault(mention.sentence, {}).setdefault(person.name, mention.quote.start)

    def missing(self, sentence: int, shown: Container[int], but: str | None = None) -> tuple[tuple[str, int], ...]:
        """Return the people that a sentence refers to and no shown sentence names, each with the sentence that does.

        Whoever is called by a surname is left out if the sentence, or one shown before, says who that is; so is `but`.
        If a name in brackets could be read as somebody else's in the sentence, it follows the words that it stands for,
        *the mayor: Ruth Delaney*, and several names are in the order of these words.
        """
        found = [
            (name, source)
            for name, source in self._meant.get(sentence, {}).items()
            if name != but and source not in shown and not self._is_clear(sentence, name, shown)
        ]
        if len({*self._named.get(sentence, {}), *(name for name, _ in found)}) < 2:
            return tuple(found)
        found.sort(key=lambda one: self._place(sentence, one[0]))
        return tuple((self._label(sentence, name), source) for name, source in found)

    def _is_clear(self, sentence: int, name: str, shown: Container[int]) -> bool:
        called = self._called.get((sentence, name))
        return called is not None and (called.is_described or called.is_known(shown))

    def _place(self, sentence: int, name: str) -> float:
        """Return the offset of the words that stand for a person; the speaker of a whole sentence comes last."""
        words = self._words.get((sentence, name))
        return words.start if words else self._named.get(sentence, {}).get(name, math.inf)

    def _label(self, sentence: int, name: str) -> str:
        words = self._words.get((sentence, name))
        return name if words is None or name in self._named.get(sentence, {}) else f"{words.text}: {name}"


_latest: deque[tuple[Briefing, Notes]] = deque(maxlen=KEPT)


def names_missing(
    briefing: Briefing, sentence: int, shown: Container[int], but: str | None = None
) -> tuple[tuple[str, int], ...]:
    """Return the people that a sentence refers to and no shown sentence names, see `Notes.missing`."""
    return _notes_of(briefing).missing(sentence, shown, but)


def _notes_of(briefing: Briefing) -> Notes:
    """Return the notes of a briefing, made once for all sentences of an answer."""
    for known, notes in tuple(_latest):  # threads answer side by side
        if known is briefing:
            return notes
    notes = Notes(briefing)
    _latest.appendleft((briefing, notes))
    return notes
