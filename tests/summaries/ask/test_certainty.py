"""How certain an answer is called."""

from __future__ import annotations

import pytest

from summaries import brief
from summaries.article import compose
from summaries.ask import Answer, answer


def asked(question: str, *paragraphs: str, language: str = "en") -> Answer:
    return answer(brief(compose(paragraphs, language=language)), question)


def test_a_sentence_that_names_nobody_does_not_surely_say_who_it_was() -> None:
    found = asked(
        "Who resigned from the harbour board in May?",
        "Ida Strand had sat on the harbour board for ten years. She resigned from the harbour board in May.",
        "The ferry to Nordby was late again on Monday.",
    )

    assert found.certainty == "unsure"
    assert {hit.sentence.index for hit in found.shown} >= {0, 1}


@pytest.mark.parametrize(
    ("language", "question", "text"),
    [
        ("en", "How much does the new ferry cost?", "The new ferry carries cars. It was built in the north."),
        ("en", "How much does the new ferry cost?", "The new ferry sails since 4 May. It was built in the north."),
        ("en", "How many cars does the new ferry carry?", "The new ferry carries cars. It was built in the north."),
        ("ru", "Сколько стоит новый паром?", "Новый паром возит машины. Его построили на севере."),
        ("de", "Wie viel kostet die neue Fähre?", "Die neue Fähre bringt Autos. Sie wurde im Norden gebaut."),
        ("es", "¿Cuánto cuesta el nuevo transbordador?", "El nuevo transbordador lleva coches. Se construyó lejos."),
    ],
)
def test_a_number_that_no_sentence_holds_is_not_said(language: str, question: str, text: str) -> None:
    assert asked(question, text, language=language).certainty == "none"


def test_a_sentence_that_names_no_place_does_not_surely_say_where_it_was() -> None:
    found = asked(
        "Where did Mayor Strand announce the end of the ferry?",
        "The first to announce the end of the ferry was Mayor Strand. Everybody read it on the radio page.",
        "The weather was good on Monday.",
    )

    assert found.certainty == "unsure"


def test_a_question_without_words_of_its_own_is_not_denied() -> None:
    found = asked("How long will it take?", "The works on the tunnel have been a problem for a long time.")

    assert found.certainty == "unsure"


def test_a_sum_of_money_that_a_sentence_holds_is_said() -> None:
    found = asked("How much does the new ferry cost?", "The new ferry cost nine million pounds. It was built far away.")

    assert found.certainty != "none"
    assert found.hits[0].sentence.index == 0


def test_what_somebody_said_is_certain_where_nothing_else_is_asked() -> None:
    found = asked(
        "What did Strand say?",
        "Ida Strand, the harbour master, met the council on Monday. Strand knows the ferries well.",
        "Strand said that no ferry would sail before June. The council of Nordby had asked her.",
    )

    assert found.certainty == "sure"
    assert found.hits[0].sentence.index == 2


def test_a_question_in_the_article_answers_nothing_but_the_sentence_behind_it_may() -> None:
    found = asked(
        "What will the mayor do after the election?",
        "“What will you do after the election?”",
        "The mayor laughed: “I will sleep for three days.”",
        "The weather was good at Nordby.",
    )

    assert found.hits[0].sentence.index == 1


def test_who_somebody_is_is_certain_where_the_article_states_the_office() -> None:
    found = asked(
        "Who is Strand?",
        "The council met on Monday. Ida Strand, the mayor of Nordby, was there too.",
        "Strand knows the ferries well. Nobody asked Strand about them.",
    )

    assert found.certainty == "sure"
    assert found.hits[0].sentence.index == 1


@pytest.mark.parametrize(
    ("language", "question", "text", "certainty"),
    [
        ("en", "Why did the mayor close the old bridge?", "The mayor closed the old bridge on Monday.", "unsure"),
        ("en", "Why did the mayor close the old bridge?", "The mayor closed the old bridge because it shook.", "sure"),
        ("de", "Warum sperrte die Stadt die alte Brücke?", "Die Stadt sperrte die alte Brücke am Montag.", "unsure"),
        (
            "de",
            "Warum sperrte die Stadt die alte Brücke?",
            "Die Stadt sperrte die alte Brücke, weil sie bebte.",
            "sure",
        ),
        ("fr", "Pourquoi la ville a fermé le vieux pont ?", "La ville a fermé le vieux pont lundi.", "unsure"),
        ("fr", "Pourquoi la ville a fermé le vieux pont ?", "La ville a fermé le vieux pont car il tremblait.", "sure"),
    ],
)
def test_only_a_sentence_with_a_word_of_reason_surely_says_why(
    language: str, question: str, text: str, certainty: str
) -> None:
    others = {"en": "The weather was good.", "de": "Das Wetter war gut.", "fr": "Le temps était beau."}

    assert asked(question, f"{text} {others[language]}", language=language).certainty == certainty


def test_a_sentence_without_a_place_of_the_question_does_not_surely_answer_it() -> None:
    text = "The mayors Ida Strand and Olof Thede met for the ferry talks in May 2018. Both went to Oslo in March 2019."
    found = asked("When did Strand and Thede meet for the ferry talks in Oslo?", text, "The weather was good.")
    known = asked("When did Strand and Thede meet for the ferry talks?", text, "The weather was good.")

    assert (found.certainty, known.certainty) == ("unsure", "sure")
