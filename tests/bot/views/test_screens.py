"""What the messages show."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import (
    DayUnknown,
    NoSuchDate,
    NoSuchPerson,
    NoSuchPlace,
    NoSuchSentence,
    NothingAhead,
    StaleButton,
)
from bot.locales import wording
from bot.views import VIEWS, Misquoted, render
from bot.views.answer import show_answer, show_asking
from bot.views.help import explain, greet, hint
from bot.views.marks import drop_links
from bot.views.more import show_more
from bot.views.parts import checks
from bot.views.screen import Button, Screen, Target, clip, in_rows, split_pages, units
from bot.views.source import passage_address, show_source
from summaries.article import Sentence, compose
from summaries.ask import Answer, Hit
from summaries.briefing import Attribution, Body, Mention, PartialDate, Place, Statement
from summaries.errors import LengthError

if TYPE_CHECKING:
    from summaries.briefing import Briefing, PlaceKind

ENGLISH, RUSSIAN = wording("en"), wording("ru")
TELEGRAM_TEXT = 4096
ARGUMENTS = {"find": "the council of Riverton and the bridge over the river"}


def labels(screen: Screen) -> list[str]:
    return [button.label for row in screen.rows for button in row]


def buttons(screen: Screen) -> list[Button]:
    return [button for row in screen.rows for button in row]


def shown(briefing: Briefing, view: str, argument: str = "", language: str = "en") -> Screen:
    screen = render(briefing, Target(view, briefing.article.id, argument), wording(language))
    return replace(screen, html=drop_links(screen.html))


def test_a_summary_shows_title_source_date_and_what_is_kept(briefing: Briefing) -> None:
    text = shown(briefing, "summary", "1").html

    assert text.startswith("<b>Bridge &lt;closed&gt;</b>\nBen Short · Riverton Times · 4 May 2019\n<i>1 sentence of 5")
    assert " min" not in text


def test_the_time_to_read_is_told_where_it_is_more_than_a_minute(briefing: Briefing) -> None:
    endless = compose(["The council met. " * 900], language="en")
    sentences = tuple(Sentence(at * 17, at * 17 + 16, "The council met.", at, 0) for at in range(900))
    long = replace(briefing, article=endless, sentences=sentences, ranking=tuple(range(900)), people=(), key_points=())

    assert "% shorter · 8 min" in shown(replace(long, dates=()), "summary", "600").html


def test_the_title_alone_heads_what_follows_a_briefing(briefing: Briefing) -> None:
    for view in ("points", "who", "dates", "quotes", "numbers", "where"):
        assert shown(briefing, view).html.startswith("<b>Bridge &lt;closed&gt;</b>\n<i>"), view


def test_a_doubtful_day_and_a_beginning_are_shown_as_such(briefing: Briefing) -> None:
    article = replace(briefing.article, published_certain=False, visible=0.48)
    text = shown(replace(briefing, article=article), "summary", "1").html

    assert "perhaps 4 May 2019" in text
    assert "about 48% of the article is visible" in text
    unknown = replace(briefing, article=replace(article, visible=0.0))
    assert "only the beginning of the article is visible" in shown(unknown, "summary", "1").html


def test_every_line_is_a_quote_with_the_number_of_its_sentence(briefing: Briefing) -> None:
    text = shown(briefing, "summary", "2").html

    assert "The council met on 3 May 2019 in Riverton. [1]" in text
    assert "Long said the bridge &amp; the road would be closed. [3]" in text


def test_a_line_that_is_not_in_the_article_is_never_shown(briefing: Briefing) -> None:
    invented = replace(briefing.key_points[0].quote, text="The council never met.")
    forged = replace(briefing, key_points=(replace(briefing.key_points[0], quote=invented),))

    for view in VIEWS:
        with pytest.raises(Misquoted):
            shown(forged, view, "1")


def test_every_quoted_sentence_has_a_button_that_shows_its_source(briefing: Briefing) -> None:
    screen = shown(briefing, "points")

    targets = {b.label: b.target for b in buttons(screen)}
    assert {"[1]", "[3]", "[5]"} <= set(targets)
    source = targets["[3]"]
    assert source is not None
    assert "<b>Long said the bridge &amp; the road would be closed.</b>" in render(briefing, source, ENGLISH).html


def test_a_few_quotes_have_a_button_each_and_many_one_that_steps_through_them() -> None:
    origin = Target("points", "abc", page=1)
    (few,), (many,) = (checks(range(count), origin, ENGLISH) for count in (5, 6))

    assert [button.label for button in few] == ["[1]", "[2]", "[3]", "[4]", "[5]"]
    assert many == (Button("Check the quotes ›", Target("source", "abc", "1", origin="points//1")),)


def test_the_arrows_lead_through_the_sentences_that_were_quoted(briefing: Briefing) -> None:
    target = Target("source", briefing.article.id, "3", origin="points//0")
    steps = show_source(briefing, target, ENGLISH, (0, 2, 4)).rows[0]
    first, last = (
        show_source(briefing, replace(target, argument=number), ENGLISH, (0, 2, 4)).rows[0] for number in ("1", "5")
    )

    assert [button.label for button in steps] == ["‹ [1]", "2 / 3", "[5] ›"]
    assert steps[2].target == replace(target, argument="5")
    assert [button.label for button in first] == ["1 / 3", "[3] ›"]
    assert [button.label for button in last] == ["‹ [3]", "3 / 3"]


def test_the_arrows_lead_to_the_neighbours_of_a_sentence_that_was_asked_for(briefing: Briefing) -> None:
    assert [button.label for button in shown(briefing, "source", "3").rows[0]] == ["‹ [2]", "[4] ›"]


def test_more_keeps_what_is_shown_and_leads_on_and_back(briefing: Briefing) -> None:
    points = shown(briefing, "points", "2")
    target = next(button.target for button in buttons(points) if button.label == "More …")
    assert target is not None
    more = show_more(points, target, ENGLISH)

    assert more.html == points.html
    assert len(more.rows) <= 4
    assert {"Who says what", "Figures", "Places", "Find …", "As a file …", "Share …"} <= set(labels(more))
    assert more.rows[-1][0].target == Target("points", briefing.article.id, "2")


def test_the_way_back_from_a_source_leads_where_the_reader_came_from(briefing: Briefing) -> None:
    source = next(b.target for b in buttons(shown(briefing, "points", "2")) if b.label == "[1]")
    assert source is not None

    back = [b.target for b in buttons(render(briefing, source, ENGLISH)) if b.label.endswith("Back")]

    assert back == [Target("points", briefing.article.id, "2")]


@pytest.mark.parametrize("wanted", ["0", "6", "-1", "x", "1000000000", "٣", "1.5"])
def test_a_sentence_that_is_not_there_is_said_with_the_range(briefing: Briefing, wanted: str) -> None:
    with pytest.raises(NoSuchSentence, match="from 1 to 5"):
        shown(briefing, "source", wanted)


def test_a_passage_on_the_web_is_addressed_by_its_first_and_last_words(briefing: Briefing) -> None:
    address = passage_address("https://riverton.example/bridge#top", briefing.sentences[0])

    assert address == (
        "https://riverton.example/bridge#:~:text=The%20council%20met%20on%203,May%202019%20in%20Riverton."
    )


@pytest.mark.parametrize("wanted", ["0", "-3", "1000000000", "many"])
def test_a_number_of_key_points_that_makes_no_sense_is_refused(briefing: Briefing, wanted: str) -> None:
    with pytest.raises(LengthError):
        shown(briefing, "points", wanted)


@pytest.mark.parametrize("asked", ["Ada", "long", "ADA LONG", "lnong", "#0"])
def test_a_person_is_found_by_part_and_with_typing_errors(briefing: Briefing, asked: str) -> None:
    text = shown(briefing, "who", asked).html

    assert "<b>Ada Long</b>\nMayor [2]\n2 mentions [2] [3]" in text
    assert "Long said the bridge &amp; the road would be closed. [3]" in text


@pytest.mark.parametrize("asked", ["the", "he", "она", "oun", "co"])
def test_a_person_is_not_found_by_a_pronoun_or_by_letters_within_an_office(briefing: Briefing, asked: str) -> None:
    (long,) = briefing.people
    named = replace(briefing, people=(replace(long, role=briefing.article.quote(0, 11)),))

    with pytest.raises(NoSuchPerson):
        shown(named, "who", asked)


def test_a_person_is_found_by_the_beginning_of_an_office(briefing: Briefing) -> None:
    assert "<b>Ada Long</b>" in shown(briefing, "who", "mayo").html


def test_somebody_of_whom_no_words_are_known_is_shown_where_the_article_names_them(briefing: Briefing) -> None:
    (long,) = briefing.people
    silent = replace(
        briefing, people=(replace(long, says=()),), attributions=(Attribution(0, None, None, direct=True),)
    )

    assert "The article names <b>Ada Long</b> [2] [3], but" in shown(silent, "quotes", "Long").html


def test_an_unknown_person_is_answered_with_those_who_are_there(briefing: Briefing) -> None:
    with pytest.raises(NoSuchPerson, match="Ada Long"):
        shown(briefing, "who", "Zebedee")


def test_an_article_without_people_or_dates_says_so(briefing: Briefing) -> None:
    empty = replace(briefing, people=(), dates=())

    assert "names nobody" in shown(empty, "who").html
    assert "no dates" in shown(empty, "dates").html


def test_what_cannot_be_told_in_a_language_is_no_nobody(briefing: Briefing) -> None:
    polish = replace(briefing, people=(), places=(), article=replace(briefing.article, language="pl"))

    assert "I cannot recognise people in Polish yet." in shown(polish, "who").html
    assert "I cannot tell who says what in Polish yet." in shown(polish, "quotes").html
    assert "I cannot find places in Polish yet." in shown(polish, "where").html


def test_dates_that_cannot_be_told_in_a_language_are_neither_shown_nor_denied(briefing: Briefing) -> None:
    polish = replace(briefing, article=replace(briefing.article, language="pl"))

    assert "2019" in shown(briefing, "dates").html
    for argument in ("", "future", "2019"):
        screen = shown(polish, "dates", argument)
        assert "I cannot find dates in Polish yet." in screen.html
        assert "[1]" not in screen.html


def test_bodies_speak_too_and_words_of_nobody_known_are_not_denied(briefing: Briefing) -> None:
    council = Body("council", (Statement(briefing.article.quote(0, 10), 0),))
    spoken = replace(briefing, people=(), bodies=(council,))
    unknown = replace(briefing, people=(), attributions=(Attribution(0, None, None, direct=True),))

    assert "<b>council</b>" in shown(spoken, "quotes").html
    assert "not certain who says what" in shown(unknown, "quotes").html


def test_dates_stand_in_order_with_a_line_where_the_future_begins(briefing: Briefing) -> None:
    text = shown(briefing, "dates").html

    past, future = text.split("— After the article was published (4 May 2019) —")
    assert "<b>3 May 2019</b>\nThe council met" in past
    assert "<b>June 2019</b>\nWork begins in June 2019. [5]" in future


def test_neighbouring_dates_of_one_sentence_are_shown_with_it_once(briefing: Briefing) -> None:
    first, second = briefing.dates
    twice = replace(
        briefing, dates=(replace(first, sentence=4), second), article=replace(briefing.article, published=None)
    )

    assert shown(twice, "dates").html.endswith("<b>3 May 2019 · June 2019</b>\nWork begins in June 2019. [5]")


def test_a_date_is_headed_in_the_words_and_the_case_of_the_reader(briefing: Briefing) -> None:
    first, second = briefing.dates
    late = replace(second, date=PartialDate("2018", dt.date(2018, 10, 1), dt.date(2018, 12, 31), "year", "END"))
    dated = replace(briefing, dates=(late, first, second))

    assert "<b>Late 2018</b>" in shown(dated, "dates").html
    assert "<b>3 мая 2019\N{NARROW NO-BREAK SPACE}г.</b>" in shown(dated, "dates", language="ru").html
    assert "<b>Июнь 2019 года</b>" in shown(dated, "dates", language="ru").html
    assert "<b>Конец 2018 года</b>" in shown(dated, "dates", language="ru").html


def test_a_day_of_publication_that_the_text_speaks_against_is_pointed_out(briefing: Briefing) -> None:
    first, second = briefing.dates
    odd = replace(briefing, dates=(first, replace(second, contradicts=True)))

    assert "“June 2019” does not fit the stated day of publication, 4 May 2019" in shown(odd, "dates").html
    assert "does not fit" not in shown(briefing, "dates").html


def test_a_calendar_is_offered_only_where_a_certain_day_lies_ahead(briefing: Briefing) -> None:
    first, second = briefing.dates
    planned = replace(briefing, dates=(first, replace(second, planned=True)))

    assert "For my calendar" not in labels(shown(briefing, "dates"))
    assert "For my calendar" in labels(shown(planned, "dates"))


def test_dates_of_a_time_that_the_article_does_not_have_are_named_in_words_not_echoed(briefing: Briefing) -> None:
    with pytest.raises(NoSuchDate, match="“6–12 May 2019”"):
        shown(briefing, "dates", "next week")
    with pytest.raises(NothingAhead):
        shown(replace(briefing, dates=briefing.dates[:1]), "dates", "future")


def test_what_lay_ahead_is_not_denied_where_the_day_of_publication_is_unknown(briefing: Briefing) -> None:
    with pytest.raises(DayUnknown, match="/published"):
        shown(replace(briefing, article=replace(briefing.article, published=None)), "dates", "future")


def test_the_dates_of_a_month_are_shown_whatever_their_year(briefing: Briefing) -> None:
    assert "June 2019" in shown(briefing, "dates", "June").html
    with pytest.raises(NoSuchDate, match="“December”"):
        shown(briefing, "dates", "December")


def test_an_answer_stands_before_the_sentence_that_it_points_back_to(briefing: Briefing) -> None:
    first, second = briefing.sentences[:2]
    found = Answer("who met", "sure", (Hit(second, ()),), before=first)
    html = show_answer(briefing, found, Target("ask", briefing.article.id, "who met"), ENGLISH).html

    assert html.index("[2]") < html.index("[1]")


def test_without_a_question_one_is_asked_for(briefing: Briefing) -> None:
    screen = show_asking(briefing, Target("ask", briefing.article.id), ENGLISH)

    assert "Ask me in your own words" in screen.html
    assert "What does Ada Long say?" in labels(screen)
    assert "• Ask … •" in labels(screen)


def test_a_russian_reader_gets_russian_words_around_the_same_quotes(briefing: Briefing) -> None:
    screen = shown(briefing, "summary", "short", "ru")

    assert "4 мая 2019" in screen.html
    assert "• Коротко •" in labels(screen)
    assert "Long said the bridge &amp; the road would be closed." in screen.html


def test_the_length_shown_is_marked_and_the_others_are_one_tap_away(briefing: Briefing) -> None:
    rows = [[button.label for button in row] for row in shown(briefing, "summary", "medium").rows]

    assert rows == [
        ["[1]", "[3]"],
        ["Headline", "Short", "• Medium •", "Long"],
        ["Key points", "Who", "Dates"],
        ["Ask …", "More …"],
    ]


def test_a_view_leads_back_to_the_briefing(briefing: Briefing) -> None:
    rows = shown(briefing, "points").rows

    assert [button.label for button in rows[-1]] == ["Briefing", "Ask …", "More …"]
    assert rows[-1][0].target == Target("summary", briefing.article.id)


def test_an_unknown_view_is_a_stale_button(briefing: Briefing) -> None:
    with pytest.raises(StaleButton):
        shown(briefing, "nonsense")


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_long_article_is_leafed_through_within_the_limits_of_telegram(
    briefing: Briefing, view: str, language: str
) -> None:
    long = replace(
        briefing, people=briefing.people * 200, dates=briefing.dates * 100, key_points=briefing.key_points * 100
    )

    for page in range(40):
        screen = render(long, Target(view, long.article.id, ARGUMENTS.get(view, ""), page=page), wording(language))
        check_limits(screen)


def check_limits(screen: Screen) -> None:
    assert 0 < units(re.sub("<[^>]*>", "", screen.html)) <= TELEGRAM_TEXT
    assert all(len(row) <= 8 for row in screen.rows)
    assert len(buttons(screen)) <= 100
    for button in buttons(screen):
        if button.target:
            assert len(button.target.pack().encode()) <= 64
            assert Target.unpack(button.target.pack()) == button.target


def test_one_sentence_as_long_as_a_book_is_cut_with_an_ellipsis(briefing: Briefing) -> None:
    endless = compose(["so " * 5000], language="xx")
    sentence = replace(briefing.sentences[0], stop=len(endless.text), text=endless.text)
    huge = replace(briefing, article=endless, sentences=(sentence,), ranking=(0,), people=(), dates=(), key_points=())

    for view in VIEWS:
        check_limits(render(huge, Target(view, endless.id, {"source": "1", "find": "so so"}.get(view, "")), ENGLISH))


@pytest.mark.parametrize("words", [ENGLISH, RUSSIAN], ids=["en", "ru"])
def test_the_greeting_the_help_and_the_hints_fit_into_a_message(briefing: Briefing, words: object) -> None:
    assert isinstance(words, type(ENGLISH))
    for screen in (greet(briefing, words), greet(None, words), explain(words), hint(words), hint(words, 5)):
        check_limits(screen)


@given(st.text(max_size=80))
def test_any_data_of_a_button_is_understood_or_refused(data: str) -> None:
    target = Target.unpack(data)

    assert target is None or Target.unpack(target.pack()) == target


@given(st.text(max_size=300), st.integers(1, 100))
def test_a_clipped_text_keeps_to_its_limit(text: str, limit: int) -> None:
    assert len(clip(text, limit)) <= limit


@given(st.lists(st.text(max_size=50), max_size=60))
def test_pages_hold_every_block_once_and_in_order(blocks: list[str]) -> None:
    pages = split_pages(blocks, limit=120)

    assert [index for page in pages for index in page] == list(range(len(blocks)))


@given(st.integers(0, 100), st.integers(1, 8))
def test_rows_are_never_wider_than_asked(count: int, width: int) -> None:
    rows = in_rows([Button(str(i)) for i in range(count)], width)

    assert sum(map(len, rows)) == count
    assert all(len(row) <= width for row in rows)


@pytest.fixture
def travelled(briefing: Briefing) -> Briefing:
    def place(name: str, kind: PlaceKind, word: str, sentence: int) -> Place:
        start = briefing.article.text.index(word)
        return Place(name, kind, "GB", (Mention(briefing.article.quote(start, start + len(word)), sentence),))

    places = (place("Riverton", "city", "Riverton", 0), place("Britain", "country", "bridge", 2))
    return replace(briefing, places=places)


def test_a_place_is_shown_with_the_sentence_in_which_it_matters(travelled: Briefing) -> None:
    screen = shown(travelled, "where")

    assert "<b>Riverton</b> — Britain · 1 mention [1]" in screen.html
    assert "The council met on 3 May 2019 in Riverton. [1]" in screen.html


def test_a_place_of_several_sentences_leads_on_to_all_of_them(travelled: Briefing) -> None:
    riverton, britain = travelled.places
    often = replace(
        riverton, mentions=(*riverton.mentions, *(replace(britain.mentions[0], sentence=n) for n in (2, 3)))
    )
    widely = replace(travelled, places=(often, britain))
    led = {button.label: button.target for row in shown(widely, "where").rows for button in row}
    goal = led["Riverton ›"]

    assert "Britain ›" not in led
    assert goal is not None
    assert {"[1]", "[3]", "[4]"} <= {
        button.label for row in shown(widely, goal.view, goal.argument).rows for button in row
    }


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("riverton", ["Riverton"]),
        ("Britain", ["Riverton", "Britain"]),
        ("Великобритания", ["Riverton", "Britain"]),
        ("Ривертон", ["Riverton"]),
    ],
)
def test_places_are_asked_for_by_name_and_by_country(travelled: Briefing, asked: str, named: list[str]) -> None:
    assert re.findall(r"<b>(\w+)</b>", shown(travelled, "where", asked).html)[-len(named) :] == named


def test_a_place_that_is_not_in_the_article_is_said_to_be_none_of_those_that_are(travelled: Briefing) -> None:
    with pytest.raises(NoSuchPlace, match=r"Harsk.*It names: Riverton, Britain"):
        shown(travelled, "where", "Harsk")
