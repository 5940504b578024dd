"""Which candidates are names of people: the tagger, the rules and the whole document vote."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summaries.people.lexicon import load_lexicon
from summaries.people.repairs import is_other, repair
from summaries.people.rules import Span, find_by_form
from summaries.people.tagging import tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.people.tokens import Token

RULES_AGREE = 0.35
LISTED = 0.20
"""What a full name gets beyond that if its last word is a known surname."""
LONELY = 0.25
PLACE = 0.15
"""What it loses beyond that if a city is called so."""
KEEP = 0.55
SHORT = 80
"""Texts of fewer words have no document to vote with."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may be a name, by the number of its sentence, with what the tagger and the rules say of it."""

    sentence: int
    span: Span
    probability: float
    by_rule: bool
    last: str

    @property
    def single(self) -> bool:
        """Whether it is one word."""
        return self.span[1] - self.span[0] == 1


def find_latin_names(sentences: Sequence[Sequence[Token]], language: str) -> list[tuple[int, int]]:
    """Return the half-open spans of names of people, in code points, in their order."""
    candidates = list(_candidates(sentences, language))
    if sum(token.word for tokens in sentences for token in tokens) < SHORT:
        kept = [c for c in candidates if c.probability + _form(c) >= KEEP]
    else:
        kept = _vote(candidates)
    return [
        (sentences[c.sentence][c.span[0]].start, sentences[c.sentence][c.span[1] - 1].stop)
        for c in _without_overlaps(kept)
    ]


def _candidates(sentences: Sequence[Sequence[Token]], language: str) -> Iterator[Candidate]:
    small = frozenset(token.text for tokens in sentences for token in tokens if token.text.islower())
    tagged = tag(sentences, language)
    known = {
        tokens[stop - 1].text
        for tokens, found in zip(sentences, tagged, strict=True)
        for start, stop in (*found.spans, *find_by_form(tokens, language, small))
        if stop - start > 1
    }
    for number, (tokens, found) in enumerate(zip(sentences, tagged, strict=True)):
        ruled = {part for span in find_by_form(tokens, language, small) for part in repair(tokens, span, language)}
        spans = {part for span in found.spans for part in repair(tokens, span, language)} | ruled
        covered = {i for span in spans for i in range(*span)}
        spans |= {(i, i + 1) for i, token in enumerate(tokens) if token.text in known and i not in covered}
        for span in spans:
            if is_other(tokens, span, language):
                continue
            last = tokens[span[1] - 1].text
            yield Candidate(number, span, found.probability(span), span in ruled, last.lower())


def _vote(candidates: Sequence[Candidate]) -> list[Candidate]:
    same: defaultdict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        same[candidate.last].append(candidate)
    means = {last: sum(c.probability for c in group) / len(group) for last, group in same.items()}
    supported = {c.last for c in candidates if not c.single}
    forms: defaultdict[str, float] = defaultdict(float)
    for c in candidates:
        forms[c.last] = max(forms[c.last], _form(c))
    return [
        c for c in candidates if (c.probability + means[c.last]) / 2 + forms[c.last] - _lonely(c, supported) >= KEEP
    ]


def _form(candidate: Candidate) -> float:
    listed = not candidate.single and candidate.last in load_lexicon("last")
    return (RULES_AGREE + LISTED * listed) if candidate.by_rule else 0.0


def _lonely(candidate: Candidate, supported: set[str]) -> float:
    """Return what a single word loses that no full name and no title in the document supports."""
    if not candidate.single or candidate.by_rule or candidate.last in supported:
        return 0.0
    return LONELY + PLACE * (candidate.last in load_lexicon("cities"))


def _without_overlaps(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield candidates in the order of the text; of two that overlap, the longer."""
    taken: set[tuple[int, int]] = set()
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.span[0] - c.span[1], -c.probability)):
        places = {(candidate.sentence, i) for i in range(*candidate.span)}
        if not places & taken:
            taken |= places
            kept.append(candidate)
    yield from sorted(kept, key=lambda c: (c.sentence, c.span))
