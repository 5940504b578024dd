"""How likely a mention is whom a pronoun means: what is seen of both, weighed.

The weights are those of salience (Lappin & Leass 1994) and of the baselines of GAP (Webster et al. 2018): how near a
mention stands, whether it is a subject as the pronoun is, what stands between, how often its person is named. They
were set by hand while the development set of GAP was in view.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Role = Literal["subject", "object", "oblique", "possessive"]
Kind = Literal["name", "pronoun", "noun", "unnamed", "surname", "capital"]
Following = Literal["verb", "end", "comma", "preposition", "other"]
FAR = 3
"""So many sentences away is far, however many more there are."""
MOST_RIVALS, OFTEN = 3, 3
LINES = ("same", "one", "two", "far")

MARGIN, SPEAKING = 1.8, 1.4
"""By so much somebody must be better than all others; for a pronoun that speaks, of whom more is told, by less."""
AHEAD: Mapping[str, float] = {"subject": 1.2, "object": 1.2, "oblique": 1.2, "possessive": 2.2}
"""For the subject behind an opening phrase, by the role of the pronoun in it: *In her list, Anna Berg put …*."""
AHEAD_NAMED = 0.5
WEIGHTS: Mapping[str, float] = {
    "kind name": 1.0,
    "kind pronoun": 0.5,
    "kind surname": 0.5,
    "kind capital": -0.75,
    "kind unnamed": -1.5,
    "unnamed subject": 1.0,
    "lines same": 1.0,
    "lines two": -1.0,
    "lines far": -1.5,
    "paragraph before": -0.5,
    "quotation": -1.5,
    # what it is in its sentence
    "role subject": 0.3,
    "role oblique": -0.3,
    "followed by verb": 0.5,
    "followed by end": -0.5,
    "followed by comma": -0.3,
    "followed by preposition": -0.3,
    "joined": -1.0,
    "main one subject": 0.5,
    "opens one": 0.3,
    "opens same": 0.3,
    "both open one": 0.5,
    "both open two": 0.5,
    # what the pronoun is in its own
    "parallel subject subject": 0.4,
    "before subject oblique": -0.8,
    "before subject possessive": -0.8,
    "before possessive object": -0.8,
    "before possessive oblique": -1.0,
    "before possessive subject": -0.3,
    "own clause possessive object": 0.5,
    "own clause possessive oblique": 0.5,
    "own clause possessive possessive": 0.5,
    "other clause subject subject": 0.5,
    "other clause subject object": 0.3,
    # who it is
    "rivals 0": 0.5,
    "rivals 2": -0.5,
    "rivals 3": -1.0,
    "count 1": -0.5,
    "count 3": 0.3,
    "leads": 0.4,
    "chained": 0.4,
    "sexed": 0.15,
    "speaks again": 0.5,
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A word or name that stands for somebody, as a pronoun after it sees it."""

    person: int
    """The number of an entity, or one below zero for somebody who is none."""
    sex: str | None
    line: int
    """Index of the sentence."""
    paragraph: int
    first: int
    """Number of its first token in the sentence."""
    role: Role
    kind: Kind
    following: Following
    """What kind of word stands behind it."""
    main: bool
    """Whether it is the first in its sentence behind which a verb stands."""
    opens: bool
    """Whether it is the first in its sentence."""
    speaks: bool
    joined: bool
    """Whether *and* ties it to somebody else."""
    quotation: int | None


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun that is to be resolved."""

    line: int
    paragraph: int
    first: int
    role: Role
    opens: bool
    quotation: int | None
    clause: int
    """Number of the token in its sentence where its clause begins."""
    speaks: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What the text before a pronoun tells of somebody."""

    count: int
    """How often they were mentioned."""
    leads: bool
    """Whether nobody was mentioned before them."""
    rivals: int
    """How many subjects after it are others."""
    chained: bool
    """Whether the last pronoun of the same sex means them."""
    sexed: bool
    """Whether it is known that they are of the sex of the pronoun."""


def weigh(one: Mention, pronoun: Pronoun, standing: Standing) -> float:
    """Return how likely a mention is meant: the sum of the weights of what is seen of it."""
    return sum(WEIGHTS.get(feature, 0.0) for feature in features(one, pronoun, standing))


def weigh_ahead(pronoun: Pronoun, *, named: bool) -> float:
    """Return how likely the subject is meant that follows an opening phrase."""
    return AHEAD[pronoun.role] + AHEAD_NAMED * named


def features(one: Mention, pronoun: Pronoun, standing: Standing) -> Iterator[str]:
    """Yield what is seen of a mention before a pronoun; what has no weight counts nothing."""
    lines = LINES[min(pronoun.line - one.line, FAR)]
    yield f"kind {one.kind}"
    if one.kind == "unnamed":
        yield f"unnamed {one.role}"
    yield f"lines {lines}"
    yield f"role {one.role}"
    yield f"followed by {one.following}"
    yield f"parallel {pronoun.role} {one.role}"
    if one.line == pronoun.line:
        clause = "own" if one.first >= pronoun.clause else "other"
        yield f"{clause} clause {pronoun.role} {one.role}"
    else:
        yield f"before {pronoun.role} {one.role}"
    if one.paragraph != pronoun.paragraph:
        yield "paragraph before"
    if one.quotation != pronoun.quotation:
        yield "quotation"
    elif one.main:
        yield f"main {lines} {pronoun.role}"
    if one.opens and one.quotation == pronoun.quotation:
        yield f"opens {lines}"
        if pronoun.opens:
            yield f"both open {lines}"
    if one.joined:
        yield "joined"
    if one.speaks and pronoun.speaks:
        yield "speaks again"
    yield from _features_of(standing)


def _features_of(standing: Standing) -> Iterator[str]:
    yield f"rivals {min(standing.rivals, MOST_RIVALS)}"
    yield f"count {min(standing.count, OFTEN)}"
    if standing.leads:
        yield "leads"
    if standing.chained:
        yield "chained"
    if standing.sexed:
        yield "sexed"
