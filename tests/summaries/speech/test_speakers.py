"""What ranking and questions take from speech: who speaks in a sentence, where that is told, and whom a word means."""

from __future__ import annotations

import pytest

from summaries.article import compose
from summaries.pipeline import brief

PARAGRAPHS = (
    "The dam will hold, said Paula Ekman, who built it. She has three sons.",
    "“We measured it twice. It has no cracks,” she added. “Come and see.”",
    "A clerk shrugged. “Perhaps,” he said.",
)


@pytest.fixture(scope="module")
def attributions() -> dict[int, tuple[str | None, int | None, bool]]:
    briefing = brief(compose(PARAGRAPHS, language="en"))
    return {one.sentence: (one.speaker, one.source, one.direct) for one in briefing.attributions}


def test_a_sentence_of_quotation_hangs_on_the_one_that_tells_its_speaker(
    attributions: dict[int, tuple[str | None, int | None, bool]],
) -> None:
    assert attributions[2] == ("Paula Ekman", 3, True)
    assert attributions[4] == ("Paula Ekman", 3, True)


def test_reported_speech_tells_its_speaker_itself(
    attributions: dict[int, tuple[str | None, int | None, bool]],
) -> None:
    assert attributions[0] == ("Paula Ekman", 0, False)
    assert 1 not in attributions


def test_words_of_somebody_without_a_name_are_nobody_s(
    attributions: dict[int, tuple[str | None, int | None, bool]],
) -> None:
    assert attributions[6][0] is None


def test_a_pronoun_leads_to_the_sentence_that_names_its_person() -> None:
    briefing = brief(compose(PARAGRAPHS, language="en"))

    assert [(one.quote.text, one.sentence, one.person, one.antecedent) for one in briefing.coreferences] == [
        ("She", 1, "Paula Ekman", 0),
        ("she", 3, "Paula Ekman", 0),
    ]


def test_languages_without_names_and_speech_tell_of_nobody() -> None:
    polish = brief(compose(["„Czekamy”, powiedziała Klara Hoffmann."], language="pl"))

    assert polish.people == ()
    assert polish.bodies == ()
    assert [one.speaker for one in polish.attributions if one.speaker] == []
