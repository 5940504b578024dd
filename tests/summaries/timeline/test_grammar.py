from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries import languages
from summaries.timeline.grammar import load_grammar
from summaries.timeline.numbers import read_number
from summaries.timeline.resolution import RESOLVERS
from summaries.timeline.vocabulary import expand

LANGUAGES = ("en", "ru", "de", "es", "fr", "uk")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_of_a_language_names_a_resolver(language: str) -> None:
    assert {rule.resolver for rule in load_grammar(language).rules} <= set(RESOLVERS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_data_file_belongs_to_a_language_with_a_folder(language: str) -> None:
    assert language in languages.codes()


@pytest.mark.alone
def test_a_grammar_is_compiled_once_and_fast() -> None:
    load_grammar.cache_clear()
    start = time.process_time()
    grammar = load_grammar("en")

    assert time.process_time() - start < 0.3
    assert load_grammar("en") is grammar


def test_short_notation_stands_for_its_forms() -> None:
    assert list(expand("недел(я|и)", {})) == ["неделя", "недели"]
    assert list(expand("час<hard>", {"hard": "0 а"})) == ["час", "часа"]


@given(st.from_regex(r"\d{1,7}([.,:/\-]\d{1,4}){0,3}", fullmatch=True), st.sampled_from(["DMY", "MDY"]))
def test_every_number_has_a_code(form: str, order: str) -> None:
    vocabulary = load_grammar("en" if order == "MDY" else "ru").vocabulary

    assert vocabulary.number(form).roles == read_number(form, order)
