"""Sentences and words, whatever the text."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries.article import compose
from summaries.text import find_sentences, find_stems, find_words, split_sentences

CASES = Path(__file__).parents[2] / "cases" / "sentences"


def cases() -> list[tuple[str, str, list[str]]]:
    found = []
    for path in sorted(CASES.glob("*.txt")):
        body = path.read_text(encoding="utf-8").split("\n", 1)[1]
        for case in body.split("===\n")[:-1]:
            text, _, expected = case.strip().partition("\n---\n")
            found.append((path.stem, text, expected.splitlines()))
    return found


@pytest.mark.parametrize(("language", "text", "expected"), cases())
def test_a_text_is_split_as_a_reader_would(language: str, text: str, expected: list[str]) -> None:
    assert [text[start:stop] for start, stop in find_sentences(text, language)] == expected


@given(st.text(max_size=400), st.sampled_from(["en", "ru", "fr", "zh", "xx"]))
def test_spans_follow_one_another_and_lose_no_word(text: str, language: str) -> None:
    spans = find_sentences(text, language)

    assert all(a < b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def test_no_sentence_crosses_a_paragraph_and_each_is_a_slice_of_the_text() -> None:
    article = compose(["One and the same", "One and the same. One and the same."], language="en")

    found = split_sentences(article)

    assert [s.paragraph for s in found] == [0, 1, 1]
    assert [s.index for s in found] == [0, 1, 2]
    assert all(article.text[s.start : s.stop] == s.text for s in found)


def test_words_of_scripts_without_spaces_are_pairs_of_characters() -> None:
    assert find_words("经济增长 today") == ["经济", "济增", "增长", "today"]


@pytest.mark.parametrize(
    ("language", "first", "second"), [("en", "the talks", "talking"), ("ru", "о переговорах", "переговоры")]
)
def test_forms_of_a_word_share_a_stem(language: str, first: str, second: str) -> None:
    assert find_stems(first, language) == find_stems(second, language)


def test_stop_words_and_single_characters_carry_no_meaning() -> None:
    assert find_stems("It’s the a of I’m x", "en") == []


@pytest.mark.parametrize(("language", "sentence"), [("en", "The bridge is closed."), ("ru", "Мост закрыт.")])
def test_a_long_text_is_split_as_a_short_one(language: str, sentence: str) -> None:
    spans = find_sentences(" ".join([sentence] * 3000), language)

    assert len(spans) == 3000
    assert {stop - start for start, stop in spans} == {len(sentence)}
