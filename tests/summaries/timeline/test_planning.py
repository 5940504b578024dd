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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The plan starts with Day 1 on Saturday. On Sunday you will rest."),
        ("en", "Start with a short run on Saturday and rest on Sunday."),
        ("de", "Der Plan beginnt mit Tag 1 am Samstag. Am Sonntag wirst du ruhen."),
        ("fr", "Le plan commence par le jour 1 samedi. Vous serez au repos dimanche."),
        ("es", "El plan comienza con el día 1 el sábado. Usted será libre el domingo."),
        ("ru", "План начинается с дня 1 в субботу. Вы будете отдыхать в воскресенье."),
        ("uk", "План почнеться з дня 1 у суботу. Ви будете відпочивати в неділю."),
    ],
)
def test_the_weekdays_of_a_plan_for_readers_are_not_planned(language: str, text: str) -> None:
    assert planned(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "The report of 2 June will be read on 3 June. It will be long on 2 June.", ["3 June"]),
        ("de", "Das Schreiben vom 2. Juni wird am 3. Juni gelesen. Am 2. Juni wird es still.", ["3. Juni"]),
        ("fr", "Le rapport du 2 juin sera lu le 3 juin. La fête aura lieu le 2 juin.", ["3 juin"]),
        ("es", "El informe del 2 de junio será leído el 3 de junio.", ["3 de junio"]),
        ("ru", "Письмо от 2 июня будут читать 3 июня.", ["3 июня"]),
        ("uk", "Лист від 2 червня будуть читати 3 червня.", ["3 червня"]),
    ],
)
def test_the_day_of_a_document_is_planned_nowhere_in_its_text(language: str, text: str, days: list[str]) -> None:
    assert planned(language, text) == days


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It will open as early as Friday. The road will open on 2 June at the earliest. It could be on 3 June."),
        ("de", "Die Fähre wird vielleicht am 2. Juni fahren. Die Straße wird frühestens am 3. Juni geöffnet."),
        ("fr", "Le bac partira peut-être le 2 juin. La route ouvrira au plus tôt le 3 juin."),
        ("es", "El barco saldrá quizás el 2 de junio. La calle abrirá como muy pronto el 3 de junio."),
        ("ru", "Паром, возможно, выйдет 2 июня. Дорогу откроют не раньше 3 июня."),
        ("uk", "Пором, можливо, вийде 2 червня. Дорогу відкриють не раніше 3 червня."),
    ],
)
def test_what_only_may_be_is_not_planned(language: str, text: str) -> None:
    assert planned(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "If they agree, the road will open on 2 June. The bridge will open on 3 June.", ["3 June"]),
        ("de", "Der Ausweichtermin wird der 2. Juni. Am 3. Juni wird gefeiert.", ["3. Juni"]),
        ("en", "In case of rain, the fair will open on 2 June. The choir will sing on 3 June.", ["3 June"]),
        ("de", "Falls sie zustimmen, wird die Straße am 2. Juni geöffnet. Am 3. Juni wird gefeiert.", ["3. Juni"]),
        ("fr", "Si le conseil accepte, la route ouvrira le 2 juin. Le pont ouvrira le 3 juin.", ["3 juin"]),
        ("es", "Si aceptan, la calle abrirá el 2 de junio. El puente abrirá el 3 de junio.", ["3 de junio"]),
        ("ru", "Если совет согласится, дорога откроется 2 июня. Мост откроется 3 июня.", ["3 июня"]),
        ("uk", "Якщо рада погодиться, дорогу відкриють 2 червня. Міст відкриють 3 червня.", ["3 червня"]),
    ],
)
def test_what_depends_on_something_is_not_planned(language: str, text: str, days: list[str]) -> None:
    assert planned(language, text) == days


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The mill burned down on 3 February. The rules were kept until 3 February.",
        ),
        ("en", "They play again: on 3 June 2024, before the scheduled feast, a stranger joined the choir."),
        ("en", "By Friday, the water had fallen. After Friday's win the club is on top and will celebrate."),
        ("en", "The film was not shown as scheduled on Friday. It is the first time, his father posted Friday."),
        (
            "en",
            "He recalled a talk that they had with the tight end on 2 June. It was a call to play in Friday's match.",
        ),
        ("en", "The search lasted until Friday."),
        ("de", "Die Suche dauerte bis Freitag."),
        ("fr", "La recherche a duré jusqu'à vendredi."),
        ("es", "La búsqueda duró hasta el viernes."),
        ("ru", "Поиски длились до пятницы."),
        ("uk", "Пошуки тривали до п'ятниці."),
        ("fr", "En 1995, on annula tout. Finalement, le groupe jouera le samedi."),
        ("fr", "Dès vendredi, le maire indiquait que non. Elle sera jugée sur la loi adoptée vendredi."),
    ],
)
def test_what_was_is_not_planned_beside_a_word_that_looks_ahead(language: str, text: str) -> None:
    assert planned(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "Like the order in place from 3 March, it is due by 3 June.", ["3 June"]),
        ("fr", "Comme le tarif en vigueur à partir du 3 mars, il est prévu à partir du 3 juin.", ["3 juin"]),
        ("en", "The museum will open on 3 December, that is 3 months before 3 March.", ["3 December"]),
    ],
)
def test_a_day_more_than_half_a_year_ahead_needs_its_year_or_a_verb_that_looks_ahead(
    language: str, text: str, days: list[str]
) -> None:
    assert planned(language, text) == days


def test_a_note_without_a_verb_is_not_planned_where_the_day_of_publication_is_uncertain() -> None:
    assert planned("de", "Antworten bis 9. Juni 2024", certain=False) == []
    assert planned("de", "am Sonntag, ab der Vorabendmesse – also ab Samstagabend.") == []
    assert planned("de", "Antworten werden bis 9. Juni 2024 gesammelt", certain=False) == ["9. Juni 2024"]


def test_where_a_text_contradicts_its_day_of_publication_only_days_with_a_later_year_are_planned() -> None:
    text = "The mill was sold on 3 June 2025. It will open on 9 June. It will open on 9 June 2025 and on 2 June 2025."

    assert planned("en", text) == ["9 June 2025"]
