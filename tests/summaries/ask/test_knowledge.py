"""What the briefing knows of an answer: who speaks, and who holds an office."""

from __future__ import annotations

from summaries import brief
from summaries.article import compose
from summaries.ask import answer

TALKS = brief(
    compose(
        [
            "Anna Orlik, the ambassador of Poland to Spain, said on Monday that the talks on fish had failed.",
            "Peter Holm, the ambassador of Spain to Poland, denied that. Holm said that the fish were fine.",
            "The fish of Spain and Poland are sold in Madrid, where the ambassador of neither country buys any.",
        ],
        language="en",
    )
)


def best(question: str) -> int:
    return answer(TALKS, question).hits[0].sentence.index


def test_an_office_is_told_by_the_words_in_their_order() -> None:
    assert best("Who is the ambassador of Spain?") == 1
    assert best("Who is the ambassador of Poland?") == 0


def test_what_somebody_said_is_among_the_statements_of_whoever_is_named() -> None:
    assert best("What did Holm say about the fish?") == 2
    assert best("What did Orlik say about the fish?") == 0
