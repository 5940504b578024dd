"""Whom *he*, *she* and *the Belarusian leader* mean: the nearest person before who fits, in the paragraph first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.languages.schema import People, load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.people.reading import Line, Naming

FARTHEST = 12
"""So many sentences a pronoun looks back."""


class Context:
    """The people of a text in their order, to be asked whom a word means."""

    def __init__(self, lines: Sequence[Line], sexes: Sequence[str | None], language: str) -> None:
        self.lines = lines
        self.sexes = sexes
        self.prepositions = load(People, language).prepositions

    def resolve(self, number: int, token: int, sex: str | None) -> int | None:
        """Return whom a token in a sentence means, ``None`` where nobody fits.

        The subject of the nearest sentence before comes first: the first name in it that is no possessive and
        follows no preposition. A name of the other sex never fits; behind one, beyond the paragraph, only a name
        whose sex shows does.
        """
        paragraph = self.lines[number].sentence.paragraph
        passed = False
        for names, line in self._before(number, token):
            sure = sex is None or (passed and line.sentence.paragraph != paragraph)
            wanted = {sex} if sex and sure else {sex, None}
            fitting = [name for name in names if sex is None or self.sexes[name.person] in wanted]
            if fitting:
                return min(fitting, key=lambda name: (self._rank(line, name), name.first)).person
            passed = passed or bool(names)
        return None

    def _before(self, number: int, token: int) -> Iterator[tuple[list[Naming], Line]]:
        line = self.lines[number]
        yield [name for name in line.names if name.after <= token], line
        for i in range(number - 1, max(-1, number - FARTHEST), -1):
            yield list(self.lines[i].names), self.lines[i]

    def _rank(self, line: Line, name: Naming) -> int:
        if line.lemma(name.after) in {"'s", "’s"}:
            return 2
        return 1 if line.lemma(name.first - 1) in self.prepositions else 0
