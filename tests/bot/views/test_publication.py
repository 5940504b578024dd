"""The calendar in which the day of publication is picked."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.errors import StaleButton
from bot.locales import languages, wording
from bot.views import render
from bot.views.publication import read_pick, show_calendar
from bot.views.screen import Target
from summaries.briefing import PartialDate

if TYPE_CHECKING:
    from bot.views.screen import Button
    from summaries.article import Article
    from summaries.briefing import Briefing

TODAY = dt.date(2024, 5, 12)
ENGLISH = wording("en")


def of(briefing: Briefing, day: dt.date | None, *, certain: bool = False) -> Briefing:
    article: Article = replace(briefing.article, published=day, published_certain=certain)
    entry = replace(briefing.dates[0], date=PartialDate("XXXX-WXX-5", None, None, "none"))
    return replace(briefing, article=article, dates=(entry,))


def offered(briefing: Briefing, view: str) -> list[str]:
    screen = render(briefing, Target(view, briefing.article.id), ENGLISH)
    return [
        button.label for row in screen.rows for button in row if button.target and button.target.view == "published"
    ]


def calendar(briefing: Briefing, period: str = "", language: str = "en") -> list[Button]:
    screen = show_calendar(briefing, Target("published", briefing.article.id, period), wording(language), TODAY)
    return [button for row in screen.rows for button in row]


def labels(briefing: Briefing, period: str = "") -> list[str]:
    return [button.label for button in calendar(briefing, period)]


def test_a_doubtful_day_and_an_unknown_one_that_dates_hang_on_can_be_set(briefing: Briefing) -> None:
    for view in ("summary", "dates"):
        assert offered(of(briefing, dt.date(2019, 5, 4)), view) == ["Published on 4 May 2019? ›"]
        assert offered(of(briefing, None), view) == ["When was it published? ›"]


def test_a_certain_day_is_not_asked_for_nor_one_on_which_nothing_hangs(briefing: Briefing) -> None:
    book = of(briefing, None)
    for known in (
        of(briefing, dt.date(2019, 5, 4), certain=True),
        replace(of(briefing, None), dates=briefing.dates),
        replace(book, article=replace(book.article, part_of="another")),
    ):
        assert offered(known, "summary") == []


def test_the_calendar_opens_on_the_doubtful_day_which_one_tap_confirms(briefing: Briefing) -> None:
    shown = calendar(of(briefing, dt.date(2019, 5, 4)))

    assert shown[0].label == "✓ 4 May 2019"
    assert shown[0].target == Target("dated", briefing.article.id, "2019-05-04")
    assert [button.label for button in shown[1:4]] == ["‹", "May 2019", "›"]
    assert [button.label for button in shown[4:-1]] == [str(day) for day in range(1, 32)]


def test_nothing_is_published_tomorrow(briefing: Briefing) -> None:
    unknown = of(briefing, None)

    assert labels(unknown)[:2] == ["‹", "May 2024"]
    assert labels(unknown)[2:-1] == [str(day) for day in range(1, 13)]
    assert labels(unknown, "2024")[-6:-1] == ["Jan", "Feb", "Mar", "Apr", "May"]
    assert "›" not in labels(unknown, "2024")
    assert "›" in labels(unknown, "2023")


@pytest.mark.parametrize("month", ["2023-12", "2024-01", "2024-02", "1900-02"])
def test_a_month_has_its_days_and_leads_to_those_beside_it(briefing: Briefing, month: str) -> None:
    first = dt.date.fromisoformat(f"{month}-01")
    shown = calendar(of(briefing, None), month)
    days = [button.target.argument for button in shown if button.target and button.target.view == "dated"]
    before, after = (button.target.argument for button in (shown[0], shown[2]) if button.target)

    assert days[0] == f"{month}-01"
    assert dt.date.fromisoformat(days[-1]) + dt.timedelta(days=1) == dt.date.fromisoformat(f"{after}-01")
    assert before == f"{first - dt.timedelta(days=1):%Y-%m}"


@pytest.mark.parametrize("period", ["2024-06", "2025", "2024-13", "0001", "1699-12", "soon", "2024-5", "٢٠٢٤"])
def test_a_period_that_no_button_has_is_stale(briefing: Briefing, period: str) -> None:
    with pytest.raises(StaleButton):
        calendar(of(briefing, None), period)


@pytest.mark.parametrize("day", ["", "2024-05-13", "2024-02-30", "2024", "1699-12-31", "x"])
def test_a_day_that_no_button_has_is_stale(day: str) -> None:
    with pytest.raises(StaleButton):
        read_pick(day, TODAY)


def test_months_are_named_in_the_language_of_the_reader(briefing: Briefing) -> None:
    names = {code: calendar(of(briefing, None), "2023-01", code)[1].label for code in languages()}

    assert names == {
        "en": "January 2023",
        "de": "Januar 2023",
        "es": "enero de 2023",
        "fr": "janvier 2023",
        "ru": "январь 2023\u202fг.",
        "uk": "січень 2023\u202fр.",
    }
