"""Rules out speakers whose own words name them: *“Maria plays well,” she said* is not Maria's.

Nobody speaks of themself by name, so a pronoun at a cue that was resolved to such a person was resolved wrongly.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from summaries.speech.quotations import touching_quotations
from summaries.speech.speaker import UNNAMED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.languages.schema import People
    from summaries.people.analysis import PeopleAnalysis
    from summaries.speech.speaker import Cue, Speaker
    from summaries.text.quotations import Quotation


class SelfNaming:
    """The pronouns for people in one text, and the people named in its quotations."""

    def __init__(self, people: PeopleAnalysis, quotations: Sequence[Quotation], data: People) -> None:
        self.lines = people.lines
        self.quotations = quotations
        self.pronouns: defaultdict[tuple[int, int | None], list[int]] = defaultdict(list)
        """The tokens of the pronouns for a person, by sentence and person."""
        words = {*data.pronouns, *data.possessives, *data.oblique}
        for link in people.links:
            if self.lines[link.line].tokens[link.first].text.lower() in words:
                self.pronouns[link.line, link.person].append(link.first)
        self.named = [frozenset(one.called.split()) for one in people.entities]
        self.quoted: defaultdict[int, set[int]] = defaultdict(set)
        """The people named in each quotation, by its run."""
        self.capitals: defaultdict[int, set[str]] = defaultdict(set)
        """The capitalised words in it: a first name alone may not have been recognised."""
        for line in self.lines:
            for i, token in enumerate(line.tokens):
                name = line.name_at(i)
                for one in touching_quotations(quotations, token.start, token.stop) if token.capital else ():
                    self.capitals[one.run].add(token.text)
                    if name is not None:
                        self.quoted[one.run].add(name.person)

    def without(self, cue: Cue) -> Cue:
        """Return a cue with nobody in place of the speakers whom a pronoun means there, but whose words name them."""
        return replace(cue, speakers=tuple(UNNAMED if self._names(cue, one) else one for one in cue.speakers))

    def _names(self, cue: Cue, speaker: Speaker) -> bool:
        pronouns = self.pronouns.get((cue.line, speaker.person))
        if speaker.person is None or not pronouns:
            return False
        line = self.lines[cue.line]
        named = [name for name in line.names if name.person == speaker.person]
        nearest = min(pronouns, key=lambda i: _distance(cue, i, i + 1))
        if any(_distance(cue, name.first, name.after) < _distance(cue, nearest, nearest + 1) for name in named):
            return False
        if any(name.first > nearest for name in named):
            return True
        return any(
            speaker.person in self.quoted[one.run] or self.named[speaker.person] & self.capitals[one.run]
            for one in touching_quotations(self.quotations, line.sentence.start, line.sentence.stop)
        )


def _distance(cue: Cue, first: int, after: int) -> int:
    """Return how many tokens are between a cue and a mention."""
    return max(0, first - cue.after, cue.first - after)
