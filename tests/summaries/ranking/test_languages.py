"""A paragraph in each of thirty languages, without any data from the network: the facts come first, the remark last."""

from __future__ import annotations

from pathlib import Path

import pytest

from summaries import brief
from summaries.article import compose
from summaries.errors import UnknownLanguage
from summaries.languages import supported
from summaries.loading.language_identification import find_language
from summaries.ranking import parse_length, summarize
from summaries.text import find_words
from tests.evaluation.facts import brief_by

FOLDER = Path(__file__).parents[2] / "cases" / "summaries" / "languages"
PARAGRAPHS = {path.stem: path.read_text(encoding="utf-8").strip() for path in sorted(FOLDER.glob("??.txt"))}
REMARK = 2
"""The sentence on the evening."""


def test_there_are_many_languages() -> None:
    assert len(PARAGRAPHS) >= 20
    assert {"ar", "en", "fr", "hi", "ja", "ru", "zh"} <= set(PARAGRAPHS)


@pytest.mark.parametrize("language", PARAGRAPHS)
def test_the_facts_of_a_paragraph_come_before_its_remark(language: str) -> None:
    briefing = brief_by(compose([PARAGRAPHS[language]], language=language), "briefing")
    short = [sentence.index for sentence in summarize(briefing, parse_length("3"))]

    assert len(briefing.sentences) == 6
    assert REMARK not in short
    assert len(short) == 3
    assert REMARK not in {point.sentence for point in briefing.key_points}
    assert all(PARAGRAPHS[language][s.start : s.stop] == s.text for s in briefing.sentences)


@pytest.mark.parametrize("language", PARAGRAPHS)
def test_the_lengths_of_a_paragraph_keep_their_budgets(language: str) -> None:
    briefing = brief_by(compose([PARAGRAPHS[language]], language=language), "briefing")
    shown = summarize(briefing, parse_length("40 words"))

    assert 50 <= briefing.article.words <= 110
    assert len(shown) == 1 or sum(sentence.words for sentence in shown) <= 40


@pytest.mark.parametrize("language", PARAGRAPHS)
def test_the_language_of_a_paragraph_is_found(language: str) -> None:
    assert find_language(PARAGRAPHS[language]) == language


@pytest.mark.parametrize(
    ("text", "words"),
    [("यह पुल 1887 में बना था।", ["यह", "पुल", "1887", "में", "बना", "था"]), ("Café, naïveté", ["café", "naïveté"])],
)
def test_vowel_signs_and_accents_belong_to_their_word(text: str, words: list[str]) -> None:
    assert find_words(text) == words


def test_a_language_without_any_data_is_ranked_all_the_same() -> None:
    briefing = brief_by(compose([PARAGRAPHS["fi"]], language="und"), "briefing")

    assert sorted(briefing.ranking) == list(range(6))


def test_every_paragraph_is_in_a_language_that_is_supported() -> None:
    assert set(PARAGRAPHS) <= set(supported())


@pytest.mark.parametrize("language", supported())
def test_a_text_in_any_supported_language_is_briefed_on(language: str) -> None:
    text = PARAGRAPHS.get(language, PARAGRAPHS["en"])

    assert brief(compose([text], language=language)).key_points


@pytest.mark.parametrize("text", ["blorf snarg wibble trantor quux fnord glip mox zarp. " * 9, "12 34 56 78 90. " * 20])
def test_a_language_that_cannot_be_told_is_not_guessed(text: str) -> None:
    assert find_language(text) == "und"


def test_an_unknown_language_is_said() -> None:
    with pytest.raises(UnknownLanguage, match=r"I do not know the language.*English, русский"):
        brief(compose([PARAGRAPHS["en"]], language="und"))
