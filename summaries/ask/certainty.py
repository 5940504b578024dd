"""How certain it is that the best sentence answers a question, or that the article does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summaries.ask.knowledge import asks_only_what_was_said, is_said_in
from summaries.ask.model import describe_best, load_model
from summaries.languages.schema import Questions, abilities, load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summaries.ask.features import Evidence
    from summaries.ask.model import Numbers
    from summaries.ask.question import Kind, Question
    from summaries.ask.result import Certainty
    from summaries.briefing import Briefing
    from summaries.languages.schema import Capability

SURE = 0.86
"""From this probability on the best sentence is called the answer."""
SAID = 0.12
"""Below this probability the article is said not to answer."""
NAMED: Mapping[Kind | None, Capability] = {"who": "names", "where": "places", "when": "dates"}
"""What has a name, and what finds it in a language; a sentence without one only points at it: *he*, *there*, *then*."""
LOOKED_AT = 3
"""So many of the best sentences may hold the number that is asked for."""


def certainty(
    briefing: Briefing, question: Question, evidence: Evidence, scores: Numbers, known: frozenset[int]
) -> Certainty:
    """Return how certain the best of the sentences, by their scores, is.

    `known` are the sentences in which the briefing knows the answer to stand. Beside the two regressions counts whether
    the sentences hold what is asked for: a number, a sum of money, a person, place or time. A question without words of
    its own, such as *how long will it take?*, is never denied.
    """
    order = np.argsort(-scores, kind="stable")
    best = evidence.sentences[order[0]]
    if best in known and (question.kind == "who" or asks_only_what_was_said(briefing, question)):
        return "sure"
    row, model = describe_best(evidence, scores), load_model()
    if question.framed:
        return "unsure"
    if model.said.probability(row) < SAID or _lacks_number(briefing, question, evidence, order[:LOOKED_AT].tolist()):
        return "none"
    if model.right.probability(row) < SURE or _names_none(question, evidence, order[0]):
        return "unsure"
    if question.kind == "said" and not is_said_in(briefing, question, best, evidence.matches[order[0]]):
        return "unsure"
    return "sure"


def _lacks_number(briefing: Briefing, question: Question, evidence: Evidence, places: Sequence[int]) -> bool:
    """Return whether a number is asked for, or a sum of money, that none of these sentences holds."""
    if question.kind != "number":
        return False
    if not any(evidence.column("fits")[place] for place in places):
        return True
    asks_money = not load(Questions, question.language).money.isdisjoint(question.words)
    if not asks_money or "figures" not in abilities(question.language):
        return False
    sums = {figure.sentence for figure in briefing.figures if figure.kind != "share"}
    return sums.isdisjoint(evidence.sentences[place] for place in places)


def _names_none(question: Question, evidence: Evidence, place: int) -> bool:
    """Return whether a person, a place or a time is asked for, and a sentence names none but those in the question."""
    is_found = NAMED.get(question.kind) in abilities(question.language)
    return is_found and bool(evidence.column("fits_not")[place])
