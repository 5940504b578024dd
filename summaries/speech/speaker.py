"""Speakers: a person, a body, or an unnamed person."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker: an entity number, or the name of a body; neither for an unnamed person."""

    person: int | None = None
    body: str | None = None


UNNAMED = Speaker()
Speakers = tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue: words that mark speech in a sentence, with their tokens and the speakers.

    `announces` is set for a *statement from* somebody, whose content is in the following sentences. `inverted` is set
    if the cue follows its content: *“…,” she said.* `final` is set if subject and verb end the sentence, so that all
    before them is that speaker's content.
    """

    line: int
    first: int
    after: int
    speakers: Speakers
    announces: bool = False
    inverted: bool = False
    final: bool = False
