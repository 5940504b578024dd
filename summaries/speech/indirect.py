"""Sentences whose verbs tell that somebody else is quoted, as German ones do: *Der Bau sei zu teuer*.

Sentences with a verb in the subjunctive go on with who spoke before them, until somebody else speaks or the verbs are
in the indicative again (*berichtete Rede*).
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
"""Where the form says something else: *es sei denn*."""
FIRST_PERSON = frozenset({"ich", "wir"})
CONDITIONS = frozenset({"wenn", "falls", "sofern"})


def is_reported(line: Line, quotations: Sequence[Quotation], data: People) -> bool:
    """Tell whether a sentence has a verb outside quotations that tells what somebody else said."""
    if not data.subjunctive or not FIRST_PERSON.isdisjoint(_outside(line, quotations)):
        return False
    words = list(_outside(line, quotations))
    return any(word in data.subjunctive for word in words) and FIXED.isdisjoint(pairwise(words))


def may_be_reported(line: Line, quotations: Sequence[Quotation], data: People) -> bool:
    """Tell whether a sentence may go on with what the one before it tells: *Die Kassen **hätten** kein Geld*."""
    comma = next((i for i, lemma in enumerate(line.lemmas) if lemma == ","), len(line.lemmas))
    opening = not data.subjunctive_plural.isdisjoint(line.lemmas[:comma])
    return (
        opening
        and not data.subjunctive_plural.isdisjoint(words := set(_outside(line, quotations)))
        and (CONDITIONS.isdisjoint(words))
    )


def _outside(line: Line, quotations: Sequence[Quotation]) -> Iterator[str]:
    """Yield the words of a sentence that are not quoted, in lower case; nouns are left out."""
    touching = touching_quotations(quotations, line.sentence.start, line.sentence.stop)
    for i, token in enumerate(line.tokens):
        if (
            token.word
            and not (token.capital and i)
            and not any(one.start <= token.start < one.stop for one in touching)
        ):
            yield line.lemma(i)
