"""What the other stages know of whom a sentence speaks: its speaker, or who "he" is, named in another sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from summaries.briefing import Attribution, Coreference

if TYPE_CHECKING:
    from collections.abc import Container

    from summaries.briefing import Briefing
    from summaries.ranking.vectors import Numbers


@dataclass(frozen=True, slots=True)
class References:
    """Who speaks in the sentences of a document, and for whom its pronouns stand, as far as that is certain."""

    attributions: Sequence[Attribution] = ()
    coreferences: Sequence[Coreference] = ()

    def elsewhere(self) -> dict[int, dict[str, int]]:
        """Return for each sentence who is meant without being named there, and the sentence that names them."""
        found: dict[int, dict[str, int]] = {}
        for one in self.attributions:
            if one.speaker is not None and one.source is not None and one.source != one.sentence:
                found.setdefault(one.sentence, {})[one.speaker] = one.source
        for other in self.coreferences:
            if other.antecedent != other.sentence:
                found.setdefault(other.sentence, {}).setdefault(other.person, other.antecedent)
        return found

    def columns(self, size: int) -> dict[str, Numbers]:
        """Return features of so many sentences."""
        values = {name: np.zeros(size) for name in ("speech", "direct", "speaker unknown", "speaker here")}
        for one in self.attributions:
            values["speech"][one.sentence] = 1
            values["direct"][one.sentence] = one.direct
            values["speaker unknown"][one.sentence] = one.speaker is None
            values["speaker here"][one.sentence] = one.speaker is not None and one.source == one.sentence
        named, naming = np.zeros(size), np.zeros(size)
        for sentence, people in self.elsewhere().items():
            named[sentence] = len(people)
            naming[list(people.values())] += 1
        return values | {"named elsewhere": named, "names others": naming}


def names_missing(briefing: Briefing, sentence: int, shown: Container[int]) -> tuple[tuple[str, int], ...]:
    """Return who is meant in a sentence, each with the sentence that names them, where none of those shown does."""
    meant = References(briefing.attributions, briefing.coreferences).elsewhere().get(sentence, {})
    return tuple((name, source) for name, source in meant.items() if source not in shown)
