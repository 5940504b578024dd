"""Answers a question about a briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summaries.ask.certainty import certainty
from summaries.ask.features import gather
from summaries.ask.foreign_questions import answer_by_names, language_asked
from summaries.ask.knowledge import asks_only_what_was_said, find_known
from summaries.ask.model import load_model
from summaries.ask.question import read_question
from summaries.ask.referring_back import sentence_before
from summaries.ask.result import Answer, Hit
from summaries.ask.terms import find_terms
from summaries.text.words import WORD

if TYPE_CHECKING:
    from summaries.ask.features import Evidence
    from summaries.briefing import Briefing

KNOWN = 2.0
"""Bonus, in units of the ranker's score, for a sentence in which the briefing knows an answer to be."""
ALL_KNOWN = 20.0
"""The same where all that is asked is what somebody said: no other sentence goes before those."""
TOLD = 0.25
"""Minimum share of a question, weighted by rarity, that a relevant sentence contains."""


def answer(briefing: Briefing, text: str) -> Answer:
    """Return the sentences of an article that answer a question in its language, best first.

    The sentences are found by BM25 over terms, their kin and synonyms, ordered by boosted trees (see
    `summaries.ask.features`), and called sure, unsure or no answer by logistic regressions. A question counts up to 30
    words. Of a question in another language, the sentences are returned that hold what it names. Linear in the length
    of the article.
    """
    other = language_asked(text, briefing.article.language)
    if other and text.rstrip().endswith("?"):
        return answer_by_names(briefing, text, other)
    found = _answer(briefing, text)
    return answer_by_names(briefing, text, other) if other and found.certainty == "none" else found


def _answer(briefing: Briefing, text: str) -> Answer:
    question = read_question(text, briefing.article.language)
    evidence = gather(briefing, question)
    if not evidence.sentences:
        return Answer(text, "none", ())
    known = find_known(briefing, question)
    weight = ALL_KNOWN if asks_only_what_was_said(briefing, question) else KNOWN
    scores = load_model().forest.score(evidence.features) + evidence.prior
    scores += weight * np.isin(evidence.sentences, list(known))
    order = np.argsort(-scores, kind="stable")
    covered = evidence.column("coverage")
    kept = [*order[:3], *(place for place in order[3:] if covered[place] >= TOLD)]
    hits = tuple(_hit(briefing, evidence, int(place)) for place in kept)
    told = certainty(briefing, question, evidence, scores, known)
    return Answer(text, told, hits, sentence_before(briefing, hits[0].sentence))


def _hit(briefing: Briefing, evidence: Evidence, place: int) -> Hit:
    """Return a sentence with the spans of the question's words in it."""
    sentence = briefing.sentences[evidence.sentences[place]]
    own = {term for _, term in evidence.matches[place].values()}
    words = WORD.finditer(sentence.text)
    language = briefing.article.language
    spans = (word.span() for word in words if not own.isdisjoint(find_terms(word[0], language)))
    return Hit(sentence, tuple(spans))
