"""What is said after a question is understood from it; the cases are in ``tests/cases/follow_ups``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.follow_ups import TOPICS, follow, read_follow_up
from bot.library.protocols import Topic
from bot.locales import ROOT, languages
from bot.requests import Request, settle, understand
from summaries import brief
from summaries.article import compose
from summaries.ask import answer

if TYPE_CHECKING:
    from summaries.briefing import Briefing

CASES = Path(__file__).parents[1] / "cases" / "follow_ups"


def read(path: Path) -> tuple[list[str], list[str]]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    parted = lines.index("---")
    return lines[:parted], lines[parted + 1 :]


def cases() -> list[tuple[str, str, str, str]]:
    found = []
    for path in sorted(CASES.glob("*.txt")):
        for line in read(path)[1]:
            said, _, meant = line.rpartition(" → ")
            before, _, after = said.partition(" | ")
            found.append((path.stem, before, after, meant))
    return found


@cache
def briefing_in(language: str) -> Briefing:
    return brief(compose(read(CASES / f"{language}.txt")[0], language=language))


def topic_of(briefing: Briefing, asked: str) -> Topic:
    request = settle(understand(asked) or Request("find", asked), asked, briefing)
    assert request.view in TOPICS
    return Topic(briefing.article.id, request.view, request.argument)


@pytest.mark.parametrize(("language", "before", "after", "meant"), cases())
def test_what_is_said_after_a_question_goes_on_from_it(language: str, before: str, after: str, meant: str) -> None:
    briefing = briefing_in(language)
    topic, found = topic_of(briefing, before), read_follow_up(after)
    told = answer(briefing, topic.argument) if topic.view == "ask" else None
    request = follow(briefing, topic, found, told) if found else None

    assert (f"{request.view} {request.argument}" if request else "-") == meant


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("und warum?", "asking"),
        ("und sie?", "person"),
        ("Können Sie das erklären?", None),
        ("mehr dazu", "more"),
        ("¿y por qué?", "asking"),
        ("¿y ella?", "person"),
        ("¿y en 2019?", "instead"),
        ("et en 2019 ?", "instead"),
        ("et lui ?", "person"),
        ("pourquoi ?", "asking"),
        ("а він?", "person"),
        ("а чому?", "asking"),
        ("докладніше про це", "more"),
        ("the old bridge", None),
        ("", None),
    ],
)
def test_every_language_of_the_bot_goes_on(text: str, kind: str | None) -> None:
    found = read_follow_up(text)

    assert (found.kind if found else None) == kind


def test_every_language_of_the_bot_has_follow_ups() -> None:
    assert {path.parent.name for path in ROOT.glob("*/follow_ups.toml")} == set(languages())


@given(st.text(max_size=250))
def test_any_text_goes_on_or_not_without_an_error(text: str) -> None:
    found = read_follow_up(text)
    briefing = briefing_in("en")

    assert found is None or follow(briefing, Topic("a", "find", text), found, None) is None or found.kind
