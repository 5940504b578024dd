"""A sentence as a message for others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.locales import wording
from bot.views.quotation import COPIED, pass_on, show_message
from bot.views.screen import Target, units
from summaries import brief
from summaries.article import compose
from summaries.briefing import Attribution

if TYPE_CHECKING:
    from summaries.briefing import Briefing

ENGLISH = wording("en")


def said_by(briefing: Briefing, speaker: str) -> Briefing:
    return replace(briefing, attributions=(Attribution(2, speaker, 2, direct=False),))


def test_a_message_has_the_quote_its_speaker_and_its_source(briefing: Briefing) -> None:
    button = pass_on(said_by(briefing, "Ada Long"), briefing.sentences[2], ENGLISH)

    assert button.copies == (
        "“Long said the bridge & the road would be closed.”\n"
        "— Ada Long · Bridge <closed> · Riverton Times · 4 May 2019\n"
        "https://riverton.example/bridge"
    )


def test_what_is_too_long_is_told_with_less_of_the_source_and_never_with_less_of_the_quote(briefing: Briefing) -> None:
    article = replace(briefing.article, title="The bridge and the road and the ferry " * 5)
    button = pass_on(replace(briefing, article=article), briefing.sentences[2], ENGLISH)

    assert button.copies == (
        "“Long said the bridge & the road would be closed.” [Ada Long]\n— Riverton Times · 4 May 2019\n"
        "https://riverton.example/bridge"
    )


def test_a_sentence_that_no_button_can_copy_is_sent_as_a_message() -> None:
    long = brief(compose([f"The council met{' and met again' * 20}. Then it rested."] * 2, language="en", title="Met"))
    button = pass_on(long, long.sentences[0], ENGLISH)

    assert units(long.sentences[0].text) > COPIED
    assert button.target == Target("message", long.article.id, "1")
    assert show_message(long, long.sentences[0], ENGLISH).html == f"“{long.sentences[0].text}”\n— Met"


def test_a_doubtful_day_is_not_passed_on(briefing: Briefing) -> None:
    doubtful = replace(briefing, article=replace(briefing.article, published_certain=False))

    assert "2019" not in (pass_on(doubtful, briefing.sentences[2], ENGLISH).copies or "2019")


def test_words_in_quotation_marks_get_no_others() -> None:
    spoken = brief(compose(["“We close the bridge,” the mayor said. It rained."] * 2, language="en"))
    button = pass_on(spoken, spoken.sentences[0], ENGLISH)

    assert (button.copies or "").startswith("“We close the bridge,” the mayor said.")
