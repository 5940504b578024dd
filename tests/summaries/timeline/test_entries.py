from __future__ import annotations

import datetime as dt

import pytest

from summaries.article import Article, compose
from summaries.document import read_document
from summaries.timeline import find_dates

PUBLISHED = dt.date(2019, 3, 1)


def timeline(article: Article) -> list[tuple[str, str]]:
    return [(entry.quote.text, entry.date.value) for entry in find_dates(read_document(article))]


def test_entries_stand_in_the_order_of_the_calendar_and_keep_their_sentence() -> None:
    article = compose(
        ["They met on 13–15 February. It began in 2009.", "By the end of 2019 it will be over."],
        language="en",
        published=PUBLISHED,
    )
    entries = find_dates(read_document(article))

    assert [(entry.date.value, entry.date.modifier, entry.sentence) for entry in entries] == [
        ("2009", None, 1),
        ("2019-02-13/2019-02-15", None, 0),
        ("2019", "END", 2),
    ]
    assert all(article.text[entry.quote.start : entry.quote.stop] == entry.quote.text for entry in entries)


def test_a_range_is_one_entry_with_both_ends() -> None:
    article = compose(["The talks were held on 28 January–3 February."], language="en", published=PUBLISHED)
    (entry,) = find_dates(read_document(article))

    assert (entry.date.first_day, entry.date.last_day) == (dt.date(2019, 1, 28), dt.date(2019, 2, 3))
    assert entry.date.precision == "range"


def test_lengths_ages_and_vague_words_are_no_entries() -> None:
    article = compose(
        ["Now, after many years, a 22-year-old worked daily for two years and recently left."],
        language="en",
        published=PUBLISHED,
    )

    assert timeline(article) == []


def test_without_a_publication_date_nothing_is_guessed_and_such_entries_stand_last_as_they_are_told() -> None:
    article = compose(["Yesterday he came. In 2018 he left. He was born on 13 February."], language="en")
    entries = find_dates(read_document(article))

    assert [(entry.date.value, entry.date.precision) for entry in entries] == [
        ("2018", "year"),
        ("XXXX-XX-XX", "none"),
        ("XXXX-02-13", "none"),
    ]
    assert all(entry.date.first_day is None and entry.date.last_day is None for entry in entries[1:])


def test_a_day_without_its_year_that_is_told_again_stands_where_it_is_first_told() -> None:
    article = compose(["Am 3. Mai kam er. Gestern ging er.", "Am 3. Mai schlief er."], language="de")

    assert [entry.quote.text for entry in find_dates(read_document(article))] == ["3. Mai", "3. Mai", "Gestern"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Last updated 3 May 2018"),
        ("ru", "Опубликовано 3 мая 2018 года"),
        ("de", "Stand: 3. Mai 2018"),
        ("fr", "Publié le 3 mai 2018"),
        ("es", "Publicado el 3 de mayo de 2018"),
        ("uk", "Оновлено 3 травня 2018 року"),
    ],
)
def test_a_line_that_says_when_a_page_was_made_is_no_entry(language: str, text: str) -> None:
    article = compose([text, "1912", text], language=language, published=PUBLISHED)

    assert [entry.date.value for entry in find_dates(read_document(article))] == ["1912"]


def test_a_modifier_narrows_the_days_but_not_the_value() -> None:
    article = compose(["It was frozen at the end of last year."], language="en", published=PUBLISHED)
    (entry,) = find_dates(read_document(article))

    assert (entry.date.value, entry.date.modifier) == ("2018", "END")
    assert (entry.date.first_day, entry.date.last_day) == (dt.date(2018, 10, 1), dt.date(2018, 12, 31))


def test_a_language_without_a_data_file_still_has_the_names_of_cldr() -> None:
    article = compose(["13 tammikuuta 2019"], language="fi", published=PUBLISHED)

    assert timeline(article) == [("13 tammikuuta 2019", "2019-01-13")]


def test_a_language_that_nobody_knows_has_its_dates_in_digits() -> None:
    article = compose(["Qapla’ 13.02.2019"], language="tlh", published=PUBLISHED)

    assert timeline(article) == [("13.02.2019", "2019-02-13")]


def test_the_same_sentences_without_any_date_give_nothing() -> None:
    article = compose(["Nothing happened."], language="en", published=PUBLISHED)

    assert timeline(article) == []


def test_what_is_said_on_a_day_long_ago_is_counted_from_that_day() -> None:
    article = compose(
        [
            "“Tonight we dance,” she wrote on 12 July 2016. “Tomorrow we sail,” she wrote in May 2015.",
            "He said: “I go today.”",
        ],
        language="en",
        published=PUBLISHED,
    )
    found = dict(timeline(article))

    assert found["Tonight"] == "2016-07-12TNI"
    assert found["Tomorrow"] == "XXXX"
    assert found["today"] == "2019-03-01"


def test_only_certain_days_to_come_are_planned() -> None:
    paragraphs = [
        "The fair opens on 9 March 2019. The vote was originally scheduled for 11 March. Rain may fall on 13 March.",
        "The games will be held from 15 to 17 March. They met on 27 February. Work will begin in May 2019.",
        "The trial will start on Monday, he said. “I will be there tomorrow.”",
    ]
    entries = find_dates(read_document(compose(paragraphs, language="en", published=PUBLISHED)))

    assert [entry.quote.text for entry in entries if entry.planned] == ["Monday", "9 March 2019", "from 15 to 17 March"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The council may cancel a planned 11 March opening of the bridge. She was slated to speak on 12 March."),
        ("de", "Der Rat will die für den 11. März geplante Eröffnung absagen."),
        ("fr", "Le conseil va annuler l'ouverture prévue le 11 mars."),
        ("es", "El consejo va a suspender la apertura prevista para el 11 de marzo."),
        ("ru", "Совет намерен отменить открытие моста, назначенное на 11 марта."),
    ],
)
def test_what_is_called_off_is_not_planned(language: str, text: str) -> None:
    entries = find_dates(read_document(compose([text], language=language, published=PUBLISHED)))

    assert entries
    assert not any(entry.planned for entry in entries)


def test_the_day_of_a_headline_behind_a_dash_is_not_planned() -> None:
    paragraphs = [
        "- Theatres To Close Over New Rules - March 9, 2019",
        "The fair will open – on 10 March 2019 – with songs.",
    ]
    entries = find_dates(read_document(compose(paragraphs, language="en", published=PUBLISHED)))

    assert [entry.quote.text for entry in entries if entry.planned] == ["10 March 2019"]


def test_a_text_that_speaks_against_its_day_of_publication_is_found_out() -> None:
    paragraphs = ["9 June 2018", "Today (Monday) the council met. It met on 3 May 2018, too."]
    entries = find_dates(read_document(compose(paragraphs, language="en", published=PUBLISHED)))

    assert [entry.quote.text for entry in entries if entry.contradicts] == ["9 June 2018", "Today (Monday)"]


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        (
            "en",
            "It was sold on 3 May 2025. The map is from the update of 2 May 2025.",
            ["2 May 2025", "3 May 2025"],
        ),
        (
            "de",
            "Sie wurde am 3. Mai 2025 verkauft. So der Bericht vom 2. Mai 2025.",
            ["2. Mai 2025", "3. Mai 2025"],
        ),
        ("fr", "Le moulin a été vendu le 3 mai 2025, dit la note du 2 mai 2025.", ["2 mai 2025", "3 mai 2025"]),
        ("es", "El molino fue vendido el 3 de mayo de 2025, dice la nota.", ["3 de mayo de 2025"]),
        ("ru", "Мельницу продали 3 мая 2025 года.", ["3 мая 2025 года"]),
        ("uk", "Млин продали 3 травня 2025 року.", ["3 травня 2025 року"]),
        ("en", "The lease was extended to 3 May 2025. The new hall will open on 3 May 2025.", []),
        ("de", "Der Vertrag wurde bis zum 3. Mai 2025 verlängert.", []),
    ],
)
def test_a_text_that_tells_of_what_was_after_its_day_of_publication_is_found_out(
    language: str, text: str, days: list[str]
) -> None:
    entries = find_dates(read_document(compose([text], language=language, published=PUBLISHED)))

    assert [entry.quote.text for entry in entries if entry.contradicts] == days
