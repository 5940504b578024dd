"""How certain it is that the best sentence answers a question, or that the article does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summaries.ask.knowledge import asks_only_what_was_said, is_said_in
from summaries.ask.model import describe_best, load_model
from summaries.ask.referring_back import sentence_before
from summaries.ask.terms import find_terms
from summaries.briefing import Person
from summaries.languages.schema import Questions, abilities, load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summaries.ask.features import Evidence
    from summaries.ask.model import Numbers
    from summaries.ask.question import Kind, Question
    from summaries.ask.result import Certainty
    from summaries.briefing import Briefing, Place
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
    the sentences hold what is asked for: a number, a sum of money, a person, place, time or reason, and who and what
    is named in the question. A question without words of its own, such as *how long will it take?*, is never denied.
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
    if model.right.probability(row) < SURE or _falls_short(briefing, question, evidence, order[0]):
        return "unsure"
    if question.kind == "said" and not is_said_in(briefing, question, best, evidence.matches[order[0]]):
        return "unsure"
    return "sure"


def _falls_short(briefing: Briefing, question: Question, evidence: Evidence, place: int) -> bool:
    """Return whether a sentence lacks what an answer must hold."""
    return (
        _names_none(question, evidence, place)
        or _gives_no_reason(question, evidence, place)
        or _leaves_out_names(briefing, question, evidence, place)
    )


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


def _gives_no_reason(question: Question, evidence: Evidence, place: int) -> bool:
    """Return whether a reason is asked for, and a sentence holds no word that gives one: *because*, *due*, *hence*."""
    return question.kind == "why" and not evidence.column("fits")[place]


def _leaves_out_names(briefing: Briefing, question: Question, evidence: Evidence, place: int) -> bool:
    """Return whether a person or place of the question is named neither in a sentence nor in the one shown with it.

    A person is named by the last name, a place by its whole name. What the title names goes without saying.
    """
    best = briefing.sentences[evidence.sentences[place]]
    before = sentence_before(briefing, best)
    shown = {best.index, before.index} if before else {best.index}
    held = {term for number in shown for term in find_terms(briefing.sentences[number].text, question.language)}
    held |= evidence.matches[place].keys() | set(find_terms(briefing.article.title or "", question.language))
    asked = frozenset(question.terms)
    everything: list[Person | Place] = [*briefing.people, *briefing.places]
    for named in everything:
        terms = find_terms(named.name, question.language)
        telling = terms[-1:] if isinstance(named, Person) else terms
        is_there = any(mention.sentence in shown for mention in named.mentions)
        if not is_there and asked.issuperset(telling) and not held.issuperset(telling):
            return True
    return False
