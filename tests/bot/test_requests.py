"""What people say in plain words is understood in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.requests import Request, understand

SAID = {
    "Short briefing, please": Request("summary", "short"),
    "could you give me a long summary?": Request("summary", "long"),
    "tl;dr": Request("summary", "short"),
    "What is it about?": Request("summary", "short"),
    "in 5 sentences": Request("summary", "5 sentences"),
    "in 100 words, please": Request("summary", "100 words"),
    "shorter": Request("summary", step=-1),
    "More!": Request("summary", step=1),
    "key points": Request("points"),
    "Who is in it?": Request("who"),
    "who is Lavrov?": Request("who", "lavrov"),
    "Who's the prime minister?": Request("who", "the prime minister"),
    "What does Lukashenko say?": Request("quotes", "lukashenko"),
    "when did they meet?": Request("dates", "they meet"),
    "what happens next?": Request("dates", "future"),
    "search for taxes": Request("find", "taxes"),
    "help": Request("help"),
    "Короткую сводку, пожалуйста": Request("summary", "short"),
    "Подробнее": Request("summary", step=1),
    "покороче": Request("summary", step=-1),
    "О чём статья?": Request("summary", "short"),
    "в 5 предложениях": Request("summary", "5 предложениях"),
    "кто такой Лавров?": Request("who", "лавров"),
    "а что сказал Путин": Request("quotes", "путин"),
    "Когда они встретились?": Request("dates", "они встретились"),
    "Что дальше?": Request("dates", "future"),
    "главное": Request("points"),
    "найди налоги": Request("find", "налоги"),
}


@pytest.mark.parametrize("text", SAID)
def test_plain_words_ask_for_what_a_command_does(text: str) -> None:
    assert understand(text) == SAID[text]


@pytest.mark.parametrize(
    "text", ["hello", "sovereignty", "налоговый манёвр", "", "🙂", "The council met in May.", "a" * 5000]
)
def test_other_words_are_no_request(text: str) -> None:
    assert understand(text) is None


@given(st.text(max_size=300))
def test_any_text_is_understood_or_not_without_an_error(text: str) -> None:
    request = understand(text)

    assert request is None or request.view
