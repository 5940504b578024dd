"""Summaries against references, key facts and judges: ours beside the first sentences and every algorithm of sumy.

The news that others have summed up lie beside the checkout, if at all; of each set a part is measured here, the scorer
beside them takes all (``eval_summaries.py FILE --method tests.evaluation.adapters:summarize``).
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summaries.article import compose
from summaries.briefing import Briefing
from summaries.document import read_document
from summaries.ranking import METHODS, assess_by, parse_length, rank_sentences, summarize
from summaries.ranking.ranking import OURS
from tests.evaluation.facts import LEAD, Analysis, brief_by, count_facts, read_analyses
from tests.evaluation.hanging import find_hanging
from tests.evaluation.scorers import load_scorer

if TYPE_CHECKING:
    from types import ModuleType

NEWS = Path(__file__).parents[3] / "shared" / "eval" / "summaries"
SETS = {"cnn_validation": 120, "orangesum_dev": 120}
"""How many of each set are measured."""
SENTENCES = {"cnn_validation": 3, "orangesum_dev": 2}
OVER_LEAD = {"cnn_validation": 0.6, "orangesum_dev": 2.0}
"""By how much the mean of ROUGE-1, -2 and -L is above that of the first sentences on these parts."""
OVER_SUMY = {"cnn_validation": 2.2, "orangesum_dev": 3.7}
"""The same above LexRank, the best of sumy's on both sets."""
PLACES = ("medium", "long", "points")
MOST_HANGING = 0.02
LENGTHS = ("headline", "short", "medium", "long", "1", "2", "3", "5", "20%", "100 words", "1 minute")


@cache
def briefings(name: str) -> tuple[Briefing, ...]:
    """Return the summaries of a set of news, without people and dates."""
    path = NEWS / f"{name}.jsonl"
    if not path.is_file():
        pytest.skip("the news are not beside the checkout")
    lines = path.read_text(encoding="utf-8").splitlines()[: SETS[name]]
    return tuple(ranked(document) for document in map(json.loads, lines))


def ranked(document: dict[str, str]) -> Briefing:
    paragraphs = [part for part in document["text"].splitlines() if part.strip()]
    article = compose(paragraphs, language=document["lang"], title=document.get("title") or None)
    read = read_document(article)
    return Briefing(article, read.sentences, rank_sentences(assess_by(read)), (), (), ())


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("wanted", LENGTHS)
def test_at_most_one_shown_sentence_in_fifty_hangs(name: str, wanted: str) -> None:
    shown = hanging = 0
    for briefing in briefings(name):
        indices = [sentence.index for sentence in summarize(briefing, parse_length(wanted))]
        shown += len(indices)
        hanging += len(find_hanging(briefing.sentences, indices, briefing.article.language))

    assert hanging <= MOST_HANGING * shown


@pytest.mark.parametrize("analysis", read_analyses(), ids=lambda analysis: analysis.name)
def test_nothing_hangs_in_summaries_of_analyses(analysis: Analysis) -> None:
    briefing = brief_by(analysis.article, OURS)
    language = analysis.article.language
    shown = [[sentence.index for sentence in summarize(briefing, parse_length(wanted))] for wanted in LENGTHS]
    points = [[part.sentence for part in point.parts] for point in briefing.key_points]

    assert [find_hanging(briefing.sentences, indices, language) for indices in (*shown, *points)] == [[]] * (
        len(shown) + len(points)
    )


@cache
def facts_found(method: str) -> dict[str, int]:
    found = [count_facts(analysis, method) for analysis in read_analyses()]
    return {place: sum(counts[place] for counts in found) for place in PLACES}


@pytest.mark.parametrize("rival", [LEAD, *(method for method in METHODS if method != OURS)])
def test_more_key_facts_of_analyses_are_found_than_by(rival: str) -> None:
    ours, theirs = facts_found(OURS), facts_found(rival)

    print(rival, theirs, "ours", ours)
    assert ours["medium"] > theirs["medium"]
    assert ours["long"] >= theirs["long"]
    assert sum(ours.values()) > sum(theirs.values())


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    return load_scorer(NEWS / "eval_summaries.py")


@pytest.mark.parametrize("name", SETS)
def test_summaries_of_news_reach_their_floor(name: str, scorer: ModuleType) -> None:
    lines = (NEWS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()[: SETS[name]]
    documents = list(map(json.loads, lines))

    def figure(method: str) -> float:
        rows, _, _ = scorer.evaluate(documents, method, ("sentences", SENTENCES[name]))
        return float(rows.mean())

    ours = figure("tests.evaluation.adapters:summarize")
    over_lead, over_sumy = ours - figure("builtin:lead"), ours - figure("sumy:lexrank")

    print(f"{name}: {over_lead:+.2f} over the lead, {over_sumy:+.2f} over LexRank")
    assert over_lead >= OVER_LEAD[name]
    assert over_sumy >= OVER_SUMY[name]
