"""Readers of every language of the bot are answered in it: greeting, menu, wishes in plain words, choice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.bot.reader import Reader

if TYPE_CHECKING:
    from bot.playground import Playground

pytestmark = pytest.mark.asyncio(loop_scope="session")


@dataclass(frozen=True, slots=True)
class Speech:
    """What a reader of a language says, and the words that the answers hold."""

    language: str
    greeting: str
    title: str
    article_in_english: str
    who: str
    key_points: tuple[str, str]
    shorter: str
    in_three: tuple[str, str]
    unknown: tuple[str, str]


SPEECHES = (
    Speech(
        "de",
        "Ich fasse Artikel in ihren eigenen Worten zusammen",
        "Wie die Integrationsgespräche zwischen Russland und Belarus",
        "Auf Englisch.",
        "Die Personen und was sie sagen",
        ("Was sind die wichtigsten Punkte?", "Kernpunkte"),
        "Kürzer bitte",
        ("Fassen Sie das in drei Sätzen zusammen", "3 Sätze von"),
        ("Suche nach Quarzsand", "Quarzsand"),
    ),
    Speech(
        "fr",
        "Je résume un article avec ses propres mots",
        "Comment les pourparlers d’intégration",
        "En anglais.",
        "Les personnes et ce qu’elles disent",
        ("Quels sont les points clés ?", "Points clés"),
        "Plus court, s’il vous plaît",
        ("Résumez ça en trois phrases", "3 phrases sur"),
        ("cherchez quartzite", "quartzite"),
    ),
    Speech(
        "es",
        "Resumo artículos con sus propias palabras",
        "Cómo se estancaron las conversaciones",
        "En inglés.",
        "Las personas y lo que dicen",
        ("¿Cuáles son los puntos clave?", "Puntos clave"),
        "más corto, por favor",
        ("Resúmalo en tres frases", "3 frases de"),
        ("busque cuarcita", "cuarcita"),
    ),
    Speech(
        "uk",
        "Я роблю зведення статей їхніми ж словами",
        "Як зайшли в глухий кут переговори",
        "Мова статті: англійська.",
        "Люди і що вони кажуть",
        ("Які головні думки?", "Головне"),
        "Коротше, будь ласка",
        ("Перекажи у трьох реченнях", "3 речення з"),
        ("знайди кварцит", "кварцит"),
    ),
)


@pytest.mark.parametrize("speech", SPEECHES, ids=lambda speech: speech.language)
async def test_a_reader_is_spoken_to_in_their_language(playground: Playground, speech: Speech) -> None:
    reader = Reader(playground, language=speech.language)
    (greeting,) = await reader.ask("/start")

    assert speech.greeting in greeting.text
    assert speech.title in greeting.text
    assert speech.article_in_english not in greeting.text
    assert dict(reader.menu())["who"] == speech.who


@pytest.mark.parametrize("speech", SPEECHES, ids=lambda speech: speech.language)
async def test_an_article_in_another_language_is_named_as_one(playground: Playground, speech: Speech) -> None:
    reader = Reader(playground, language=speech.language)
    (listed,) = await reader.ask("/articles")
    seeds = re.findall(r"^(\d+)\. (.*)", listed.text, re.MULTILINE)

    assert speech.title in seeds[0][1]
    english = next(number for number, title in seeds if title.startswith("How the Russia"))
    assert speech.article_in_english in (await reader.ask(f"/use {english}"))[-1].text


@pytest.mark.parametrize("speech", SPEECHES, ids=lambda speech: speech.language)
async def test_wishes_in_plain_words_are_understood(playground: Playground, speech: Speech) -> None:
    reader = Reader(playground, language=speech.language)
    said, answered = speech.key_points
    assert answered in (await reader.ask(said))[-1].text

    medium = (await reader.ask("/medium"))[-1].text
    assert len((await reader.ask(speech.shorter))[-1].text) < len(medium)
    said, answered = speech.in_three
    assert answered in (await reader.ask(said))[-1].text
    said, answered = speech.unknown
    assert answered.casefold() in (await reader.ask(said))[-1].text.casefold()


@pytest.mark.parametrize(("named", "asked"), [("/language Deutsch", "Sprache"), ("/language français", "langue")])
async def test_a_language_is_chosen_by_its_name(playground: Playground, named: str, asked: str) -> None:
    reader = Reader(playground)

    assert asked in (await reader.ask(named))[-1].text


async def test_all_languages_are_offered(playground: Playground) -> None:
    reader = Reader(playground)
    labels = (await reader.ask("/language"))[-1].labels

    assert {"Deutsch", "• English •", "Español", "Français", "Русский", "Українська"} <= set(labels)
    assert {"Deutsch", "Українська"} <= set((await reader.ask("/settings"))[-1].labels)
