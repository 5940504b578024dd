"""The tense that words tell by their form."""

from __future__ import annotations

import pytest

from summaries.timeline.verb_forms import load_verb_forms


@pytest.mark.parametrize(
    ("language", "word", "form"),
    [
        ("en", "burned", "past"),
        ("en", "hundred", None),
        ("ru", "сгорел", "past"),
        ("ru", "построены", "past"),
        ("ru", "закрыт", None),
        ("ru", "снесут", "future"),
        ("ru", "строят", None),
        ("ru", "закрыть", "infinitive"),
        ("uk", "затонув", "past"),
        ("uk", "голосуватимуть", "future"),
        ("uk", "замінять", "future"),
        ("uk", "перейде", "future"),
        ("uk", "підніметься", "future"),
        ("uk", "виходить", None),
        ("uk", "повідомляють", None),
        ("uk", "досить", None),
        ("de", "entgleiste", "past"),
        ("de", "verschwand", "past"),
        ("de", "geschlossen", None),
        ("fr", "percèrent", "past"),
        ("fr", "rouvriront", "future"),
        ("fr", "recevra", "future"),
        ("fr", "rencontra", "past"),
        ("fr", "rouvrirait", "conditional"),
        ("fr", "retirait", "past"),
        ("fr", "partirait", "conditional"),
        ("fr", "resterait", "conditional"),
        ("fr", "viendraient", "conditional"),
        ("es", "descarriló", "past"),
        ("es", "votarán", "future"),
        ("pl", "spłonął", None),
    ],
)
def test_a_form_tells_its_tense_and_other_words_none(language: str, word: str, form: str | None) -> None:
    assert load_verb_forms(language).form_of(word) == form


def test_participles_are_known_by_their_ending_but_tell_no_tense_without_an_auxiliary() -> None:
    forms = load_verb_forms("de")

    assert [word for word in ("gekauft", "eröffnet", "abgesagt", "bereit", "nicht") if forms.is_participle(word)] == [
        "gekauft",
        "eröffnet",
        "abgesagt",
    ]
    assert forms.form_of("gekauft") is None
