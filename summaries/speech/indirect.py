"""Finds reported speech by the mood of its verbs, as in German: *Der Bau sei zu teuer*.

Sentences with a verb in the subjunctive continue the words of the previous speaker, until somebody else speaks or the
verbs are in the indicative again (*berichtete Rede*).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summaries.speech.quotations import touching_quotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.languages.schema import People
    from summaries.people.mentions import Line
    from summaries.text.quotations import Quotation

FIXED = frozenset({("sei", "denn"), ("sei", "es"), ("als", "sei"), ("als", "habe"), ("als", "werde")})
"""Fixed phrases in which the form has another meaning: *es sei denn*."""
FIRST_PERSON = frozenset({"ich", "wir"})
CONDITIONS = frozenset({"wenn", "falls", "sofern"})


def is_reported(line: Line, quotations: Sequence[Quotation], data: People) -> bool:
    """Return whether a sentence has a verb of reported speech outside quotations."""
    if not data.subjunctive or not FIRST_PERSON.isdisjoint(_outside(line, quotations)):
        return False
    words = list(_outside(line, quotations))
    return any(word in data.subjunctive for word in words) and FIXED.isdisjoint(pairwise(words))


def may_be_reported(line: Line, quotations: Sequence[Quotation], data: People) -> bool:
    """Return whether a sentence may continue the reported speech before it: *Die Kassen **hätten** kein Geld*."""
    comma = next((i for i, lemma in enumerate(line.lemmas) if lemma == ","), len(line.lemmas))
    opening = not data.subjunctive_plural.isdisjoint(line.lemmas[:comma])
    return (
        opening
        and not data.subjunctive_plural.isdisjoint(words := set(_outside(line, quotations)))
        and (CONDITIONS.isdisjoint(words))
    )


def _outside(line: Line, quotations: Sequence[Quotation]) -> Iterator[str]:
    """Yield the unquoted words of a sentence, in lower case, without nouns."""
    touching = touching_quotations(quotations, line.sentence.start, line.sentence.stop)
    for i, token in enumerate(line.tokens):
        if (
            token.word
            and not (token.capital and i)
            and not any(one.start <= token.start < one.stop for one in touching)
        ):
            yield line.lemma(i)
