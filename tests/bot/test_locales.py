"""Every text has a translation, and every placeholder survives it."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

import bot.errors  # noqa: F401 - its errors join the tree
from bot import locales
from bot.settings import SEEDS
from bot.views.help import hint
from summaries.errors import BriefingError
from summaries.loading import MINIMUM_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Catalog

BOT = Path(locales.__file__).parent.parent
TRANSLATIONS = [code for code in locales.languages() if code != locales.SOURCE]


def said_in_code() -> set[str | tuple[str, str]]:
    found: set[str | tuple[str, str]] = set()
    for path in BOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
                if node.func.attr == "say" and len(texts) == 1:
                    found.add(texts[0])
                elif node.func.attr == "count" and len(texts) == 2:
                    found.add((texts[0], texts[1]))
    return found


def errors(kind: type[BriefingError] = BriefingError) -> Iterator[type[BriefingError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from errors(child)


def catalogue(code: str) -> Catalog:
    with (BOT / "locales" / code / "messages.po").open("rb") as file:
        return read_po(file, locale=code)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def texts() -> set[str | tuple[str, str]]:
    return said_in_code() | {kind.template for kind in errors()}


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_every_text_is_translated_and_nothing_else(code: str) -> None:
    translated = {message.id for message in catalogue(code) if message.id and all(_forms(message.string))}

    assert texts() - translated == set()
    assert translated - texts() == set()


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_every_placeholder_survives_translation(code: str) -> None:
    for message in catalogue(code):
        wanted = set().union(*(placeholders(text) for text in _forms(message.id)))
        for form in _forms(message.string):
            assert placeholders(form) == wanted, message.id


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_every_tag_and_command_survives_translation(code: str) -> None:
    for message in catalogue(code):
        for form in _forms(message.string):
            assert form.count("<b>") == form.count("</b>"), message.id
            for word in str(_forms(message.id)[0]).split():
                if word.startswith("/") and word.strip("(.,;)").isalpha():
                    assert word.strip("(.,;)") in form, message.id


SENTENCES = {
    "de": ["0 Sätze", "1 Satz", "2 Sätze", "5 Sätze", "11 Sätze", "21 Sätze"],
    "en": ["0 sentences", "1 sentence", "2 sentences", "5 sentences", "11 sentences", "21 sentences"],
    "es": ["0 frases", "1 frase", "2 frases", "5 frases", "11 frases", "21 frases"],
    "fr": ["0 phrase", "1 phrase", "2 phrases", "5 phrases", "11 phrases", "21 phrases"],
    "ru": ["0 предложений", "1 предложение", "2 предложения", "5 предложений", "11 предложений", "21 предложение"],
    "uk": ["0 речень", "1 речення", "2 речення", "5 речень", "11 речень", "21 речення"],
}


@pytest.mark.parametrize("code", locales.languages())
def test_a_language_counts_in_its_own_forms(code: str) -> None:
    words = locales.wording(code)

    assert [words.count("{n} sentence", "{n} sentences", n) for n in (0, 1, 2, 5, 11, 21)] == SENTENCES[code]


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("ru-RU", "ru"),
        ("de-AT", "de"),
        ("fr", "fr"),
        ("es-419", "es"),
        ("uk", "uk"),
        ("en-GB", "en"),
        ("it", "en"),
        (None, "en"),
    ],
)
def test_a_reader_gets_the_nearest_language(tag: str | None, code: str) -> None:
    assert locales.nearest_language(tag) == code


QUOTES = {"de": "„“", "es": "«»", "fr": "«\u202f\u202f»", "ru": "«»", "uk": "«»"}
"""The quotation marks of a language, with the spaces inside them."""


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_a_quotation_stands_in_the_marks_of_the_language(code: str) -> None:
    opening, closing = QUOTES[code][: len(QUOTES[code]) // 2], QUOTES[code][len(QUOTES[code]) // 2 :]
    for text in translations(code):
        assert not set(text) & (set("\"'”„“«»") - set(QUOTES[code])), text
        assert text.count(opening[0]) == text.count(opening) == text.count(closing) == text.count(closing[-1]), text


def test_french_has_its_spaces_before_marks() -> None:
    for text in translations("fr"):
        assert not re.search(r"[^\u202f][;?!]|[^\u00a0]:(?!/)", text), text


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_a_number_and_its_unit_stay_on_one_line(code: str) -> None:
    for text in translations(code):
        assert not re.search(
            r"\d %|\{(?:n|hours|minutes|seconds|limit_mb)\} (?:min|Min|мин|хв|h|год|MB|Mo|МБ|с)\b", text
        ), text


def translations(code: str) -> list[str]:
    return [form for message in catalogue(code) if message.id for form in _forms(message.string)]


def _forms(text: object) -> tuple[str, ...]:
    return text if isinstance(text, tuple | list) else (str(text),)  # type: ignore[return-value]


def test_there_is_a_seed_in_every_language_of_the_bot() -> None:
    stated = {re.search(r"^language: (\w+)$", path.read_text("utf-8"), re.MULTILINE) for path in SEEDS.glob("*.md")}

    assert {found[1] for found in stated if found} == set(locales.languages())


@pytest.mark.parametrize("language", locales.languages())
def test_the_least_length_of_a_text_is_said_as_it_is(language: str) -> None:
    shown = hint(locales.wording(language), 12).html

    assert re.findall(r"\d+", shown.splitlines()[0]) == ["12", str(MINIMUM_WORDS)]
