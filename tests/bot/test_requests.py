"""What people say in plain words is understood; the phrasings are in ``tests/cases/requests``."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.locales import ROOT, languages
from bot.requests import Request, _vocabularies, nearest_command, settle, split_instruction, understand
from summaries import brief
from summaries.article import compose

CASES = Path(__file__).parents[1] / "cases" / "requests"
BRIDGE = brief(
    compose(
        [
            "Mayor Hanna Brisk closed the bridge to the island on 4 May. “Nobody will be cut off,” Brisk said.",
            "The ministry said that a ferry would carry cars. The harbour master died last winter in Norway.",
        ],
        language="en",
    )
)


def cases() -> list[tuple[str, str]]:
    lines = (line for path in sorted(CASES.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines())
    pairs = (line.rpartition(" → ") for line in lines if line and not line.startswith("#"))
    return [(said, meant) for said, _, meant in pairs]


def written(request: Request | None) -> str:
    if request is None:
        return "nothing"
    argument = "" if request.view == "ask" else request.argument
    return " ".join(filter(None, (request.view, argument, f"{request.step:+d}" if request.step else "")))


@pytest.mark.parametrize(("said", "meant"), cases())
def test_what_is_said_is_understood_as_it_is_meant(said: str, meant: str) -> None:
    assert written(understand(said)) == meant


def test_each_language_has_two_hundred_phrasings() -> None:
    for path in CASES.glob("*.txt"):
        assert path.read_text(encoding="utf-8").count(" → ") >= 200


def test_a_question_in_the_language_of_the_article_is_one_without_a_question_mark() -> None:
    assert understand("dlaczego zamknięto most", "pl") == Request("ask", "dlaczego zamknięto most")
    assert understand("dlaczego zamknięto most") is None


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("who is Brisk?", Request("who", "brisk")),
        ("who was killed?", Request("ask", "who was killed?")),
        ("who is the harbour master?", Request("ask", "who is the harbour master?")),
        ("what did Brisk say?", Request("quotes", "brisk")),
        ("what did the ministry say?", Request("quotes", "the ministry")),
        ("who is the ministry?", Request("who", "the ministry")),
        ("what did the harbour master say?", Request("ask", "what did the harbour master say?")),
        ("what does Norway say?", Request("quotes", "norway")),
        ("what does Sweden say?", Request("ask", "what does Sweden say?")),
        ("everything about Brisk", Request("who", "brisk")),
        ("everything about the ferry", Request("find", "the ferry")),
    ],
)
def test_nothing_is_denied_before_the_article_was_looked_through(said: str, meant: Request) -> None:
    request = understand(said)

    assert request is not None
    assert settle(request, said, BRIDGE) == meant


def test_an_instruction_above_a_pasted_text_is_no_part_of_it() -> None:
    assert split_instruction("Summarise this in 3 sentences:\n\nThe text.") == (
        Request("summary", "3 sentences"),
        "The text.",
    )
    assert split_instruction("перескажи текст в двух предложениях\nТекст.") == (
        Request("summary", "2 предложениях"),
        "Текст.",
    )


def test_what_is_named_keeps_its_accents_and_what_is_typed_without_them_is_understood() -> None:
    assert understand("quien es José Peña?") == Request("who", "josé peña")
    assert understand("que dit Noël") == Request("quotes", "noël")
    assert understand("Resume el articulo en 3 frases") == Request("summary", "3 frases")


def test_no_phrase_asks_for_two_things_in_two_languages() -> None:
    meant: dict[str, set[Request]] = {}
    for language in _vocabularies():
        for phrase, request in language.exact.items():
            meant.setdefault(phrase, set()).add(request)

    assert {phrase: requests for phrase, requests in meant.items() if len(requests) > 1} == {}


def test_every_language_of_the_bot_has_requests_and_cases() -> None:
    assert {path.stem for path in CASES.glob("*.txt")} == set(languages())
    assert {path.parent.name for path in ROOT.glob("*/requests.toml")} == set(languages())


def test_a_headline_above_a_pasted_text_stays_in_it() -> None:
    assert split_instruction("The bridge is closed\n\nThe text.") == (None, "The bridge is closed\n\nThe text.")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("/sumary", "summary"), ("/keypoint 3", "keypoints"), ("/SHORTT@bot", "short"), ("/xyzzy", None)],
)
def test_a_command_spelt_wrongly_is_compared_with_those_there_are(typed: str, meant: str | None) -> None:
    assert nearest_command(typed, ["summary", "short", "keypoints", "who"]) == meant


@given(st.text(max_size=300))
def test_any_text_is_understood_or_not_without_an_error(text: str) -> None:
    request = understand(text)

    assert request is None or request.view
