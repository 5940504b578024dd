"""Whom a sentence means, as far as other stages know: its speaker, who "he" is, which Lee "Lee" is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summaries.briefing import Attribution, Coreference, Person
from summaries.text import find_words

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from summaries.briefing import Briefing


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

    def missing(self, sentence: int, shown: Container[int]) -> tuple[tuple[str, int], ...]:
        """Return the people that a sentence refers to and no shown sentence names, each with the sentence that does.

        Whoever is called by a surname is left out where the sentence, or one shown before, says who that is.
        """
        return tuple(
            (name, source)
            for name, source in self._meant.get(sentence, {}).items()
            if source not in shown and not self._is_clear(sentence, name, shown)
        )

    def _is_clear(self, sentence: int, name: str, shown: Container[int]) -> bool:
        called = self._called.get((sentence, name))
        return called is not None and (called.is_described or called.is_known(shown))


def names_missing(briefing: Briefing, sentence: int, shown: Container[int]) -> tuple[tuple[str, int], ...]:
    """Return the people that a sentence refers to and no shown sentence names, each with the sentence that does."""
    return Notes(briefing).missing(sentence, shown)
