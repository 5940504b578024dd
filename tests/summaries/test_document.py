"""A document holds an article read once: every token where it stands in the text."""

from __future__ import annotations

import pytest

from summaries.article import compose
from summaries.document import read_document
from tests.growth import grows_at_most

ENGLISH = ["The council met on Monday. Mayor Ann Tarn said: “We stay.”", "RIVER RISES AGAIN IN HARSK", "It rained."]


def test_every_token_stands_where_it_says() -> None:
    article = compose(ENGLISH, language="en")
    document = read_document(article)

    for line in document.tokens:
        for token in line:
            assert article.text[token.start : token.stop].lower() == token.text.lower()


def test_headlines_get_the_capitals_of_prose_and_keep_their_places() -> None:
    document = read_document(compose(ENGLISH, language="en"))

    assert len(document.prose) == len(document.article.text)
    assert "again in Harsk" in document.prose


def test_russian_words_have_their_base_forms() -> None:
    document = read_document(compose(["Министры встретились в Минске."], language="ru"))

    assert document.lemmas[0][:2] == ("министр", "встретиться")


def test_an_offset_leads_to_its_sentence() -> None:
    document = read_document(compose(ENGLISH, language="en"))

    assert [document.sentence_at(sentence.start) for sentence in document.sentences] == [0, 1, 2, 3]
    assert document.sentence_at(document.sentences[2].stop) == 2


def test_turns_of_a_transcript_lose_their_labels() -> None:
    turns = ["Reporter: What did you see?", "Tarn: The bridge. It was gone.", "Reporter: And then?", "Tarn: We left."]
    document = read_document(compose(turns, language="en"))

    assert [document.spoken(i) for i in range(5)] == [
        "What did you see?", "The bridge.", "It was gone.", "And then?", "We left.",
    ]  # fmt: skip


@pytest.mark.growth
def test_reading_costs_grow_with_the_text() -> None:
    small, large = (compose(ENGLISH * size, language="en") for size in (200, 800))

    assert grows_at_most(5, lambda: read_document(small), lambda: read_document(large))
