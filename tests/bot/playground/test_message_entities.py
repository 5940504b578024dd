"""Telegram marks commands, addresses, mentions and hashtags by itself."""

from __future__ import annotations

import pytest

from bot.playground.message_entities import Entity, arrange, cut, discover, trim, units
from bot.playground.user_actions import split


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("/start a", [("bot_command", "/start")]),
        ("go /who, /dates.", [("bot_command", "/who"), ("bot_command", "/dates")]),
        ("/start@some_bot", [("bot_command", "/start@some_bot")]),
        ("1/2 and/or a/b", []),
        ("https://a.org/x_(y).", [("url", "https://a.org/x_(y)")]),
        ("(see http://a.org/x)", [("url", "http://a.org/x")]),
        ("«https://пример.рф/путь»", [("url", "https://пример.рф/путь")]),
        ("at example.com/a, end.of", [("url", "example.com/a")]),
        (
            "https://a.org/#part @b_c d@e.org",
            [("url", "https://a.org/#part"), ("mention", "@b_c"), ("email", "d@e.org")],
        ),
        ("#новости #2024 c#", [("hashtag", "#новости")]),
        ("🧭 /help", [("bot_command", "/help")]),
    ],
)
def test_parts_are_found_where_they_stand(text: str, marked: list[tuple[str, str]]) -> None:
    assert [(entity.kind, cut(text, entity.offset, entity.length)) for entity in discover(text)] == marked


def test_nothing_is_marked_in_code_or_in_a_link() -> None:
    text = "/a /b /c"
    given = (Entity("code", 0, 2), Entity("text_link", 3, 2, url="https://a.org/"))

    assert [entity.kind for entity in arrange(given, discover(text))] == ["code", "text_link", "bot_command"]


def test_a_hundred_entities_are_kept() -> None:
    assert len(arrange((), discover("/a " * 150))) == 100


def test_white_space_at_the_ends_goes_and_entities_follow() -> None:
    text, entities = trim("\n 🧭 a \n", (Entity("bold", 0, 5), Entity("italic", 6, 2)))

    assert text == "🧭 a"
    assert entities == (Entity("bold", 0, 3),)


def test_a_long_text_is_cut_at_spaces_into_parts_that_fit() -> None:
    text = "слово 🧭 " * 2000
    parts = list(split(text))

    assert all(units(part) <= 4096 for part in parts)
    assert " ".join(parts) == text.strip()


def test_a_text_without_spaces_is_cut_anyway() -> None:
    assert [units(part) for part in split("🧭" * 3000)] == [4096, 1904]
