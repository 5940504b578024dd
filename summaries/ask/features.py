"""The ranker's features: the evidence that a sentence answers a question."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from summaries.ask.index import index_of
from summaries.ask.terms import find_terms, grams_of, light_terms, numerals, plain
from summaries.languages.schema import Questions, load
from summaries.text.quotations import find_quotations

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summaries.ask.index import Index
    from summaries.ask.question import Kind, Question
    from summaries.briefing import Briefing

Matches = dict[str, tuple[float, str]]
"""The query terms that a sentence matches: how well, from 0 to 1, and by which of its own terms."""
CANDIDATES = 24
"""Number of candidates by BM25; the answer is hardly ever ranked lower."""
LEADING = 10
"""Number of top candidates whose neighbours are candidates too."""
LIGHT = 0.4
"""Weight of a word that is more frequent in questions than in articles."""
CEILING = 2.2
"""Maximum BM25 weight of a term, without its rarity."""
FITS = 1.0
"""What it counts, in the units of the ranker, that a sentence names somebody, or a day, where that is asked for."""
YEAR = 4
"""So many digits a year has."""
DECIDED: frozenset[Kind] = frozenset({"who", "when"})
"""What is asked for there."""
CLOSING = "\"'”’»“)] "
"""What may stand behind a question mark."""
OWN = (
    "exact", "kin", "kin_of_best", "rank", "coverage", "share", "run", "pairs", "before", "after", "paragraph",
    "paragraph_rank", "beyond_title", "with_before", "names", "numbers", "focus", "density", "fits", "fits_not",
    "new_names", "new_numbers", "length", "position", "function", "window", "soft", "asked",
)  # fmt: skip
"""The features of a sentence by itself, in order."""
COMPARED = (
    "exact", "kin", "coverage", "share", "run", "pairs", "beyond_title", "with_before", "function", "window", "soft",
    "density",
)  # fmt: skip
"""The features that are also given relative to the best candidate."""
FEATURES = (*OWN, *(f"{name}_behind" for name in COMPARED))
"""The columns, in order."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The candidate sentences, likeliest by BM25 first, and their features."""

    sentences: tuple[int, ...]
    features: NDArray[np.float64]
    """One row per sentence, one column for each of `FEATURES`."""
    prior: NDArray[np.float64]
    """What is added to what the ranker gives each sentence."""
    matches: tuple[Matches, ...]
    coverage: float
    """Share of the question that occurs in the article at all, weighted by rarity."""
    strangers: float
    """Share of the question's names and numbers that the article lacks."""

    def column(self, name: str) -> NDArray[np.float64]:
        """Return a column by its name."""
        return self.features[:, FEATURES.index(name)]


def gather(briefing: Briefing, question: Question) -> Evidence:
    """Return the features of the sentences that contain anything of the question, and of their neighbours."""
    index = index_of(briefing.article, briefing.sentences)
    asked = {term: index.kin(term, question.language) for term in question.terms}
    asking = _Asking(briefing, question, index, asked)
    candidates = asking.candidates()
    rows = [asking.describe(number, rank) for rank, number in enumerate(candidates)]
    names = [term for term in asked if term in question.names]
    here = {number for row in index.numbers for number in row}
    missing = sum(not asked[name] for name in names) + sum(number not in here for number in question.numbers)
    described = np.array(rows, dtype=np.float64).reshape(-1, len(OWN))
    met = sum(asking.rarity[term] * max(kin.values(), default=0.0) for term, kin in asked.items())
    return Evidence(
        sentences=tuple(candidates),
        features=_compare(described),
        prior=described[:, OWN.index("fits")] * (FITS if question.kind in DECIDED else 0.0),
        matches=tuple(asking.matches.get(number, {}) for number in candidates),
        coverage=met / asking.total,
        strangers=missing / max(1, len(names) + len(question.numbers)),
    )


def _compare(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the rows, extended by their distance from the best row in each of the columns `COMPARED`."""
    columns = rows[:, [OWN.index(name) for name in COMPARED]]
    return np.hstack([rows, columns - columns.max(axis=0)]) if len(rows) else rows.reshape(0, len(FEATURES))


class _Asking:
    """One question about one article: what is computed once for all sentences."""

    def __init__(
        self, briefing: Briefing, question: Question, index: Index, asked: dict[str, dict[str, float]]
    ) -> None:
        light = light_terms(question.language)
        self.briefing, self.question, self.index = briefing, question, index
        self.paragraphs = [sentence.paragraph for sentence in briefing.sentences]
        self.rarity = {
            term: index.rarity(len({number for own in kin for number in index.postings[own]}))
            * (LIGHT if term in light else 1.0)
            for term, kin in asked.items()
        }
        self.total = max(1e-9, sum(self.rarity.values()))
        self.matches = _match(index, asked)
        self.scores = {number: self._bm25(number, found) for number, found in self.matches.items()}
        self.best = max(self.scores.values(), default=1.0)
        spoken: dict[int, set[str]] = {}
        for number, found in self.matches.items():
            spoken.setdefault(self.paragraphs[number], set()).update(found)
        self.weights = {paragraph: self._mass(terms) for paragraph, terms in spoken.items()}
        self.ranks = {paragraph: rank for rank, paragraph in enumerate(sorted(spoken, key=self._by_weight))}
        self.fitting = _fitting(briefing, index, question)
        self.pairs = set(pairwise(question.words))
        self.alike: dict[str, tuple[float, ...]] = {}

    def _by_weight(self, paragraph: int) -> tuple[float, int]:
        return -self.weights[paragraph], paragraph

    def candidates(self) -> list[int]:
        """Return the best sentences by BM25, and the neighbours of the very best, which may continue them.

        Sentences that ask answer nothing; those behind them may.
        """
        kinds = [paragraph.kind for paragraph in self.briefing.article.paragraphs]
        texts = [sentence.text.rstrip(CLOSING) for sentence in self.briefing.sentences]
        best = sorted(self.scores, key=lambda number: (-self.scores[number], number))[:CANDIDATES]
        beside = (other for number in best[:LEADING] for other in self._beside(number))
        asking = [number + 1 for number in best if texts[number].endswith("?") and number + 1 < len(texts)]
        return [
            number
            for number in dict.fromkeys((*best, *beside, *asking))
            if kinds[self.paragraphs[number]] != "heading" and not texts[number].endswith("?")
        ]

    def _beside(self, number: int) -> list[int]:
        """Return the sentences right after and before one, in its paragraph."""
        return [
            other
            for other in (number + 1, number - 1)
            if 0 <= other < len(self.paragraphs) and self.paragraphs[other] == self.paragraphs[number]
        ]

    def _mass(self, terms: Iterable[str]) -> float:
        return math.fsum(self.rarity[term] for term in terms) / self.total

    def _bm25(self, number: int, found: Matches) -> float:
        counts = self.index.counts[number]
        return sum(
            weight * self.rarity[term] * self.index.saturate(counts[own], number)
            for term, (weight, own) in found.items()
        )

    def describe(self, number: int, rank: int) -> list[float]:
        """Return the columns `OWN` of a sentence, given its rank by BM25."""
        question, index, found = self.question, self.index, self.matches.get(number, {})
        exact = {term: pair for term, pair in found.items() if pair[1] == term}
        own = {pair[1] for pair in found.values()}
        words, score = index.words[number], self.scores.get(number, 0.0)
        ceiling = self.total * CEILING
        beside = self._beside(number)
        before = set(self.matches.get(number - 1, ())) if number - 1 in beside else set()
        after = set(self.matches.get(number + 1, ())) if number + 1 in beside else set()
        paragraph = self.paragraphs[number]
        beyond = [term for term in question.terms if term not in index.title]
        places = [place for place, term in enumerate(index.terms[number]) if term in own]
        fits = None if self.fitting is None else number in self.fitting
        return [
            self._bm25(number, exact) / ceiling,
            score / ceiling,
            score / self.best,
            1 / (1 + rank),
            sum(self.rarity[term] * weight for term, (weight, _) in found.items()) / self.total,
            len(found) / max(1, len(question.terms)),
            _longest_run(question.words, words) / max(1, len(question.words)),
            len(self.pairs & set(pairwise(words))) / max(1, len(self.pairs)),
            self._mass(before),
            self._mass(after),
            self.weights.get(paragraph, 0.0),
            1 / (1 + self.ranks.get(paragraph, len(self.ranks))),
            self._mass(term for term in beyond if term in found) / max(1e-9, self._mass(beyond)),
            self._mass(found.keys() | before),
            _share(question.names, found),
            _share(question.numbers, index.numbers[number]),
            _share(question.focus, found),
            len(places) / (places[-1] - places[0] + 1) if places else 0.0,
            float(fits is True),
            float(fits is False),
            min(len(index.capitals[number] - own), 6) / 6,
            min(len(index.numbers[number] - question.numbers), 4) / 4,
            min(len(words), 60) / 60,
            number / max(1, len(self.paragraphs) - 1),
            len(set(words) & set(question.words)) / max(1, len(set(question.words))),
            (score + 0.5 * sum(self.scores.get(other, 0.0) for other in beside)) / ceiling,
            self._soft(number),
            min(len(question.terms), 12) / 12,
        ]

    def _soft(self, number: int) -> float:
        """Return how well the query terms match a sentence's terms in spelling, weighted by rarity."""
        rows = [self._spelled_like(own) for own in self.index.counts[number]]
        best = (max(column) for column in zip(*rows, strict=True)) if rows else ()
        total: float = sum(self.rarity[term] * alike for term, alike in zip(self.question.terms, best, strict=False))
        return total / self.total

    def _spelled_like(self, own: str) -> tuple[float, ...]:
        """Return the similarity of an article's term to each query term: Dice coefficient over letter trigrams."""
        if own not in self.alike:
            grams = grams_of(own)
            asked = map(grams_of, self.question.terms)
            self.alike[own] = tuple(2 * len(grams & other) / (len(grams) + len(other)) for other in asked)
        return self.alike[own]


def _match(index: Index, asked: dict[str, dict[str, float]]) -> dict[int, Matches]:
    """Return the query terms that each sentence matches."""
    matches: dict[int, Matches] = {}
    for term, kin in asked.items():
        for own, weight in kin.items():
            for number in index.postings[own]:
                found = matches.setdefault(number, {})
                if weight > found.get(term, (0.0, ""))[0]:
                    found[term] = weight, own
    return matches


def _share(wanted: frozenset[str], found: Iterable[str]) -> float:
    """Return the share of the wanted terms that is found, -1 if nothing is wanted."""
    return len(wanted.intersection(found)) / len(wanted) if wanted else -1.0


def _fitting(briefing: Briefing, index: Index, question: Question) -> frozenset[int] | None:
    """Return the sentences that contain the expected type of answer; ``None`` if any may."""
    finders = {
        "who": _with_people,
        "when": _with_dates,
        "where": lambda briefing, *_: {mention.sentence for place in briefing.places for mention in place.mentions},
        "number": _with_numbers,
        "said": lambda briefing, *_: _with_speech(briefing),
        "why": _with_reasons,
    }
    kind: Kind | None = question.kind
    return frozenset(finders[kind](briefing, index, question)) if kind in finders else None


def _with_people(briefing: Briefing, _: Index, question: Question) -> set[int]:
    """Return the sentences that name somebody whom the question does not."""
    asked = set(question.terms)
    others = (one for one in briefing.people if asked.isdisjoint(find_terms(one.name, question.language)))
    return {mention.sentence for person in others for mention in person.mentions}


def _with_dates(briefing: Briefing, index: Index, question: Question) -> set[int]:
    """Return the sentences with a day or year that the question does not name."""
    asked = plain(question.text)
    years = {
        number for number, row in enumerate(index.numbers) if any(len(text) == YEAR for text in row - question.numbers)
    }
    return years | {entry.sentence for entry in briefing.dates if plain(entry.quote.text) not in asked}


def _with_numbers(briefing: Briefing, index: Index, question: Question) -> set[int]:
    """Return the sentences with a number, in digits or words, that the question does not name."""
    spelled = numerals(briefing.article.language).difference(question.words)
    digits = {number for number, row in enumerate(index.numbers) if row - question.numbers}
    words = {number for number, row in enumerate(index.words) if not spelled.isdisjoint(row)}
    return digits | words


def _with_speech(briefing: Briefing) -> set[int]:
    starts = [sentence.start for sentence in briefing.sentences]
    spoken = {said.sentence for person in briefing.people for said in person.says}
    for quotation in find_quotations(briefing.article.paragraphs, briefing.article.language):
        first, last = (bisect_right(starts, place) - 1 for place in (quotation.start, quotation.stop - 1))
        spoken.update(range(max(0, first), last + 1))
    return spoken


def _with_reasons(briefing: Briefing, index: Index, _: Question) -> set[int]:
    cues = _reasons(briefing.article.language)
    return {number for number, row in enumerate(index.words) if not cues.isdisjoint(row)}


@cache
def _reasons(language: str) -> frozenset[str]:
    return frozenset(map(plain, load(Questions, language).reasons))


def _longest_run(asked: tuple[str, ...], words: tuple[str, ...]) -> int:
    """Return the length of the longest sequence of words that two texts share."""
    best = 0
    previous: dict[int, int] = {}
    places: dict[str, list[int]] = {}
    for place, word in enumerate(asked):
        places.setdefault(word, []).append(place)
    for word in words:
        current = {place: previous.get(place - 1, 0) + 1 for place in places.get(word, ())}
        best = max(best, *current.values()) if current else best
        previous = current
    return best
