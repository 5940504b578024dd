"""Which days go into a calendar: the explicit and certain ones to come."""

from __future__ import annotations

import datetime as dt

import pytest

from summaries.timeline import find_expressions

WEDNESDAY = dt.date(2024, 5, 15)


def planned(language: str, text: str, *, certain: bool = True) -> list[str]:
    found = find_expressions(text, language, WEDNESDAY, certain=certain)
    return [text[one.start : one.stop] for one in found if one.planned]


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "The fair opens on 9 June. The pool will close on Friday.", ["9 June", "Friday"]),
        ("ru", "Ярмарка откроется 9 июня. Бассейн закроют в пятницу.", ["9 июня", "пятницу"]),
        ("de", "Die Messe findet am 9. Juni statt. Am Freitag wird gewählt.", ["9. Juni", "Am Freitag"]),
        ("fr", "La foire ouvrira le 9 juin. On votera vendredi.", ["9 juin", "vendredi"]),
        ("es", "La feria abrirá el 9 de junio. Se votará el viernes.", ["9 de junio", "el viernes"]),
        ("uk", "Ярмарок відкриють 9 червня. Вибори пройдуть у п'ятницю.", ["9 червня", "п'ятницю"]),
    ],
)
def test_a_day_whose_verb_looks_ahead_is_planned(language: str, text: str, days: list[str]) -> None:
    assert planned(language, text) == days


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The shop will be open Monday through Friday."),
        ("en", "The bar is open every night but Friday, as well as all day on Saturday."),
        ("en", "Every year the choir will sing on 9 June."),
        ("ru", "Музей будет открыт с понедельника по пятницу."),
        ("ru", "Каждый год хор будет петь 9 июня."),
        ("de", "Das Archiv wird Montag bis Freitag geöffnet."),
        ("de", "Jedes Jahr beginnt das Fest am Samstag."),
        ("fr", "Le musée sera ouvert du lundi au vendredi."),
        ("fr", "Chaque année, le chœur chantera le 9 juin."),
        ("es", "El museo abrirá de lunes a viernes."),
        ("es", "Cada año el coro cantará el 9 de junio."),
        ("uk", "Музей буде відкрито з понеділка по п'ятницю."),
    ],
)
def test_what_comes_again_and_again_is_not_planned(language: str, text: str) -> None:
    assert planned(language, text) == []


def test_a_weekday_counted_from_another_day_is_not_planned() -> None:
    assert planned("de", "Das Fest beginnt am Samstag vor dem 9. Juni.") == ["9. Juni"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It will be colder than Friday."),
        ("en", "Her next book Saturday Anglers will be sold soon."),
        ("en", "For example, ten days will be given on 1 June."),
        ("ru", "Например, десять дней дадут 1 июня."),
        ("de", "Es wird im Schreiben vom 1. Juni erklärt."),
        ("de", "Das wird am Morgen klar."),
        ("de", "Zum Beispiel werden am 1. Juni zehn Tage gegeben."),
        ("fr", "Par exemple, dix jours seront donnés le 1er juin."),
        ("es", "Por ejemplo, se darán diez días el 1 de junio."),
    ],
)
def test_what_is_only_an_example_a_name_or_a_comparison_is_not_planned(language: str, text: str) -> None:
    assert planned(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "The fair will open on 9 June 2024 and close on Friday.", ["9 June 2024"]),
        ("ru", "Ярмарка откроется 9 июня 2024 года, а бассейн закроют в пятницу.", ["9 июня 2024 года"]),
        ("de", "Die Messe wird am 9. Juni 2024 eröffnet. Am Freitag wird gewählt.", ["9. Juni 2024"]),
    ],
)
def test_days_without_a_year_need_a_certain_day_of_publication(language: str, text: str, days: list[str]) -> None:
    assert planned(language, text, certain=False) == days


def test_what_was_done_on_a_day_is_not_planned_though_the_sentence_looks_ahead() -> None:
    assert planned("de", "Der am Freitag veröffentlichte Bericht wird gelesen.") == []
    assert planned("de", "Der Streit bis zum 9. Juni war lang.") == []
