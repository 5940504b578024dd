"""How a statement is shown: who is named as its speaker where its words do not show it, and its day if told."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.locales import wording
from bot.views import render
from bot.views.marks import drop_links
from bot.views.said import day_of
from bot.views.screen import Target
from summaries import brief
from summaries.article import compose

PUBLISHED = dt.date(2024, 5, 20)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Mayor Anna Dahl said on Friday that the bridge would close.", 17),
        ("en", "On Wednesday, Anna Dahl said that the bridge would close.", 15),
        ("en", "“We are tired,” said Anna Dahl on Thursday.", 16),
        ("en", "Anna Dahl said that Friday was too late for the bridge.", None),
        ("en", "Anna Dahl said that the bridge was closed on Friday.", None),
        ("en", "The bridge was closed on Friday, Anna Dahl said.", None),
        ("en", "Anna Dahl said the bridge would close.", None),
        ("ru", "Мэр Анна Седова заявила в пятницу, что мост закроют.", 17),
        ("ru", "В среду Анна Седова заявила, что мост закроют.", 15),
        ("ru", "Анна Седова заявила, что мост закрыли в пятницу.", None),
    ],
)
def test_a_statement_has_the_day_that_stands_beside_its_verb(language: str, text: str, day: int | None) -> None:
    briefing = brief(compose([text], language=language, published=PUBLISHED))
    (person,) = briefing.people
    (said,) = person.says

    assert day_of(briefing, said, person) == (None if day is None else dt.date(2024, 5, day))


def test_the_day_stands_below_the_statement() -> None:
    briefing = brief(
        compose(["Mayor Anna Dahl said on Friday that the bridge would close."], language="en", published=PUBLISHED)
    )

    shown = drop_links(render(briefing, Target("who", briefing.article.id, "Dahl"), wording("en")).html)
    assert "the bridge would close. [1]\n<i>17 May 2024</i>" in shown


def test_words_that_do_not_name_their_speaker_have_those_that_do_below_them() -> None:
    spoken = [
        "Captain Anna Dahl met the press in the harbour, and she said:",
        "“The bridge is old. Nobody may cross it.”",
    ]
    briefing = brief(compose(spoken, language="en"))
    shown = drop_links(render(briefing, Target("quotes", briefing.article.id), wording("en")).html)
    assert "Nobody may cross it.” [2]\n<i>she said [1]</i>" in shown
