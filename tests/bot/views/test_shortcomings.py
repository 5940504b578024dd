"""The help of each language names what falls short in articles in it, as the data of the language say."""

from __future__ import annotations

import pytest

from bot.locales import languages, wording
from bot.views.help import explain
from bot.views.other_language import name_capabilities
from bot.views.shortcomings import GOOD, name_shortcomings
from summaries.languages.schema import abilities, recall


@pytest.mark.parametrize("language", languages())
def test_the_help_ends_with_what_is_missed_or_cannot_be_found(language: str) -> None:
    words = wording(language)
    said = name_shortcomings(words).split("\n", 1)[1]
    can, measured = abilities(language), recall(language)

    assert explain(words).html.endswith(said)
    for one, name in name_capabilities(words).items():
        assert (name in said) == (one not in can or measured.get(one, 1) < GOOD), name
    assert (words.say("answers to questions") in said) == (measured.get("answers", 1) < GOOD)


def test_how_much_is_found_is_said_as_so_many_of_so_many() -> None:
    assert "roles (about 2 in 3)" in name_shortcomings(wording("en"))


@pytest.mark.parametrize("language", languages())
def test_only_what_a_language_can_do_has_been_measured(language: str) -> None:
    assert recall(language).keys() <= abilities(language) | {"answers"}
