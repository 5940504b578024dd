"""Scores how likely a mention is the antecedent of a pronoun, by weighted features of both.

The weights are those of salience (Lappin & Leass 1994) and of the baselines of GAP (Webster et al. 2018): how near a
mention is, whether it is a subject like the pronoun, what is in between, how often its person is named. They were tuned
by hand on the GAP development set.
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
"""Distance in sentences from which a mention counts as far, however much farther it is."""
MOST_RIVALS, OFTEN = 3, 3
LINES = ("same", "one", "two", "far")

MARGIN, SPEAKING = 1.8, 1.4
"""Minimum margins over all other candidates: in general, and for a pronoun that speaks, for which there is more
evidence."""
AHEAD: Mapping[str, float] = {"subject": 1.2, "object": 1.2, "oblique": 1.2, "possessive": 2.2}
"""Weight of the subject after an opening phrase, by the role of the pronoun in it: *In her list, Anna Berg put …*."""
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
    """A word or name that refers to somebody, as a candidate antecedent."""

    person: int
    """The number of an entity, or a negative number for somebody who is not one."""
    sex: str | None
    line: int
    """Index of the sentence."""
    paragraph: int
    first: int
    """Index of its first token in the sentence."""
    role: Role
    kind: Kind
    following: Following
    """The kind of word after it."""
    main: bool
    """Whether it is the first in its sentence that is followed by a verb."""
    opens: bool
    """Whether it is the first in its sentence."""
    speaks: bool
    joined: bool
    """Whether *and* joins it to somebody else."""
    quotation: int | None


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun to be resolved."""

    line: int
    paragraph: int
    first: int
    role: Role
    opens: bool
    quotation: int | None
    clause: int
    """Index of the token at which its clause begins."""
    speaks: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """The features of a person in the text before a pronoun."""

    count: int
    """The number of their mentions."""
    leads: bool
    """Whether they were mentioned first."""
    rivals: int
    """The number of subjects after it that refer to others."""
    chained: bool
    """Whether the last pronoun of the same sex refers to them."""
    sexed: bool
    """Whether they are known to be of the pronoun's sex."""


def weigh(one: Mention, pronoun: Pronoun, standing: Standing) -> float:
    """Return the score of a mention: the sum of the weights of its features."""
    return sum(WEIGHTS.get(feature, 0.0) for feature in features(one, pronoun, standing))


def weigh_ahead(pronoun: Pronoun, *, named: bool) -> float:
    """Return the score of the subject that follows an opening phrase."""
    return AHEAD[pronoun.role] + AHEAD_NAMED * named


def features(one: Mention, pronoun: Pronoun, standing: Standing) -> Iterator[str]:
    """Yield the features of a mention before a pronoun; those without a weight do not count."""
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
