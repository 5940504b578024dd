from __future__ import annotations

import datetime as dt

import pytest

from summaries.article import compose
from summaries.ask.dates_asked import dates_about, dates_at, dates_in_month, month_asked, time_asked
from summaries.pipeline import brief

PUBLISHED = dt.date(2019, 3, 1)


def test_a_request_for_a_time_gives_what_falls_into_it() -> None:
    article = compose(
        ["The council met on 4 March 2019. It met often in 2019, and it will meet on 6 March."],
        language="en",
        published=PUBLISHED,
    )
    briefing = brief(article)
    time = time_asked(briefing, "next week", ("en",))

    assert time is not None
    assert [entry.quote.text for entry in dates_at(briefing, time)] == ["4 March 2019", "6 March"]
    assert time_asked(briefing, "the council met", ("en",)) is None


def test_a_month_without_a_year_is_that_of_any_year() -> None:
    briefing = brief(
        compose(
            ["It met on 4 December 2016 and in December 2018. It met in 2017 and on 5 April 2018."],
            language="en",
            published=PUBLISHED,
        )
    )

    assert [entry.quote.text for entry in dates_in_month(briefing, 12)] == ["4 December 2016", "December 2018"]
    assert [month_asked(said, ("en", "ru")) for said in ("December", "in December", "декабрь")] == [12, 12, 12]
    assert [month_asked(said, ("en",)) for said in ("December 2018", "next December", "4 December")] == [None] * 3


@pytest.mark.parametrize(
    ("language", "text", "question", "day"),
    [
        (
            "en",
            "The ministers met in Selmouth on 4 May 2018. It rained on 6 May 2018.",
            "When did they meet?",
            "4 May 2018",
        ),
        (
            "ru",
            "Встреча министров прошла в Зеленограде 4 мая 2018 года. 6 мая 2018 года шёл дождь.",
            "Когда они встретились?",
            "4 мая 2018 года",
        ),
        (
            "de",
            "Die Minister trafen sich am 4. Mai 2018. Am 6. Mai 2018 regnete es.",
            "Wann trafen sie sich?",
            "4. Mai 2018",
        ),
        (
            "fr",
            "La maire a rencontré le préfet le 4 mai 2018. Il a plu le 6 mai 2018.",
            "Quand se sont-ils rencontrés ?",
            "4 mai 2018",
        ),
        (
            "es",
            "La alcaldesa se reunió con el ministro el 4 de mayo de 2018. El 6 de mayo de 2018 llovió.",
            "¿Cuándo se reunieron?",
            "4 de mayo de 2018",
        ),
        (
            "uk",
            "Мерка зустрілася з міністром 4 травня 2018 року. 6 травня 2018 року йшов дощ.",
            "Коли вони зустрілися?",
            "4 травня 2018 року",
        ),
    ],
)
def test_a_question_is_answered_with_the_day_of_its_event(language: str, text: str, question: str, day: str) -> None:
    briefing = brief(compose([text], language=language, published=PUBLISHED))

    assert day in [entry.quote.text for entry in dates_about(briefing, question)]


def test_a_request_for_what_happened_finds_other_forms_of_the_verb() -> None:
    briefing = brief(
        compose(["The ministers met on 4 May 2018. It rained on 6 May 2018."], language="en", published=PUBLISHED)
    )

    assert [entry.quote.text for entry in dates_about(briefing, "did they meet")] == ["4 May 2018"]
    assert dates_about(briefing, "elephants") == ()


def test_a_question_about_what_was_is_not_answered_with_what_is_to_come() -> None:
    text = "The ministers met on 4 May 2018. The ministers will meet on 6 May 2019."
    briefing = brief(compose([text], language="en", published=PUBLISHED))

    assert [entry.quote.text for entry in dates_about(briefing, "When did the ministers meet?")] == ["4 May 2018"]
