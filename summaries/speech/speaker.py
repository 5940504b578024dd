"""Who speaks: a person, a body, or somebody without a name."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]
"""Numbers of tokens in a sentence, half open."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker: the number of an entity, or a body by its name; neither for somebody without a name."""

    person: int | None = None
    body: str | None = None


UNNAMED = Speaker()
Speakers = tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that mark speech in a sentence: their tokens, and who speaks.

    `announces` is set for a *statement from* somebody, which the sentences after it tell. `inverted` is set where the
    cue follows what is said: *“…,” she said.* `final` is set where subject and verb close the sentence, so that all
    before them is told by that speaker.
    """

    line: int
    first: int
    after: int
    speakers: Speakers
    announces: bool = False
    inverted: bool = False
    final: bool = False
