"""Whose words are asked for: people, bodies, countries, holders of an office; and those of whom there are none."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.errors import NoSuchPerson
from bot.locales import wording
from bot.requests import settle, understand
from bot.views import render
from bot.views.marks import drop_links
from bot.views.screen import Target
from bot.views.speaker_lookup import knows_speaker, speakers_called
from summaries import brief
from summaries.article import compose
from summaries.briefing import Attribution

if TYPE_CHECKING:
    from summaries.briefing import Briefing

ENGLISH = wording("en")
BORDER = brief(
    compose(
        [
            "Norway said on Monday that the border to Sweden would stay open. Sweden has not answered yet.",
            "“Nobody wants a fence,” said Foreign Minister Kari Lund. The fence is not built yet.",
            "The Harbour Commission said that it would help. It has 40 tents in the town.",
            "Nobody was at the table for the Tidal Board of the coast.",
            "The fence would cost nine million crowns, and villagers in Sweden fear for their trade.",
        ],
        language="en",
        title="The border",
    )
)


def html(briefing: Briefing, view: str, argument: str = "", language: str = "en") -> str:
    return drop_links(render(briefing, Target(view, briefing.article.id, argument), wording(language)).html)


def answer_to(said: str, language: str = "en") -> str:
    request = understand(said)
    assert request is not None
    settled = settle(request, said, BORDER)
    assert settled.view == "quotes", settled
    return html(BORDER, settled.view, settled.argument, language)


@pytest.mark.parametrize(
    "said",
    [
        "what does Norway say?",
        "что говорит Норвегия?",
        "was sagt Norwegen?",
        "que dit la Norvège ?",
        "¿qué dice Noruega?",
        "що каже Норвегія?",
    ],
)
def test_a_country_is_asked_for_in_every_language_of_the_bot(said: str) -> None:
    assert "<b>Norway</b>\nNorway said on Monday that the border to Sweden would stay open. [1]" in answer_to(said)


@pytest.mark.parametrize(
    "said",
    ["what did the Harbour Commission say?", "what does harbour commission say", "was sagt die Harbour Commission?"],
)
def test_a_body_is_asked_for_with_and_without_its_article(said: str) -> None:
    assert "The Harbour Commission said that it would help." in answer_to(said)


def test_the_holder_of_an_office_is_asked_for_by_it() -> None:
    assert "<b>Kari Lund</b>" in answer_to("what does the foreign minister say?")


@pytest.mark.parametrize(
    ("said", "language", "honest"),
    [
        ("what does Sweden say?", "en", "I found no statement by “Sweden”; the article mentions it here:"),
        ("что говорит Швеция?", "ru", "«Sweden»: высказываний я не нашёл; упоминания здесь:"),
        ("was sagt Schweden?", "de", "Ich habe keine Äußerung von „Sweden“ gefunden; genannt wird der Name hier:"),
        ("que dit la Suède ?", "fr", "Je n’ai trouvé aucune déclaration de «\u202fSweden\u202f»"),
        ("¿qué dice Suecia?", "es", "No he encontrado ninguna declaración de «Sweden»; se nombra aquí:"),
        ("що каже Швеція?", "uk", "«Sweden»: висловлювань я не знайшов; згадки тут:"),
    ],
)
def test_who_has_said_nothing_is_shown_where_they_are_named(said: str, language: str, honest: str) -> None:
    text = answer_to(said, language)

    assert honest in text
    assert re.findall(r"\[(\d+)\]", text) == ["1", "2", "8"]
    assert "<b>Sweden</b>" in text


def test_a_country_is_not_a_person_who_bears_its_name() -> None:
    named = replace(BORDER, people=(replace(BORDER.people[0], name="Sweden Lund"),))

    assert "I found no statement by “Sweden”" in html(named, "quotes", "sweden")
    assert "<b>Sweden Lund</b>" in html(named, "quotes", "sweden lund")
    assert "<b>Sweden Lund</b>" in html(named, "quotes", "lund")


def test_a_body_that_is_only_named_is_shown_where_it_is() -> None:
    assert "I found no statement by “Tidal Board”" in answer_to("what does the Tidal Board say?")


def test_nothing_is_denied_where_somebody_unknown_speaks_in_a_sentence_that_the_name_begins() -> None:
    unclear = replace(BORDER, attributions=(*BORDER.attributions, Attribution(1, None, None, direct=False)))

    later = replace(BORDER, attributions=(*BORDER.attributions, Attribution(7, None, None, direct=False)))

    assert knows_speaker(BORDER, "Sweden")
    assert knows_speaker(later, "Sweden")
    assert not knows_speaker(unclear, "Sweden")


def test_common_nouns_and_strangers_are_nobody_who_speaks() -> None:
    assert not knows_speaker(BORDER, "villagers")
    assert not knows_speaker(BORDER, "Portugal")
    with pytest.raises(NoSuchPerson):
        speakers_called(BORDER, "Portugal")


def test_people_stand_first_and_bodies_behind_them_with_a_button_each() -> None:
    screen = render(BORDER, Target("who", BORDER.article.id), ENGLISH)
    people, bodies = screen.html.split("<i>Others quoted</i>")
    goals = {button.label: button.target for row in screen.rows for button in row}

    assert "<b>Kari Lund</b>" in people
    assert "<b>Norway</b>\n1 statement" in bodies
    assert "<b>Harbour Commission</b>\n1 statement" in bodies
    assert goals["Norway"] is not None
    assert "Norway said on Monday" in render(BORDER, goals["Norway"], ENGLISH).html


def test_a_body_that_is_asked_for_like_a_person_is_shown_with_what_it_says() -> None:
    assert "The Harbour Commission said that it would help." in html(BORDER, "who", "harbour commission")
