"""The sentences in which an article speaks of something."""

from __future__ import annotations

from summaries import brief
from summaries.article import compose
from summaries.ask import search

BRIDGE = brief(
    compose(
        [
            "The council closed the old bridge on Monday. Drivers were surprised.",
            "A new bridge will cost nine million pounds. The council has no money for it.",
        ],
        language="en",
    )
)
RUSSIAN = brief(compose(["Совет закрыл старый мост. Водителей об этом не предупредили."], language="ru"))


def found(words: str) -> list[int]:
    return [hit.sentence.index for hit in search(BRIDGE, words)]


def test_words_are_found_in_any_of_their_forms() -> None:
    assert found("bridges") == [0, 2]
    assert [hit.sentence.index for hit in search(RUSSIAN, "водители")] == [1]


def test_sentences_that_hold_more_of_the_words_go_before_those_that_hold_fewer() -> None:
    assert found("council bridge") == [0]


def test_the_beginning_of_a_word_stands_for_it() -> None:
    assert found("milli") == [2]


def test_words_that_say_nothing_do_not_count() -> None:
    assert found("what about the drivers") == [1]
    assert found("is it the") == []


def test_what_is_not_in_the_article_is_not_found() -> None:
    assert found("elephant") == []
    assert found("elephant giraffe bridge") == []


def test_the_places_of_the_words_are_given() -> None:
    (hit,) = search(BRIDGE, "drivers")

    assert [hit.sentence.text[start:stop] for start, stop in hit.spans] == ["Drivers"]
