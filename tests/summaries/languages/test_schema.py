"""The data of languages fit their schema; what does not is named by file and key."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from summaries.languages import ROOT, codes, schema
from summaries.languages.schema import BadData, People, Places, Subject, abilities, fill, load, load_sentences

SUBJECTS: list[type[Subject]] = [
    one for one in vars(schema).values() if isinstance(one, type) and "FILE" in vars(one) and one is not Subject
]
FILE = Path("xx/sample.toml")


@dataclass(frozen=True, slots=True)
class Sample:
    FILE: ClassVar[str] = "sample"
    needed: frozenset[str]
    listed: tuple[str, ...] = ()


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.FILE)
@pytest.mark.parametrize("language", sorted(codes()))
def test_every_file_fits_its_schema(subject: type[Subject], language: str) -> None:
    assert isinstance(load(subject, language), subject)


@pytest.mark.parametrize("language", sorted(codes()))
def test_every_language_says_what_it_can_do(language: str) -> None:
    assert abilities(language) <= {"names", "roles", "speech", "dates", "places", "figures"}


def test_a_language_without_a_file_has_an_empty_table() -> None:
    assert load(People, "pl").titles == frozenset()
    assert load(Places, "pl").countries == {}
    assert abilities("pl") == frozenset()


def test_an_unknown_key_is_named_with_its_file() -> None:
    with pytest.raises(BadData, match=r"xx/sample\.toml: neeeded: is unknown"):
        fill(Sample, {"neeeded": "a b"}, FILE)


def test_a_missing_key_is_named_with_its_file() -> None:
    with pytest.raises(BadData, match=r"xx/sample\.toml: needed: is missing"):
        fill(Sample, {"listed": ["a"]}, FILE)


@pytest.mark.parametrize("value", [3, [1, 2]])
def test_a_value_of_another_kind_is_named_with_its_file(value: object) -> None:
    with pytest.raises(BadData, match=r"xx/sample\.toml: needed: is of another kind"):
        fill(Sample, {"needed": value}, FILE)


def test_words_are_parted_by_spaces_and_lists_keep_theirs() -> None:
    assert fill(Sample, {"needed": "a b", "listed": ["c d"]}, FILE) == Sample(frozenset({"a", "b"}), ("c d",))


def test_a_language_without_a_folder_has_its_abbreviations_in_the_shared_table() -> None:
    assert "fi" not in codes()
    assert load_sentences("fi").ordinals
    assert "esim" in load_sentences("fi").never_final


def test_the_shared_table_has_no_language_that_has_a_folder() -> None:
    shared = tomllib.loads((ROOT / "_shared" / "sentences.toml").read_text(encoding="utf-8"))

    assert not shared.keys() & codes()


def test_no_table_lies_unread() -> None:
    known = {subject.FILE for subject in SUBJECTS}
    lying = {path.stem for path in ROOT.glob("[a-z]*/*.toml")}

    assert lying == known
