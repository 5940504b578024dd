"""Conclusions weigh more than what leads to them, if a heading says that they are conclusions."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from summaries import brief
from summaries.article import Article, compose
from summaries.document import read_document
from summaries.ranking import assess_by
from summaries.ranking.importance import estimate
from tests.summaries.loading.papers import Paper, read_paper

MEDIUM = 150


def article_of(paper: Paper) -> Article:
    sections = [[(name, "heading"), *((text, "prose") for text in texts)] for name, texts in paper.sections]
    return compose(
        [*((text, "prose") for text in paper.abstract), *(part for section in sections for part in section)],
        language=paper.language,
        title=paper.title,
    )


def in_medium(article: Article) -> str:
    briefing = brief(article)
    shown, words = "", 0
    for place in briefing.ranking:
        words += briefing.sentences[place].words
        if words > MEDIUM:
            break
        shown += briefing.sentences[place].text
    return shown


@pytest.mark.parametrize("language", ["en", "de", "ru", "fr"])
def test_the_medium_summary_of_a_paper_has_its_conclusion(language: str) -> None:
    paper = read_paper(language)
    conclusion = " ".join(paper.sections[-1][1])
    shown = in_medium(article_of(paper))

    assert [sentence for sentence in conclusion.split(". ") if sentence.rstrip(".") in shown]


@pytest.mark.parametrize("name", ["4. Conclusions", "RECOMMENDATIONS", "Fazit", "Выводы"])
def test_only_what_stands_below_such_a_heading_weighs_more(name: str) -> None:
    paper = read_paper("en")
    article = article_of(replace(paper, sections=(*paper.sections[:-1], (name, paper.sections[-1][1]))))
    document = read_document(article)
    assessment = assess_by(document)
    assert assessment is not None
    plain = estimate(assessment.features)
    concluding = [article.paragraphs[one.paragraph].text in paper.sections[-1][1] for one in document.sentences]

    assert np.array_equal(assessment.importance.main > plain.main, concluding)
    assert np.array_equal(assessment.importance.never, plain.never)


def test_without_such_a_heading_nothing_weighs_more() -> None:
    paper = read_paper("en")
    assessment = assess_by(read_document(article_of(replace(paper, sections=paper.sections[:-1]))))
    assert assessment is not None

    assert np.array_equal(assessment.importance.main, estimate(assessment.features).main)
