"""Ranks the sentences for summaries, by our own estimate of importance or by an algorithm of sumy."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import numpy as np

from summaries.article import UNQUOTED
from summaries.briefing import HEADLINE, LONG, MEDIUM, SHORT
from summaries.ranking.assessment import assess, make_pool
from summaries.ranking.features import NO_REFERENCES
from summaries.ranking.selection import Choice, Costs, value_of

if TYPE_CHECKING:
    from summaries.document import Document
    from summaries.ranking.assessment import Assessment
    from summaries.ranking.references import References

OURS = "briefing"
SUMY = ("edmundson", "kl", "lexrank", "lsa", "luhn", "reduction", "sumbasic", "textrank")
METHODS = (OURS, *SUMY)
"""The ranking methods: our own, and every algorithm of sumy."""
COSTS = {
    HEADLINE.name: Costs(unclear=0.3, never=0.6),
    SHORT.name: Costs(unclear=0.3, never=0.6),
    MEDIUM.name: Costs(unclear=0.35, never=0.35),
    LONG.name: Costs(unclear=0.2, never=0.6),
}
"""A long summary takes up what leans on other sentences more readily, since it shows more of them."""
NEVER = 0.5
"""From which probability on that no briefing should show a sentence it is left out, whatever else it tells."""
PART = 2 / 3
"""Maximum share of a text's words in the short and medium summaries; one sentence is always allowed."""
POWERS = {HEADLINE.name: 0.25, SHORT.name: 0.5, MEDIUM.name: 1.0, LONG.name: 1.0}
"""Exponent of a sentence's length, by which its gain is divided: a long summary has room for many short facts."""


def assess_by(document: Document, method: str = OURS, references: References = NO_REFERENCES) -> Assessment | None:
    """Return the assessment of a document by one of `METHODS`; ``None`` for a document without sentences.

    `references` are its resolved speakers and pronouns.
    """
    if not document.sentences:
        return None
    if method == OURS:
        return assess(document, references)
    order = import_module("summaries.ranking.sumy_adapter").order_by(method, document)
    return assess(document, references, order)


def rank_sentences(assessment: Assessment | None) -> tuple[int, ...]:
    """Return the indices of sentences in the order in which a summary takes them up.

    Headings are left out, and so is what no briefing should show: credits, adverts, lines that say nothing.

    One order serves all lengths: the named ones are chosen in turn, each as the best set within its words that contains
    the shorter one, so that each is a prefix of the order.
    """
    if assessment is None:
        return ()
    shown = fit_to_show(assessment)
    pool = make_pool(assessment, shown)
    choice = Choice(pool, COSTS[HEADLINE.name])
    whole = sum(sentence.words for sentence in assessment.document.sentences)
    for length in (HEADLINE, SHORT, MEDIUM, LONG):
        value, power = value_of(pool.importance, length.name), POWERS[length.name]
        if length is HEADLINE:
            _ = choice.grow(value, SHORT.words, power=power, single=True) or choice.grow(value, None, single=True)
            continue
        choice.costs = COSTS[length.name]
        budget = length.words or whole
        while choice.grow(value, budget if length is LONG else min(budget, whole * PART), power=power):
            pass
    while choice.grow(value, None, forced=True, power=power):
        pass
    chosen = [int(pool.places[place]) for step in choice.steps for place in step]
    return (*chosen, *_others(assessment, set(shown).difference(chosen)))


def prose(document: Document) -> list[int]:
    """Return the indices of the sentences in prose and lists; of all, if a text has nothing else."""
    paragraphs = document.article.paragraphs
    found = [one.index for one in document.sentences if paragraphs[one.paragraph].kind not in UNQUOTED]
    return found or list(range(len(document.sentences)))


def fit_to_show(assessment: Assessment) -> list[int]:
    """Return the indices of the sentences that a briefing may show; of all prose, where that would leave nothing.

    What leans on a sentence that is left out is left out too.
    """
    found = prose(assessment.document)
    fit, left_out = [], set[int]()
    for one in found:
        leans = assessment.features.leaning[one] and one - 1 in left_out
        if leans or assessment.importance.never[one] >= NEVER:
            left_out.add(one)
        else:
            fit.append(one)
    return fit or found


def _others(assessment: Assessment, left: set[int]) -> list[int]:
    """Return the other sentences, best first, each after the preceding ones that it depends on."""
    places = np.array(sorted(left), np.intp)
    worth = value_of(assessment.importance, LONG.name) - assessment.importance.never
    order: list[int] = []
    for place in places[np.argsort(-worth[places], kind="stable")].tolist():
        chain = [place]
        while assessment.features.leaning[chain[-1]] and chain[-1] - 1 in left:
            chain.append(chain[-1] - 1)
        found = [one for one in reversed(chain) if one in left]
        left.difference_update(found)
        order += found
    return order
