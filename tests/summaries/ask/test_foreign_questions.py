"""Questions in another language than the article's."""

from __future__ import annotations

import pytest

from summaries import brief
from summaries.article import compose
from summaries.ask import answer
from summaries.ask.foreign_questions import language_asked

TALKS = brief(
    compose(
        [
            "Anna Orlik, the ambassador of Poland, said on Monday that the talks on fish had failed.",
            "Peter Gromov denied that in 2019. Nobody else wanted to speak about it.",
        ],
        language="en",
    )
)


@pytest.mark.parametrize(
    ("question", "language", "asked"),
    [
        ("Was sagte Orlik über die Fische?", "en", "de"),
        ("Was Orlik angry about the fish?", "en", None),
        ("What was said about the fish?", "de", "en"),
        ("что сказал Громов", "en", "ru"),
        ("что сказал Громов", "ru", None),
        ("¿Qué dijo Orlik?", "en", "es"),
        ("come closer to the table", "en", None),
        ("", "en", None),
    ],
)
def test_the_language_of_a_question_is_told_where_it_is_not_the_article_s(
    question: str, language: str, asked: str | None
) -> None:
    assert language_asked(question, language) == asked


@pytest.mark.parametrize(
    ("question", "sentences"),
    [
        ("Что сказал Громов?", [1]),
        ("О чём говорили с Громовым?", [1]),
        ("Was sagte Orlik über die Fische?", [0]),
        ("¿Qué pasó en 2019?", [1]),
        ("Was sagte Gromow über die Fische?", [1]),
        ("Кто выиграл турнир?", []),
    ],
)
def test_the_sentences_that_hold_what_it_names_are_shown(question: str, sentences: list[int]) -> None:
    found = answer(TALKS, question)

    assert found.certainty == "none"
    assert found.language is not None
    assert [hit.sentence.index for hit in found.shown] == sentences
