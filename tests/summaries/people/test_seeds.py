"""The seed articles and the user's document: who is in them, with which office, and what they say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summaries.article import Article, compose
from tests import speakers

if TYPE_CHECKING:
    from summaries.briefing import Person

ROOT = Path(__file__).parents[3]
DOCUMENT = ROOT.parent / "shared" / "seeds" / "000_3067a040b8efb264.txt"
SEEDS = {
    "integration-talks.md": {
        "Alexander Lukashenko": ("president of Belarus", 9),
        "Vladimir Putin": (None, 1),
        "Sergei Lavrov": ("Foreign Minister", 1),
        "Grigory Rapota": ("State Secretary of the Union State", 1),
        "Mikhail Babich": ("Russian ambassador to Belarus", 1),
        "Vladimir Semashko": ("ambassador of Belarus to Russia", 2),
        "Yuri Tsarik": (None, 2),
    },
    "integration-talks-ru.md": {
        "Александр Лукашенко": ("Президент Белоруссии", 9),
        "Владимир Путин": (None, 1),
        "Сергей Лавров": ("Министр иностранных дел", 1),
        "Григорий Рапота": ("Государственный секретарь Союзного государства", 1),
        "Михаил Бабич": ("Посол России в Белоруссии", 1),
        "Владимир Семашко": ("Посол Белоруссии в России", 2),
        "Юрий Царик": (None, 2),
    },
}
OF_THE_DOCUMENT = {
    "Alexander Lukashenko": ("Belarusian leader", 10),
    "Vladimir Putin": (None, 4),
    "Sergei Lavrov": ("Foreign Minister", 1),
    "Grigory Rapota": ("Secretary of State of the Union State", 1),
    "Mikhail Babich": ("Russian Ambassador to Belarus", 1),
    "Vladimir Semashko": ("Ambassador of Belarus to Russia", 1),
    "Yuri Tsarik": (None, 1),
}


def read(path: Path, language: str) -> Article:
    body = path.read_text(encoding="utf-8").rpartition("\n---\n")[2]
    parts = [part.strip() for part in body.split("\n\n") if part.strip()]
    return compose([(p.lstrip("# "), "heading") if p.startswith("#") else p for p in parts], language=language)


def people_of(article: Article) -> dict[str, Person]:
    return {person.name: person for person in speakers.people_of(article)}


def seed(name: str) -> dict[str, Person]:
    return people_of(read(ROOT / "seeds" / name, "ru" if "-ru" in name else "en"))


def facts(people: dict[str, Person]) -> dict[str, tuple[str | None, int]]:
    return {p.name: (p.role.text if p.role else None, len(p.mentions)) for p in people.values()}


def cues(person: Person) -> list[str]:
    return [statement.cue.text for statement in person.says if statement.cue]


@pytest.mark.parametrize("name", SEEDS)
def test_the_people_of_the_seeds_are_found_with_their_offices_and_mentions(name: str) -> None:
    assert facts(seed(name)) == SEEDS[name]


def test_what_is_said_in_the_english_seed_has_its_speaker() -> None:
    people = seed("integration-talks.md")

    assert cues(people["Alexander Lukashenko"]) == [
        "statement by",
        "argued",
        "said",
        "According to",
        "promised",
        "said",
    ]
    assert cues(people["Sergei Lavrov"]) == ["admitted"]
    assert cues(people["Grigory Rapota"]) == ["repeated"]
    assert cues(people["Mikhail Babich"]) == ["said"]
    assert cues(people["Vladimir Semashko"]) == ["said", "pointed out"]
    assert cues(people["Vladimir Putin"]) == []


def test_what_is_said_in_the_russian_seed_has_its_speaker() -> None:
    people = seed("integration-talks-ru.md")

    assert len(people["Александр Лукашенко"].says) == 6
    assert cues(people["Сергей Лавров"]) == ["признал"]
    assert cues(people["Григорий Рапота"]) == ["повторил"]
    assert cues(people["Михаил Бабич"]) == ["заявил"]
    assert cues(people["Владимир Семашко"]) == ["заявил", "обратил внимание"]
    assert cues(people["Владимир Путин"]) == []


@pytest.mark.skipif(not DOCUMENT.is_file(), reason="the user's document is not beside the checkout")
def test_the_people_of_the_users_document_are_complete_and_none_is_invented() -> None:
    assert facts(people_of(read(DOCUMENT, "en"))) == OF_THE_DOCUMENT


@pytest.mark.skipif(not DOCUMENT.is_file(), reason="the user's document is not beside the checkout")
def test_what_is_said_in_the_users_document_has_its_speaker() -> None:
    people = people_of(read(DOCUMENT, "en"))

    assert cues(people["Alexander Lukashenko"]) == ["According to", "said", "In his opinion", "Says", "said"]
    assert cues(people["Sergei Lavrov"]) == ["admitted"]
    assert cues(people["Grigory Rapota"]) == cues(people["Mikhail Babich"]) == ["reiterated"]
    assert cues(people["Vladimir Semashko"]) == ["drew attention"]
    assert cues(people["Vladimir Putin"]) == cues(people["Yuri Tsarik"]) == []
