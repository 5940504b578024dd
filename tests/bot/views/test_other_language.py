"""A briefing in another language than the reader's says so, and what can be told of such a text."""

from __future__ import annotations

import pytest

from bot.locales import languages, wording
from bot.views.other_language import other_language
from bot.views.screen import Target
from bot.views.summary import show_summary
from summaries import brief
from summaries.article import compose
from summaries.languages.schema import abilities

GERMAN = compose(["Der Rat sperrte die Brücke am 4. Mai. Eine Fähre bringt die Wagen zur Insel."], language="de")


def test_all_that_can_be_told_is_listed() -> None:
    line = other_language(GERMAN, wording("en"))

    assert line == "In German. In such texts I can find people, roles, who says what, dates, places and figures."


def test_what_cannot_be_told_yet_is_named() -> None:
    ukrainian = compose(["Рада закрила міст у травні."], language="uk")

    assert abilities("uk") == {"dates", "places", "figures"}
    assert other_language(ukrainian, wording("en")) == (
        "In Ukrainian. In such texts I can find dates, places and figures, but not yet people, roles and who says what."
    )


def test_a_language_of_summaries_alone_is_named_as_one() -> None:
    assert "cannot find" in other_language(compose(["Rada zamknęła most w maju."], language="pl"), wording("en"))


@pytest.mark.parametrize("language", [code for code in languages() if code != "de"])
def test_the_summary_of_a_foreign_article_says_so_once_in_the_readers_language(language: str) -> None:
    words = wording(language)
    line = other_language(GERMAN, words)

    assert words.language_of("de") in line
    assert show_summary(brief(GERMAN), Target("summary", GERMAN.id), words).html.count(line) == 1


def test_an_article_in_the_readers_language_needs_no_such_line() -> None:
    assert other_language(GERMAN, wording("de")) == ""
