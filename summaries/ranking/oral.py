"""A two-minute briefing to read aloud: what happened, who says what, figures, what is disputed, what comes next.

A section contains lines that are clear on their own, like key points, since a listener cannot look back: a sentence
that needs another comes with it, or not at all. Nothing is repeated, and an empty section is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from summaries.briefing import MEDIUM, ORAL_KINDS, SHORT, Attribution, Figure, OralSection, TimelineEntry
from summaries.languages.schema import Outlook, abilities, load
from summaries.ranking.assessment import make_pool
from summaries.ranking.openings import leaves_open
from summaries.ranking.ranking import PART, prose
from summaries.ranking.selection import Choice, Costs, value_of
from summaries.text import find_words
from summaries.timeline import is_ahead

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from summaries.briefing import OralKind
    from summaries.document import Document
    from summaries.languages.schema import Phrases
    from summaries.ranking.assessment import Assessment
    from summaries.ranking.selection import Flags

WORDS = 260
"""Number of words read aloud in two minutes, at 130 words a minute."""
COSTS = Costs(unclear=1.4, never=0.5, source=0.05)
POWER = 0.5
"""Exponent of a sentence's length, by which its gain is divided when it is chosen for a section."""
CLEAR = 0.3
"""Maximum probability of needing another sentence with which a sentence may precede that one."""
SAYS = 0.5
"""Minimum probability at which a sentence is taken to supply what another needs."""
LEAD = 2
"""Number of sentences in the lead: wherever they are shown, they come first."""
SOON = frozenset({"day", "week", "month", "quarter", "season"})
"""Precisions of future dates that make them worth waiting for."""


@dataclass(frozen=True, slots=True)
class Share:
    """A section's maximum share of a briefing, and the bonus for a sentence that fits it."""

    words: int
    lines: int
    bonus: float


SHARES: Mapping[OralKind, Share] = {
    "disputed": Share(words=50, lines=2, bonus=0.3),
    "next": Share(words=50, lines=2, bonus=0.3),
    "says": Share(words=90, lines=4, bonus=0.2),
    "figures": Share(words=45, lines=2, bonus=0.1),
}
"""The sections other than what happened; those that few sentences fit come first."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the other stages know about an article."""

    attributions: Sequence[Attribution] = ()
    figures: Sequence[Figure] = ()
    dates: Sequence[TimelineEntry] = ()


def find_oral_briefing(assessment: Assessment | None, ranking: Sequence[int], known: Known) -> tuple[OralSection, ...]:
    """Return the sections in reading order; none for a document without sentences.

    The first begins with the short summary, which is a prefix of the `ranking`. They contain at most `WORDS` words and
    two thirds of the text, but always one sentence.
    """
    if assessment is None:
        return ()
    draft = _Draft(assessment, find_fitting(assessment.document, known))
    draft.begin(ranking)
    draft.complete({one.sentence: one.speaker for one in known.attributions})
    return tuple(draft.sections())


def find_fitting(document: Document, known: Known) -> dict[OralKind, frozenset[int]]:
    """Return the sentences that fit each section other than what happened, as far as the language is supported."""
    language, published = document.language, document.article.published
    can, words = abilities(language), load(Outlook, language)
    direct = {one.sentence for one in known.attributions if one.direct}
    coming = {one.sentence for one in known.dates if "dates" in can and _is_coming(one, published)}
    read = [find_words(sentence.text.replace("’", "'")) for sentence in document.sentences]
    return {
        "disputed": frozenset(place for place, said in enumerate(read) if _has(said, words.disputed)),
        "next": frozenset(coming | {n for n, said in enumerate(read) if _has(said, words.coming)} - direct),
        "says": frozenset(one.sentence for one in known.attributions if "speech" in can and one.speaker),
        "figures": frozenset(one.sentence for one in known.figures if "figures" in can and _is_large(one)),
    }


def _is_large(figure: Figure) -> bool:
    """Return whether a number is worth remembering: *2,300 members*, not *two days*."""
    return figure.kind != "count" or sum(map(str.isdigit, figure.quote.text)) > 1


def _is_coming(entry: TimelineEntry, published: dt.date | None) -> bool:
    """Return whether a date is one to look forward to; a bare year may be part of a name."""
    return entry.planned or (entry.date.precision in SOON and is_ahead(entry.date, published))


def _has(words: Sequence[str], phrases: Phrases) -> bool:
    """Return whether a text contains one of some phrases."""
    return any(
        tuple(words[place : place + len(phrase)]) == phrase
        for place, word in enumerate(words)
        for phrase in phrases.get(word, ())
    )


class _Draft:
    """A briefing in progress. Sentence numbers are positions in the pool, except in the sections."""

    def __init__(self, assessment: Assessment, fitting: Mapping[OralKind, frozenset[int]]) -> None:
        self._sentences = assessment.document.sentences
        self._pool = make_pool(assessment, prose(assessment.document))
        self._whole = np.array([not leaves_open(self._sentences[place].text) for place in self._pool.places])
        """Which sentences break off no quotation."""
        self._fits = {kind: np.isin(self._pool.places, list(places)) for kind, places in fitting.items()}
        self._choice = Choice(self._pool, COSTS)
        self._lines: dict[OralKind, list[list[int]]] = {kind: [] for kind in ORAL_KINDS}
        self._most = min(WORDS, PART * sum(sentence.words for sentence in self._sentences))

    def begin(self, ranking: Sequence[int]) -> None:
        """Take the sentences of the medium summary; those of the short one and the lead are what happened."""
        words, chosen = 0, dict[int, int]()
        for index in ranking:
            words += self._sentences[index].words
            if chosen and words > min(MEDIUM.words or 0, self._most):
                break
            chosen[index] = words
        lead = {*self._pool.places[:LEAD].tolist(), *ranking[:1]}
        for index in sorted(chosen):
            place = int(np.searchsorted(self._pool.places, index))
            self._choice.take((place,))
            opens = index in lead or chosen[index] <= (SHORT.words or 0)
            self._put((place,), "happened" if opens else self._kind_of(place))

    def complete(self, speakers: Mapping[int, str | None]) -> None:
        """Fill each section, then what happened, up to its limit; speakers not yet heard come first."""
        for kind, share in SHARES.items():
            while self._has_room(kind):
                heard = {speakers.get(int(self._pool.places[one])) for line in self._lines[kind] for one in line}
                fresh = np.array([speakers.get(int(place)) not in heard - {None} for place in self._pool.places])
                fits, left = self._fits[kind] & self._whole, share.words - self._words(kind)
                new = self._add("points", left, fits & fresh, share.bonus) or self._add(
                    "points", left, fits, share.bonus
                )
                if not new:
                    break
                self._put(new, kind)
        while new := self._add("long", self._most, self._whole):
            self._put(new, self._kind_of(new[-1]))

    def sections(self) -> Iterator[OralSection]:
        """Yield the non-empty sections, each in article order."""
        for kind, lines in self._lines.items():
            if lines:
                told = sorted(tuple(int(self._pool.places[place]) for place in line) for line in lines)
                yield OralSection(kind, tuple(told))

    def _add(self, length: str, words: float, among: Flags, bonus: float = 0) -> tuple[int, ...]:
        """Choose the best of some sentences that fits the words left, alone or with its source; return the new ones."""
        value = value_of(self._pool.importance, length) + bonus
        budget = min(self._choice.words + words, self._most)
        return self._choice.steps[-1] if self._choice.grow(value, budget, power=POWER, among=among) else ()

    def _put(self, step: tuple[int, ...], kind: OralKind) -> None:
        """Put the chosen sentences into a section: after what they depend on, and never before what they need."""
        leaned_on = int(self._pool.before[step[0]])
        before = next((line for line in chain(*self._lines.values()) if leaned_on in line), None)
        if before is not None:
            before.extend(step)
            return
        kind = ORAL_KINDS[max(ORAL_KINDS.index(kind), self._earliest(step[0]))]
        self._lines[kind].append(list(step))

    def _earliest(self, place: int) -> int:
        """Return the number of the first section that a sentence may be in, given what it needs."""
        if self._pool.importance.needs[place] * self._pool.unsupplied[place] <= CLEAR:
            return 0
        supplied = self._pool.supplied[place]
        told = [(supplied[one], n) for n, kind in enumerate(ORAL_KINDS) for one in chain(*self._lines[kind])]
        probable, section = max(told, default=(0.0, 0))
        return section if probable >= SAYS else 0

    def _kind_of(self, place: int) -> OralKind:
        """Return the first section that a sentence fits and that has room."""
        return next((kind for kind in SHARES if self._fits[kind][place] and self._has_room(kind)), "happened")

    def _has_room(self, kind: OralKind) -> bool:
        return len(self._lines[kind]) < SHARES[kind].lines and self._words(kind) < SHARES[kind].words

    def _words(self, kind: OralKind) -> float:
        return float(sum(self._pool.words[place] for line in self._lines[kind] for place in line))
