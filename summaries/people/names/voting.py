"""Decides which candidates are people's names: the tagger, the rules and the whole document vote."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summaries.languages.schema import People, load
from summaries.people.names.crf import tag
from summaries.people.names.ordinary_words import find_full_names, has_given_name, without_ordinary_words
from summaries.people.names.repairs import is_brand, is_other, repair
from summaries.people.names.rules import Span, find_by_form
from summaries.people.names.support import find_personal
from summaries.people.names.western import find_by_context, is_thing
from summaries.text.lexicon import is_eastern, load_lexicon
from summaries.text.words import stop_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from summaries.text.tokens import Token

RULES_AGREE = 0.20
LISTED = 0.20
"""Additional bonus for a full name whose last word is a known surname."""
GIVEN = 0.25
LONELY = 0.45
PLACE = 0.35
"""Additional penalty for an unsupported word that is also the name of a city."""
KEEP = 0.45
CERTAIN = 0.7
"""Minimum probability of a single word that no full name supports, but that acts like a person."""
SHORT, LONG = 80, 200
"""Text lengths in words below which a single word needs no full name as support, and above which it needs it fully."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may be a name, with its sentence number and the verdicts of the tagger and the rules."""

    sentence: int
    span: Span
    probability: float
    by_rule: bool
    first: str
    last: str
    listed: bool
    given: bool
    """Whether it begins with a first name, in a language whose ordinary words are known."""

    @property
    def single(self) -> bool:
        """Whether it is a single word."""
        return self.span[1] - self.span[0] == 1


def find_latin_names(sentences: Sequence[Sequence[Token]], language: str) -> list[tuple[int, int]]:
    """Return the half-open spans of people's names, in code points, in order."""
    candidates = list(_candidates(sentences, language))
    length = sum(token.word for tokens in sentences for token in tokens)
    places = ((c.sentence, i) for c in candidates for i in range(*c.span))
    personal = find_personal(sentences, places, language)
    kept = _vote(candidates, lonely=min(1.0, max(0.0, (length - SHORT) / (LONG - SHORT))), personal=personal)
    return [_offsets(sentences[c.sentence], c.span, language) for c in _without_overlaps(kept)]


def _offsets(tokens: Sequence[Token], span: Span, language: str) -> tuple[int, int]:
    """Return the offsets of a span; the dot of *Jr.* belongs to the name."""
    start, stop = span
    last = tokens[stop - 1]
    dotted = stop < len(tokens) and tokens[stop].text == "." and tokens[stop].start == last.stop
    suffixed = last.text.lower() in load(People, language).suffixes & load(People, language).abbreviations
    return tokens[start].start, tokens[stop].stop if dotted and suffixed else last.stop


def _double_surnames(sentences: Sequence[Sequence[Token]]) -> frozenset[str]:
    """Return the hyphenated surnames that follow a first name somewhere, in lower case."""
    usual = load_lexicon("usual")
    return frozenset(
        f"{tokens[i + 1].text}-{tokens[i + 3].text}".lower()
        for tokens in sentences
        for i in range(len(tokens) - 3)
        if tokens[i + 2].text == "-" and tokens[i].capital and tokens[i + 1].capital and tokens[i + 3].capital
        if tokens[i].text.lower() in load_lexicon("first") or tokens[i].text.lower() in usual
    )


def _candidates(sentences: Sequence[Sequence[Token]], language: str) -> Iterator[Candidate]:
    small = frozenset(token.text for tokens in sentences for token in tokens if token.text.islower())
    tagged = tag(sentences, language)
    double = _double_surnames(sentences)
    ruled = [
        _repaired(
            tokens, (*find_by_form(tokens, language, small), *find_full_names(tokens, language)), language, double
        )
        for tokens in sentences
    ]
    proposed = [
        _repaired(tokens, found.spans, language, double) | by_form
        for tokens, found, by_form in zip(sentences, tagged, ruled, strict=True)
    ]
    shown = [frozenset(find_by_context(tokens, language)) for tokens in sentences]
    proposed = [_with_shown(spans, certain) for spans, certain in zip(proposed, shown, strict=True)]
    common = stop_words(language) | small
    known = _surnames_of_full_names(sentences, proposed, language) - common
    for number, (tokens, found) in enumerate(zip(sentences, tagged, strict=True)):
        spans = proposed[number]
        covered = {i for span in spans for i in range(*span)}
        spans |= {
            (i, i + 1)
            for i, token in enumerate(tokens)
            if token.capital and token.text.lower() in known and i not in covered
        }
        for span in spans:
            other = is_other(tokens, span, language, known) or is_brand(tokens, span, language, known)
            if other or is_thing(tokens, span, language):
                continue
            last = _surname(tokens, span, language)
            listed = span[1] - span[0] > 1 and _listed(tokens[span[0]].text.lower(), last, language)
            first = tokens[span[0]].text.lower()
            given = has_given_name(tokens, span, language) or span in shown[number]
            by_rule = given or span in ruled[number]
            yield Candidate(number, span, found.probability(tokens, span), by_rule, first, last, listed, given)


def _with_shown(spans: set[Span], shown: Collection[Span]) -> set[Span]:
    """Return spans with those found by context, which replace shorter ones inside them."""
    inner = {span for span in spans if any(a <= span[0] and span[1] <= b for a, b in shown)}
    return (spans - inner) | set(shown)


def _repaired(tokens: Sequence[Token], spans: Iterable[Span], language: str, double: Collection[str]) -> set[Span]:
    """Return spans without the words that are not part of a name."""
    parts = (part for span in spans for part in repair(tokens, span, language, double))
    return {left for part in parts if (left := without_ordinary_words(tokens, part, language))}


def _surnames_of_full_names(
    sentences: Sequence[Sequence[Token]], proposed: Sequence[set[Span]], language: str
) -> set[str]:
    """Return the surnames of multi-word names, in lower case."""
    return {
        _surname(tokens, span, language)
        for tokens, spans in zip(sentences, proposed, strict=True)
        for span in spans
        if span[1] - span[0] > 1
    }


def _surname(tokens: Sequence[Token], span: Span, language: str) -> str:
    """Return the surname in lower case: the last word before *Jr.*, the first of names such as *Xi Jinping*."""
    start, stop = span
    if is_eastern([token.text.lower() for token in tokens[start:stop] if token.word], language):
        return tokens[start].text.lower()
    suffixes = load(People, language).suffixes
    while stop - start > 1 and (not tokens[stop - 1].word or tokens[stop - 1].text.lower() in suffixes):
        stop -= 1
    return tokens[stop - 1].text.lower()


def _listed(first: str, last: str, language: str) -> bool:
    eastern = first in load(People, language).eastern_surnames
    return eastern or last in load_lexicon("last") or first in load_lexicon("usual")


def _vote(candidates: Sequence[Candidate], lonely: float, personal: Collection[str]) -> list[Candidate]:
    """Return the candidates that are names; full names are judged first, and support their surnames.

    `personal` are the words that act like people: they need no full name if the tagger is certain.
    """
    same: defaultdict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        same[candidate.last].append(candidate)
    means = {last: sum(c.probability for c in group) / len(group) for last, group in same.items()}
    forms = {last: max(map(_form, group)) for last, group in same.items()}
    scores = [((c.probability + means[c.last]) / 2 + forms[c.last], c) for c in candidates]
    full = [c for score, c in scores if not c.single and score >= KEEP]
    supported = {name for c in full for name in (c.first, c.last)} | {c.last for _, c in scores if c.by_rule}
    supported |= {last for last, mean in means.items() if last in personal and mean >= CERTAIN}
    lonesome = ((score - lonely * _lonely(c) * (c.last not in supported), c) for score, c in scores if c.single)
    return [*full, *(c for score, c in lonesome if score >= KEEP)]


def _form(candidate: Candidate) -> float:
    if not candidate.by_rule:
        return 0.0
    return RULES_AGREE + LISTED * candidate.listed + GIVEN * candidate.given


def _lonely(candidate: Candidate) -> float:
    """Return the penalty for a single word that no full name and no title in the document supports."""
    return 0.0 if candidate.by_rule else LONELY + PLACE * (candidate.last in load_lexicon("cities"))


def _without_overlaps(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield candidates in text order; of two that overlap, the longer."""
    taken: set[tuple[int, int]] = set()
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.span[0] - c.span[1], -c.probability)):
        places = {(candidate.sentence, i) for i in range(*candidate.span)}
        if not places & taken:
            taken |= places
            kept.append(candidate)
    yield from sorted(kept, key=lambda c: (c.sentence, c.span))
